import type { Crossed } from './crossings.js';
import { cureOf } from './difference-cure.js';
import type { Said } from './find.js';
import type { Subject } from './world.js';

/** What a rule says of a difference: what is wrong, what bridges it, and the edit where nothing does. */
export function saidOf(crossed: Crossed, subject: Subject, what: string): Said {
  const { path } = crossed.difference;
  const { coverage, words, cure } = crossed.bridge;
  return coverage === 'uncovered'
    ? { path, coverage, what, cure: cureOf(crossed, subject) }
    : { path, coverage, what: `${what}; ${words}`, cure };
}
