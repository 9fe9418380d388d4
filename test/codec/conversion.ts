import test from 'ava';
import {
  backport,
  encode,
  fromPrimitive,
  modelOf,
  type ObjectClass,
  Registry,
  toPrimitive,
} from '../../lib/index.js';
import { dataOf, deepFreeze, envelope } from './payload.js';

/** An object at its newest version and the same at an older one, as data in wire names. */
export interface Conversion {
  readonly make: (registry: Registry) => ObjectClass;
  readonly newer: Record<string, unknown>;
  readonly at: string;
  readonly older: Record<string, unknown>;
  /** What reading `older` gives, where that is not `newer` again. */
  readonly again?: Record<string, unknown>;
}

/** A row: an instance and a payload are written at the older version alike, and the older payload is read. */
export const converts = test.macro({
  exec: (t, { make, newer, at, older, again = newer }: Conversion) => {
    const registry = new Registry();
    const Class = make(registry);
    const { name, version } = modelOf(Class);
    const payload = deepFreeze(envelope(name, version.text, newer));
    const instance = fromPrimitive(Class, payload, { partial: true });

    t.deepEqual(backport(payload, at, { registry }).primitive, envelope(name, at, older));
    t.deepEqual(dataOf(encode(instance, { target: at })), older);
    t.deepEqual(dataOf(toPrimitive(instance)), newer);

    const read = fromPrimitive(Class, deepFreeze(envelope(name, at, older)), { partial: true });
    t.deepEqual(dataOf(toPrimitive(read)), again);
  },
  title: (title) => title ?? 'converts',
});
