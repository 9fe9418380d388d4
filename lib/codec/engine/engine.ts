import type { Engine } from './engine-shape.js';
import { interpretingEngine } from './interpreting-engine.js';

/** The engine that the verbs use. */
export const engine: Engine = interpretingEngine;
