import test from 'ava';
import { create, decodeAny, defineObject, encodeAny, field, Registry, toPrimitive } from '../../lib/index.js';
import { deepFreeze, envelope } from './payload.js';
import { refused } from './refusal.js';

function world() {
  const registry = new Registry();
  const A = defineObject(
    'A',
    '1.1',
    { id: field.integer(), x: field.integer({ since: '1.1' }) },
    { registry },
  );
  const B = defineObject('B', '1.0', { a: field.object(A) }, { registry, envelope: 'other_object' });
  const a = create(A, { id: 1, x: 2 });
  return { registry, A, B, a };
}

test('encodeAny(): objects in any tree become envelopes, and come back', (t) => {
  const { registry, A, B, a } = world();
  const tree = deepFreeze({ list: [a, [a, 5, null, true]], by: { k: { a } }, b: create(B, { a }), s: 'x' });
  const wire = encodeAny(tree);
  t.deepEqual(JSON.parse(JSON.stringify(wire)), wire);
  t.deepEqual((wire as { list: unknown[] }).list[0], toPrimitive(a));
  const back = decodeAny(deepFreeze(wire), { registry }) as typeof tree;
  t.deepEqual(back, tree);
  t.true(back.b instanceof B && back.b.a instanceof A);
});

test('encodeAny(): writes for an older reader', (t) => {
  const { a } = world();
  t.deepEqual(encodeAny([a], { target: { A: '1.0' } }), [envelope('A', '1.0', { id: 1 }, ['id'])]);
});

test('encodeAny(): __proto__ is a key like any other, and undefined members are absent', (t) => {
  const { registry } = world();
  const tree = JSON.parse('{"__proto__":{"x":1},"constructor":[1]}') as object;
  const wire = encodeAny({ tree, u: undefined });
  t.is(JSON.stringify(wire), '{"tree":{"__proto__":{"x":1},"constructor":[1]}}');
  t.is(JSON.stringify(decodeAny(wire, { registry })), JSON.stringify(wire));
  t.is(Object.getPrototypeOf((wire as { tree: object }).tree), Object.prototype);
});

const cyclic: { self?: unknown } = {};
cyclic.self = [cyclic];

for (const [title, value, code, says] of [
  ['a Date', new Date(0), 'INVALID_OBJECT', 'Date'],
  ['a Map', new Map(), 'INVALID_OBJECT', 'a Map'],
  ['a function', () => 1, 'INVALID_OBJECT', 'a function'],
  ['a symbol', Symbol('s'), 'INVALID_OBJECT', 'a symbol'],
  ['a bigint', 1n, 'INVALID_OBJECT', '1n'],
  ['NaN', Number.NaN, 'INVALID_OBJECT', 'NaN'],
  ['a lone surrogate', '\ud800', 'INVALID_OBJECT', 'expected JSON'],
  ['a key with a lone surrogate', { '\ud800': 1 }, 'INVALID_OBJECT', 'a key with a lone surrogate'],
  ['undefined in a list', [undefined], 'INVALID_OBJECT', 'nothing'],
  ['another class', new (class Other {})(), 'INVALID_OBJECT', 'a Other'],
  ['toJSON', { toJSON: () => 1 }, 'INVALID_OBJECT', 'a function'],
  ['a cycle', cyclic, 'CYCLIC_OBJECT', 'contains itself'],
] as const)
  test(`encodeAny(): ${title} is refused, with its place`, (t) => {
    refused(t, () => encodeAny({ args: [value] }), { code, says: [says] });
  });

test('encodeAny() and decodeAny(): refuse more levels than allowed', (t) => {
  const { registry } = world();
  let deep: unknown = 1;
  for (let level = 0; level < 100_000; level++) deep = [deep];
  for (const call of [() => encodeAny(deep), () => decodeAny(deep, { registry })])
    refused(t, call, {
      code: 'LIMIT_EXCEEDED',
      says: ['more depth than allowed', '100', 'raise limits.depth'],
    });
});

const textless = JSON.parse('{"toString":1,"valueOf":1}') as object;
for (const [title, payload, code, says, pointer] of [
  [
    'a name that nobody declared',
    envelope('Nope', '1.0', {}),
    'UNKNOWN_OBJECT',
    ['Nope', 'import the module'],
  ],
  ['__proto__ as a name', envelope('__proto__', '1.0', {}), 'UNKNOWN_OBJECT', ['__proto__']],
  ['constructor as a name', envelope('constructor', '1.0', {}), 'UNKNOWN_OBJECT', ['constructor']],
  [
    'another namespace',
    { ...envelope('A', '1.0', { id: 1 }), 'versioned_object.namespace': 'nova' },
    'UNKNOWN_OBJECT',
    ['A', 'nova'],
  ],
  ['a newer version', envelope('A', '1.4', { id: 1 }), 'INCOMPATIBLE_OBJECT_VERSION', ['A 1.4', '1.1'], ''],
  ['another major', envelope('A', '2.0', { id: 1 }), 'INCOMPATIBLE_OBJECT_VERSION', ['A 2.0', '1.1'], ''],
  [
    'an object without a text for the version',
    { ...envelope('A', '1.0', {}), 'versioned_object.version': textless },
    'ENVELOPE',
    ['A: expected'],
    '/versioned_object.version',
  ],
  [
    'data that do not fit',
    envelope('A', '1.0', { id: '1' }),
    'INVALID_PAYLOAD',
    ['A.id'],
    '/versioned_object.data/id',
  ],
] as const)
  test(`decodeAny(): ${title} is refused, with its place in the tree`, (t) => {
    const { registry } = world();
    refused(t, () => decodeAny({ deep: [payload] }, { registry }), {
      code,
      says,
      ...(pointer === undefined ? {} : { pointer: `/deep/0${pointer}` }),
    });
  });
