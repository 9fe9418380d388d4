import { stringify } from 'lossless-json';
import type { Primitive } from './envelope.js';
import type { Work } from './work.js';

const numbers = [{ test: (value: unknown): boolean => typeof value === 'number', stringify: pythonNumber }];

/** A primitive as JSON text: by `JSON.stringify`, unless it holds what only a lossless writer can write. */
export function writeText(primitive: Primitive, work: Work): string {
  if (!work.lossless) return JSON.stringify(primitive);
  return stringify(primitive, undefined, undefined, numbers) as string;
}

// The names that Python's json reads and writes for what JSON lacks.
function pythonNumber(value: unknown): string {
  return String(value);
}
