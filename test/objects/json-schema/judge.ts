import type { ExecutionContext } from 'ava';
import { type Manifest, type ObjectClass, type Primitive, validate } from '../../../lib/index.js';
import { compile } from './compile.js';
import { mutationsOf, unsaidMutationsOf } from './mutations.js';
import type { Unsaid } from './wrong-values.js';

/** Asserts that schema and reader refuse each mutation of a payload; answers how many there were. */
export function refusesMutations(
  t: ExecutionContext,
  Class: ObjectClass,
  at: string | Manifest,
  payload: Primitive,
): number {
  const valid = compile(Class, at);
  const mutations = mutationsOf(Class, payload);
  for (const { where, what, payload: mutated, readable } of mutations) {
    t.false(valid(mutated), `${where}: ${what}`);
    if (!readable) t.not(validate(Class, mutated, { at }).length, 0, `${where}: ${what}`);
  }
  return mutations.length;
}

/** Asserts that a schema admits, and a reader refuses, what JSON Schema cannot say; answers the reasons, one for each place. */
export function admitsUnsaid(
  t: ExecutionContext,
  Class: ObjectClass,
  at: string | Manifest,
  payload: Primitive,
): Unsaid[] {
  const valid = compile(Class, at);
  return unsaidMutationsOf(Class, payload).map(({ where, what, payload: mutated }) => {
    t.true(valid(mutated), `${where}: ${what}`);
    t.not(validate(Class, mutated, { at }).length, 0, `${where}: ${what}`);
    return what;
  });
}

/** How often each reason is there. */
export function countBy(reasons: readonly Unsaid[]): Partial<Record<Unsaid, number>> {
  const counts: Partial<Record<Unsaid, number>> = {};
  for (const reason of reasons) counts[reason] = (counts[reason] ?? 0) + 1;
  return counts;
}

/** The payload that says most. */
export function fullestOf(payloads: readonly Primitive[]): Primitive {
  const [fullest] = payloads.toSorted((a, b) => JSON.stringify(b).length - JSON.stringify(a).length);
  if (fullest === undefined) throw new Error('there is no payload');
  return fullest;
}
