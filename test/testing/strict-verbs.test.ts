import test from 'ava';
import { create, defineObject, field, Registry, toPrimitive } from '../../lib/index.js';
import { decode, decodeAny, fromPrimitive } from '../../lib/testing/strict-verbs.js';

const registry = new Registry();
const Server = defineObject('Server', '1.0', { id: field.integer() }, { registry });
const primitive = toPrimitive(create(Server, { id: 7 }));
const strange = { ...primitive, 'versioned_object.data': { id: 7, colour: 'red' } };

const readers = [
  ['decode', (tree: unknown, options?: object) => decode(Server, JSON.stringify(tree), options)],
  ['fromPrimitive', (tree: unknown, options?: object) => fromPrimitive(Server, tree, options)],
  ['decodeAny', (tree: unknown, options?: object) => decodeAny(tree, { registry, ...options })],
] as const;

for (const [name, read] of readers) {
  test(`${name}(): refuses unknown fields in a test, unless it is told otherwise`, (t) => {
    t.deepEqual({ ...(read(primitive) as object) }, { id: 7 });
    t.throws(() => read(strange), { code: 'BACKLEVEL_INVALID_PAYLOAD', message: /no field called "colour"/ });
    t.deepEqual({ ...(read(strange, { unknown: 'ignore' }) as object) }, { id: 7 });
  });
}
