import { readFileSync } from 'node:fs';
import type { Cause } from './outcome.js';

/** The deviations that are known: why ours is right by cause, how often by class and cause. */
export interface Deviations {
  readonly causes: Readonly<Record<Cause, string>>;
  /** Of the backports that change content, how many deviate for each cause. */
  readonly 'changing content': Readonly<Record<string, number>>;
  /** Where a list of changes is all that differs: what is wrong with Python's. */
  readonly 'lists of changes': Readonly<Record<string, number>>;
  /** Models of objects/ that do not stand for the classes of their name, and what differs. */
  readonly 'models apart': Readonly<Record<string, string>>;
  readonly counts: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

const file = new URL('../../../test/fixtures/openstack/deviations.json', import.meta.url);

export const deviations = JSON.parse(readFileSync(file, 'utf8')) as Deviations;
