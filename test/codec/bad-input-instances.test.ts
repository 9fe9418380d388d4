import test from 'ava';
import {
  changes,
  clone,
  create,
  decode,
  defineObject,
  encode,
  field,
  Registry,
  resetChanges,
  toPrimitive,
  validate,
} from '../../lib/index.js';
import { dataOf, deepFreeze } from './payload.js';
import { refused } from './refusal.js';

const UUID = '123e4567-e89b-12d3-a456-426614174000';

function world() {
  const registry = new Registry();
  const Child = defineObject('Child', '1.0', { any: field.json() }, { registry });
  const A = defineObject(
    'A',
    '1.1',
    {
      uuid: field.uuid(),
      text: field.string({ optional: true }),
      pin: field.string({ optional: true, sensitive: true, maxLength: 4 }),
      any: field.json({ optional: true }),
      list: field.list(field.json(), { optional: true }),
      by: field.dict(field.json(), { optional: true }),
      child: field.object(Child, { optional: true }),
      self: field.object<object, { optional: true }>('A', { optional: true }),
      mac: field.mac({ optional: true }),
      when: field.dateTime({ optional: true }),
      e: field.enum(['a', 'b'], { optional: true }),
      n: field.integer({ optional: true }),
      late: field.integer({ since: '1.1', optional: true }),
    },
    { registry },
  );
  return { A, Child, a: create(A, { uuid: UUID }) };
}

const breakout = '","admin":true,"x":"';

for (const [name, value] of [
  ['uuid', breakout],
  ['uuid', `${UUID}${breakout}`],
  ['mac', `00:00:00:00:00:00${breakout}`],
  ['when', `2026-01-01T00:00:00Z${breakout}`],
  ['e', `a${breakout}`],
  ['n', `1,"admin":true`],
  ['text', { toString: () => breakout }],
  ['text', Object(breakout)],
  ['e', Object('a')],
  ['n', Object(1)],
  ['n', Number.NaN],
  ['n', 2 ** 53],
  ['n', 1n],
  ['when', new Date(Number.NaN)],
  ['when', new Date(8.64e15)],
  ['when', '2026-01-01T00:00:00Z'],
  ['pin', 'hunter2'],
  ['text', 'a\ud800'],
  ['list', new Set()],
  ['list', { length: 1, 0: 'x' }],
  ['list', [1, , 2]], // oxlint-disable-line no-sparse-arrays
  ['by', []],
  ['by', new Map()],
  ['by', { '\udc00': 1 }],
  ['child', null],
  ['child', 'x'],
] as const)
  test(`encode(): ${name} = ${typeof value === 'bigint' ? '1n' : (JSON.stringify(value) ?? String(value))} (${typeof value}) is refused`, (t) => {
    const { a, Child } = world();
    for (const instance of [a, decode(world().A, encode(a))]) {
      Object.assign(instance, { [name]: value });
      const code = name === 'child' && value !== null ? 'UNREGISTERED_OBJECT' : 'INVALID_OBJECT';
      const says = code === 'INVALID_OBJECT' ? [`A.${name}: expected`] : ['create(Child'];
      for (const write of [
        () => encode(instance),
        () => encode(instance, { target: '1.0' }),
        () => toPrimitive(instance),
      ])
        refused(t, write, { code, says, hides: ['hunter2'] });
      t.is(validate(instance.constructor as typeof Child, instance).length, 1);
      t.is((instance as Record<string, unknown>)[name], value);
    }
  });

test('encode(): text is escaped, whatever is in it', (t) => {
  const { A, a } = world();
  for (const text of [breakout, '\\', '\\"', '\u0000\u001f\u2028\u2029', '</script>', '😀', '\r\n\t']) {
    const evil = Object.assign(a, { text, any: { [text]: text }, by: { [text]: [text] } });
    for (const target of [undefined, '1.0']) {
      const written = encode(evil, { target });
      t.is(dataOf(written)['text'], text);
      t.deepEqual(Object.keys(dataOf(written)), ['uuid', 'text', 'any', 'by']);
      const read = decode(A, written);
      t.is(read.text, text);
      t.deepEqual(read.any as unknown, { [text]: text });
      t.deepEqual(read.by as unknown, { [text]: [text] });
    }
  }
});

class Point {
  x = 1;
}
class Celsius {
  toJSON(): number {
    return 5;
  }
}
const cyclic: { self?: unknown } = {};
cyclic.self = cyclic;
let deepList: unknown = 1;
for (let level = 0; level < 100_000; level++) deepList = [deepList];

const strange: Record<string, unknown> = {
  'a Date': new Date(0),
  'a Map': new Map([['a', 1]]),
  'a Set': new Set([1]),
  'a function': () => 1,
  'a symbol': Symbol('s'),
  'a bigint': 5n,
  NaN: Number.NaN,
  'an infinity': -Infinity,
  'an integer beyond 2^53': 2 ** 53,
  'a class instance': new Point(),
  'an instance with toJSON': new Celsius(),
  'an object with toJSON': { toJSON: () => 'evil' },
  'a boxed string': Object('x'),
  'a Buffer': Buffer.from('x'),
  'a typed array': new Uint8Array(1),
  'an Error': new Error('x'),
  'a promise': Promise.resolve(1),
  'a RegExp': /x/,
  'a lone surrogate': '\ud800',
  'an object with inherited members': Object.create({ a: 1 }) as object,
  'a hole in a list': [, 1], // oxlint-disable-line no-sparse-arrays
  'a proxy of a class instance': new Proxy(new Point(), {}),
};
for (const [title, value] of Object.entries(strange))
  for (const [where, wrap] of [
    ['json', (v: unknown) => ({ any: v })],
    ['json, deep', (v: unknown) => ({ any: { deep: [v] } })],
    ['a list of json', (v: unknown) => ({ list: [0, v] })],
    ['a dict of json', (v: unknown) => ({ by: { k: v } })],
  ] as const)
    test(`encode(): ${title} in ${where} is refused`, (t) => {
      const { a, A } = world();
      const name = Object.keys(wrap(value))[0] ?? '';
      refused(t, () => create(A, { uuid: UUID, ...(wrap(value) as object) }), {
        code: 'INVALID_OBJECT',
        says: [`A.${name}: expected`],
      });
      Object.assign(a, wrap(value));
      refused(t, () => encode(a), { code: 'INVALID_OBJECT', says: [`A.${name}: expected`] });
    });

for (const [title, any] of Object.entries({ 'a cycle': cyclic, '100k levels': deepList }))
  test(`encode(): ${title} in json is refused`, (t) => {
    const { a } = world();
    Object.assign(a, { any });
    refused(t, () => encode(a), {
      code: 'LIMIT_EXCEEDED',
      says: ['more depth than allowed', 'raise limits.depth'],
    });
  });

test('encode(): undefined members of json are absent, symbols and hidden members are not seen', (t) => {
  const { a } = world();
  const any: object = { u: undefined, k: 1, [Symbol('s')]: 1 };
  Object.defineProperty(any, 'hidden', { value: 1, enumerable: false });
  Object.assign(a, { any });
  t.deepEqual(dataOf(encode(a))['any'], { k: 1 });
});

test('encode(): a getter and a proxy of plain data are read as what they give', (t) => {
  const { a } = world();
  Object.assign(a, {
    any: {
      get k(): number {
        return 1;
      },
      p: new Proxy({ l: [1] }, {}),
    },
  });
  t.deepEqual(dataOf(encode(a))['any'], { k: 1, p: { l: [1] } });
});

test('encode(): a getter in json is read once', (t) => {
  const { a } = world();
  let reads = 0;
  const once = (): unknown => (reads++ === 0 ? 1 : 5n);
  Object.assign(a, { any: Object.defineProperty({}, 'k', { get: once, enumerable: true }) });
  t.deepEqual(dataOf(encode(a))['any'], { k: 1 });
});

class OddList extends Array<unknown> {
  toJSON(): string {
    return 'evil';
  }
  override entries(): ArrayIterator<[number, unknown]> {
    return [].entries();
  }
}
test('encode(): a list in json is its items, whatever its class says of itself', (t) => {
  const { a } = world();
  t.deepEqual(dataOf(encode(Object.assign(a, { any: OddList.from([1, [2]]) })))['any'], [1, [2]]);
  refused(t, () => encode(Object.assign(a, { any: OddList.from([1, 10n]) })), {
    code: 'INVALID_OBJECT',
    says: ['A.any: expected'],
    pointer: '/any/1',
  });
});

test('encode(): an accessor on the instance is read once', (t) => {
  const { a } = world();
  let reads = 0;
  Object.defineProperty(a, 'uuid', { get: () => (reads++ === 0 ? UUID : breakout), enumerable: true });
  t.is(dataOf(encode(a))['uuid'], UUID);
});

test('encode(): an instance that contains itself is refused, with its place', (t) => {
  const { A, a } = world();
  const outer = create(A, { uuid: UUID });
  Object.assign(a, { self: outer });
  Object.assign(outer, { self: a });
  for (const write of [() => encode(a), () => encode(a, { target: '1.0' }), () => resetChanges(a)])
    refused(t, write, {
      code: 'CYCLIC_OBJECT',
      says: ['A contains itself at /self/self', 'reference by id'],
      pointer: '/self/self',
    });
  t.like(validate(A, a), [{ pointer: '/self/self' }]);
  refused(t, () => clone(a), { code: 'CYCLIC_OBJECT', says: ['A contains itself', 'reference by id'] });
});

test('encode(): the same child twice is no cycle', (t) => {
  const { A, Child } = world();
  const child = create(Child, { any: 1 });
  const inner = create(A, { uuid: UUID, child });
  t.notThrows(() => encode(create(A, { uuid: UUID, child, self: inner })));
});

test('encode(): a frozen instance is written, and tracked', (t) => {
  const { A, Child } = world();
  const made = deepFreeze(create(A, { uuid: UUID, any: { k: [1] }, child: create(Child, { any: 1 }) }));
  const text = encode(made);
  t.deepEqual(changes(made), ['uuid', 'any', 'child']);
  resetChanges(made);
  t.deepEqual(changes(made), []);
  t.is(encode(made), encode(deepFreeze(decode(A, encode(made)))));
  t.notThrows(() => encode(made, { target: '1.0' }));
  t.true(text.includes('"versioned_object.changes"'));
});

test('encode(): properties that are no fields are not written', (t) => {
  const { a } = world();
  Object.assign(a, { extra: 1, toJSON: () => 'evil', 'versioned_object.name': 'B' });
  t.deepEqual(dataOf(encode(a)), { uuid: UUID });
  t.is((JSON.parse(encode(a)) as Record<string, unknown>)['versioned_object.name'], 'A');
});
