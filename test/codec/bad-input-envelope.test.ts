import test from 'ava';
import {
  backport,
  decode,
  defineObject,
  field,
  fromPrimitive,
  Registry,
  toPrimitive,
  validate,
  versioned,
} from '../../lib/index.js';
import { envelope } from './payload.js';
import { refused } from './refusal.js';

function world() {
  const registry = new Registry();
  const Child = defineObject('Child', '1.0', { id: field.integer() }, { registry });
  class Sub extends Child {}
  versioned('Sub', '1.0', { registry })(Sub);
  const A = defineObject('A', '1.2', { child: field.object(Child) }, { registry, oldest: '1.1' });
  defineObject('Other', '1.0', { id: field.integer() }, { registry });
  return { registry, A };
}

const child = envelope('Child', '1.0', { id: 1 });
const good = envelope('A', '1.2', { child });
const without = (payload: object, key: string) =>
  Object.fromEntries(Object.entries(payload).filter(([name]) => name !== `versioned_object.${key}`));
const using = (payload: object, key: string, value: unknown) => ({
  ...payload,
  [`versioned_object.${key}`]: value,
});
const prefixed = (payload: object, prefix: string) =>
  Object.fromEntries(
    Object.entries(payload).map(([key, value]) => [
      key.replace('versioned_object', prefix),
      value as unknown,
    ]),
  );

type Row = [payload: unknown, code: string, says: string[], pointer?: string];

// What is wrong with an envelope is wrong wherever it stands: each row is tried at the top and as a child.
const rows: Record<string, (payload: Record<string, unknown>, name: string, where: string) => Row> = {
  'without a name': (p, _name, where) => [
    without(p, 'name'),
    'ENVELOPE',
    [`${where}: the envelope lacks the key "versioned_object.name"`],
    '',
  ],
  'without a namespace': (p, _name, where) => [
    without(p, 'namespace'),
    'ENVELOPE',
    [where, 'lacks the key "versioned_object.namespace"'],
    '',
  ],
  'without a version': (p, _name, where) => [
    without(p, 'version'),
    'ENVELOPE',
    [where, 'lacks the key "versioned_object.version"'],
    '',
  ],
  'without data': (p, _name, where) => [
    without(p, 'data'),
    'ENVELOPE',
    [where, 'lacks the key "versioned_object.data"'],
    '',
  ],
  'with another prefix': (p, _name, where) => [
    prefixed(p, 'nova_object'),
    'ENVELOPE',
    [
      `${where}: expected the key "versioned_object.name"`,
      '"nova_object.name"',
      'the envelope "nova_object"',
    ],
    '',
  ],
  'with a number for a name': (p, _name, where) => [
    using(p, 'name', 5),
    'ENVELOPE',
    [where, 'expected a string, got 5'],
    '/versioned_object.name',
  ],
  'with null for a namespace': (p, _name, where) => [
    using(p, 'namespace', null),
    'ENVELOPE',
    [where, 'expected a string, got null'],
    '/versioned_object.namespace',
  ],
  'with a number for a version': (p, _name, where) => [
    using(p, 'version', 1.2),
    'ENVELOPE',
    [where, 'got 1.2'],
    '/versioned_object.version',
  ],
  'with a list for data': (p, _name, where) => [
    using(p, 'data', []),
    'ENVELOPE',
    [where, 'expected an object with the fields', 'a list of 0'],
    '/versioned_object.data',
  ],
  'with null for data': (p, _name, where) => [
    using(p, 'data', null),
    'ENVELOPE',
    [where, 'null'],
    '/versioned_object.data',
  ],
  'with text for changes': (p, _name, where) => [
    using(p, 'changes', 'id'),
    'ENVELOPE',
    [where, 'a list of field names'],
    '/versioned_object.changes',
  ],
  'with numbers in changes': (p, _name, where) => [
    using(p, 'changes', ['id', 5]),
    'ENVELOPE',
    [where, 'a list of field names'],
    '/versioned_object.changes',
  ],
  'with null for changes': (p, _name, where) => [
    using(p, 'changes', null),
    'ENVELOPE',
    [where, 'a list of field names'],
    '/versioned_object.changes',
  ],
  'of an unknown name': (p) => [
    using(p, 'name', 'Nope'),
    'UNKNOWN_OBJECT',
    ['Nope', 'import the module', 'registry'],
    '',
  ],
  'of an unknown namespace': (p) => [
    using(p, 'namespace', 'nova'),
    'UNKNOWN_OBJECT',
    ['nova', 'no class is registered'],
    '',
  ],
  'called __proto__': (p) => [
    using(p, 'name', '__proto__'),
    'UNKNOWN_OBJECT',
    ['__proto__', 'no class is registered'],
    '',
  ],
  'called constructor': (p) => [using(p, 'name', 'constructor'), 'UNKNOWN_OBJECT', ['constructor'], ''],
  'called toString': (p) => [using(p, 'name', 'toString'), 'UNKNOWN_OBJECT', ['toString'], ''],
  'with an empty name': (p) => [using(p, 'name', ''), 'UNKNOWN_OBJECT', ['""'], ''],
  'of another class': (p, name) => [
    using(p, 'name', 'Other'),
    'ENVELOPE',
    [`expected a ${name}, got a "Other"`],
    '',
  ],
  'of a subclass': (p, name) => [
    using(p, 'name', 'Sub'),
    'ENVELOPE',
    [`expected a ${name}, got a "Sub"`],
    '',
  ],
  'of a newer minor': (p, name) => [
    using(p, 'version', '1.7'),
    'INCOMPATIBLE_OBJECT_VERSION',
    [`${name} 1.7`, 'pin the sender', 'backport'],
    '',
  ],
  'of a newer major': (p, name) => [
    using(p, 'version', '2.0'),
    'INCOMPATIBLE_OBJECT_VERSION',
    [`${name} 2.0`],
    '',
  ],
  'of an older major': (p, name) => [
    using(p, 'version', '0.9'),
    'INCOMPATIBLE_OBJECT_VERSION',
    [`${name} 0.9`],
    '',
  ],
  'with one part for a version': (p, _name, where) => [
    using(p, 'version', '1'),
    'ENVELOPE',
    [where, 'a version like "1.4"'],
    '/versioned_object.version',
  ],
  'with a leading zero': (p, _name, where) => [
    using(p, 'version', '1.02'),
    'ENVELOPE',
    [where, '"1.02"'],
    '/versioned_object.version',
  ],
  'with white space in the version': (p, _name, where) => [
    using(p, 'version', ' 1.0'),
    'ENVELOPE',
    [where, '" 1.0"'],
    '/versioned_object.version',
  ],
  'with a version of a million digits': (p, _name, where) => [
    using(p, 'version', `1.${'9'.repeat(1_000_000)}`),
    'ENVELOPE',
    [where, '…'],
    '/versioned_object.version',
  ],
  'with a negative version': (p, _name, where) => [
    using(p, 'version', '-1.0'),
    'ENVELOPE',
    [where, '"-1.0"'],
    '/versioned_object.version',
  ],
  'with __proto__ for a version': (p, _name, where) => [
    using(p, 'version', '__proto__'),
    'ENVELOPE',
    [where],
    '/versioned_object.version',
  ],
  'that is a list': (_p, name) => [
    [],
    'ENVELOPE',
    [`expected a ${name} in its envelope, got a list of 0`],
    '',
  ],
  'that is text': (_p, _name, where) => ['{}', 'ENVELOPE', [where, 'in its envelope'], ''],
  'that is empty': (_p, _name, where) => [{}, 'ENVELOPE', [where, 'expected the key', 'untagged'], ''],
};

for (const [title, row] of Object.entries(rows)) {
  test(`fromPrimitive(): an envelope ${title} is refused`, (t) => {
    const { A, registry } = world();
    const [payload, code, says, pointer] = row(good, 'A', 'A');
    const refusal = { code, says, ...(pointer === undefined ? {} : { pointer }) };
    refused(t, () => fromPrimitive(A, payload), refusal);
    refused(t, () => decode(A, JSON.stringify(payload)), refusal);
    t.is(validate(A, payload).length, 1);
    t.is(registry.models.length, 4);
  });

  test(`fromPrimitive(): a child in an envelope ${title} is refused`, (t) => {
    const { A, registry } = world();
    const [payload, code, says, pointer] = row(child, 'Child', 'A.child');
    const outer = envelope('A', '1.2', { child: payload });
    const refusal = {
      code,
      says,
      ...(pointer === undefined ? {} : { pointer: `/versioned_object.data/child${pointer}` }),
    };
    refused(t, () => fromPrimitive(A, outer), refusal);
    refused(t, () => backport(outer, '1.1', { registry }), refusal);
  });
}

test('fromPrimitive(): below oldest is refused', (t) => {
  refused(t, () => fromPrimitive(world().A, using(good, 'version', '1.0')), {
    code: 'OBJECT_TOO_OLD',
    says: ['A 1.0', 'oldest version supported here is 1.1', 'upgrade the sender'],
  });
});

for (const [title, payload] of [
  ['that is a class instance', Object.assign(new (class Envelope {})(), good)],
  ['with inherited keys', Object.create(good)],
  ['that is a Map', new Map(Object.entries(good))],
  ['that is a list with keys', Object.assign([], good)],
  ['that is a function', Object.assign(() => 1, good)],
] as const)
  test(`fromPrimitive(): an envelope ${title} is refused`, (t) => {
    refused(t, () => fromPrimitive(world().A, payload), {
      code: 'ENVELOPE',
      says: ['A: expected a A in its envelope'],
    });
  });

// What has no text of its own cannot be asked for one.
const textless = JSON.parse('{"toString":1,"valueOf":1}') as object;
for (const key of ['name', 'namespace', 'version', 'changes'])
  test(`fromPrimitive(): an object without a text for the ${key} is refused, coerced or not`, (t) => {
    const { A, registry } = world();
    const payload = using(good, key, textless);
    const refusal = { code: 'ENVELOPE', says: ['A: '], pointer: `/versioned_object.${key}` };
    for (const coerce of [false, true]) refused(t, () => fromPrimitive(A, payload, { coerce }), refusal);
    if (key === 'version') refused(t, () => backport(payload, '1.1', { registry }), refusal);
  });

test('fromPrimitive(): data that are a class instance or inherited are refused', (t) => {
  for (const data of [
    Object.create({ child }),
    Object.assign(new (class Data {})(), { child }),
    new Map([['child', child]]),
  ] as unknown[])
    refused(t, () => fromPrimitive(world().A, using(good, 'data', data)), {
      code: 'ENVELOPE',
      says: ['A: expected an object with the fields'],
      pointer: '/versioned_object.data',
    });
});

test('fromPrimitive(): an object without a prototype is as good as any', (t) => {
  const payload = Object.assign(Object.create(null), good) as object;
  t.deepEqual(toPrimitive(fromPrimitive(world().A, payload)), good);
});

for (const [title, payload, says] of [
  ['no envelope at all', { id: 1 }, ['an envelope']],
  ['null', null, ['null']],
  ['a list', [], ['a list']],
  ['a number for a name', using(good, 'name', 5), ['envelope']],
] as const)
  test(`backport(): ${title} is refused`, (t) => {
    refused(t, () => backport(payload as never, '1.1', { registry: world().registry }), {
      code: 'ENVELOPE',
      says,
    });
  });
