import test from 'ava';
import { backport, decode, defineObject, encode, field, fromPrimitive, Registry } from '../../lib/index.js';
import { deepFreeze, envelope } from './payload.js';
import { refused } from './refusal.js';

/** Four levels of objects, in a field, a list, a dict and a set. */
function nested() {
  const registry = new Registry();
  const D = defineObject(
    'D',
    '1.1',
    { 'n/1': field.integer(), pin: field.string({ sensitive: true }), r: field.string({ since: '1.1' }) },
    { registry },
  );
  const C = defineObject('C', '1.0', { some: field.set(field.object(D)) }, { registry });
  const B = defineObject('B', '1.0', { by: field.dict(field.object(C)) }, { registry });
  const A = defineObject('A', '1.0', { all: field.list(field.object(B)) }, { registry });
  const payload = (data: object, version = '1.1') => {
    const d = envelope('D', version, { 'n/1': 1, pin: 'p', r: '', ...data });
    const c = envelope('C', '1.0', { some: [d] });
    const b = envelope('B', '1.0', { by: { 'k~/': c } });
    return deepFreeze(envelope('A', '1.0', { all: [b] }));
  };
  return { registry, A, payload };
}

const path =
  '/versioned_object.data/all/0/versioned_object.data/by/k~0~1/versioned_object.data/some/0/versioned_object.data';

for (const [title, data, says, pointer] of [
  ['a wrong type', { 'n/1': 'x' }, ['D.n/1: expected an integer, got "x"'], `${path}/n~11`],
  ['null', { 'n/1': null }, ['D.n/1: expected an integer, got null'], `${path}/n~11`],
  ['a missing field', { r: undefined }, ['D.r', 'got nothing', 'required in 1.1'], path],
  [
    'a sensitive value',
    { pin: ['hunter2'] },
    ['D.pin: expected a string', 'the field is sensitive'],
    `${path}/pin`,
  ],
] as const) {
  test(`fromPrimitive(): ${title} four levels down is found, with its pointer as sent`, (t) => {
    const { A, payload, registry } = nested();
    const refusal = { code: 'INVALID_PAYLOAD', says, pointer, hides: ['hunter2'] };
    refused(t, () => fromPrimitive(A, payload(data)), refusal);
    refused(t, () => decode(A, JSON.stringify(payload(data))), refusal);
    if (title !== 'a missing field') refused(t, () => backport(payload(data), '1.0', { registry }), refusal);
  });
}

test('fromPrimitive(): a field is required only in the versions that have it', (t) => {
  const { A, payload } = nested();
  t.notThrows(() => fromPrimitive(A, payload({ r: undefined }, '1.0')));
  t.notThrows(() => fromPrimitive(A, payload({ r: undefined, 'n/1': undefined }), { partial: true }));
});

const kinds = {
  integer: field.integer(),
  number: field.number(),
  boolean: field.boolean(),
  string: field.string(),
  enum: field.enum(['a', 1]),
  uuid: field.uuid(),
  dateTime: field.dateTime(),
  list: field.list(field.integer()),
  set: field.set(field.integer()),
  dict: field.dict(field.integer()),
  bigint: field.bigint(),
};
const wrong: Record<keyof typeof kinds, readonly unknown[]> = {
  integer: ['1', 1.5, true, [], {}, null, [1], 2 ** 53],
  number: ['1', true, [], {}, null],
  boolean: [0, 1, 'true', '', null, []],
  string: [0, false, [], {}, null, ['a']],
  enum: ['b', '1', true, null, ['a'], 'toString'],
  uuid: ['', 'x', 5, null, '123e4567-e89b-12d3-a456-42661417400', '{123e4567-e89b-12d3-a456-426614174000}'],
  dateTime: [
    0,
    '',
    '2026-13-01T00:00:00Z',
    '2026-02-30T00:00:00Z',
    '2026-01-01',
    null,
    '2026-01-01T00:00:00',
  ],
  list: [{}, 'abc', null, { length: 0 }, ['1'], [null]],
  set: [{}, null, [1, 1], ['1']],
  dict: [[], null, 'x', { k: '1' }, { __proto: null }],
  bigint: ['1', 1.5, true, null, 2 ** 60],
};
for (const [kind, values] of Object.entries(wrong) as [keyof typeof kinds, readonly unknown[]][])
  for (const value of values)
    test(`fromPrimitive(): ${kind} does not take ${JSON.stringify(value)}`, (t) => {
      const A = defineObject(
        'A',
        '1.0',
        { x: kinds[kind] as typeof kinds.string },
        { registry: new Registry() },
      );
      const payload = deepFreeze(envelope('A', '1.0', { x: value }));
      const error = refused(t, () => fromPrimitive(A, payload), {
        code: 'INVALID_PAYLOAD',
        says: ['A.x: expected'],
      });
      t.true(
        (error as { fault?: { pointer: string } } & Error).fault?.pointer.startsWith(
          '/versioned_object.data/x',
        ),
      );
    });

// Names that every JavaScript object has: data like any other in json and dict values, unknown as names of fields.
const inherited = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', '__defineGetter__'];

for (const name of inherited)
  for (const exact of [false, true])
    test(`decode(): ${name} is data in json and dict values, and travels back (${exact ? 'exact' : 'plain'})`, (t) => {
      const A = defineObject(
        'A',
        '1.0',
        { any: field.json(), by: field.dict(field.integer()), n: exact ? field.bigint() : field.integer() },
        { registry: new Registry() } as object,
      );
      const text = `{"versioned_object.name":"A","versioned_object.namespace":"backlevel","versioned_object.version":"1.0","versioned_object.data":{"any":{"${name}":{"${name}":1}},"by":{"${name}":2},"n":3}}`;
      const a = decode(A, text);
      t.is(encode(a), text);
      t.deepEqual(Object.keys(a.any as object), [name]);
      t.deepEqual(Object.keys(a.by), [name]);
      t.is(Object.getPrototypeOf(a.any), Object.prototype);
      t.is(Object.getPrototypeOf(a.by), Object.prototype);
      t.is(({} as Record<string, unknown>)['polluted'], undefined);
    });

for (const name of inherited)
  test(`decode(): ${name} is an unknown field, in data and in changes`, (t) => {
    const A = defineObject(
      'A',
      '1.1',
      { id: field.integer(), x: field.integer({ since: '1.1', optional: true }) },
      { registry: new Registry() },
    );
    const text = JSON.stringify(envelope('A', '1.1', { id: 1, '?': { id: 9 } }, [name])).replace(
      '"?"',
      `"${name}"`,
    );
    for (const version of ['1.1', '1.0']) {
      const a = decode(A, text.replace('"1.1"', `"${version}"`));
      t.deepEqual(Object.keys(a), ['id', 'x']);
      t.is(a.id, 1);
      t.is(Object.getPrototypeOf(a), A.prototype);
      t.deepEqual(JSON.parse(encode(a)), envelope('A', '1.1', { id: 1 }));
    }
    refused(t, () => decode(A, text, { unknown: 'refuse' }), {
      code: 'INVALID_PAYLOAD',
      says: ['A', `"${name}"`],
    });
  });

test('decode(): what __proto__ would inherit is not read', (t) => {
  const A = defineObject('A', '1.0', { id: field.integer() }, { registry: new Registry() });
  const text = JSON.stringify(envelope('A', '1.0', { '?': { id: 9 } })).replace('"?"', '"__proto__"');
  refused(t, () => decode(A, text), { code: 'INVALID_PAYLOAD', says: ['A.id', 'got nothing'] });
  const inEnvelope = `{"__proto__":${JSON.stringify(envelope('A', '1.0', { id: 1 }))}}`;
  refused(t, () => decode(A, inEnvelope), { code: 'ENVELOPE', says: ['A', 'expected the key'] });
});
