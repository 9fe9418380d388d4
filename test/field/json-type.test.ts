import test from 'ava';
import {
  create,
  decode,
  encode,
  field,
  fromPrimitive,
  LimitExceededError,
  validate,
} from '../../lib/index.js';
import { AT_VALUE, boxed, boxOf, coercesNot, reads, refuses, refusesValue, wireOf } from './rows.js';

const deep = { a: [1, { b: null, c: [[], {}] }], 'key/with~marks': '', '': 0 };
for (const wire of [0, -1.5, '', 'x', true, false, [], {}, [null], deep])
  test('json()', reads, field.json(), wire);
test('json()', refuses, field.json(), null, 'null');
test('json({ nullable })', reads, field.json({ nullable: true }), null);

for (const wire of [Number.NaN, Infinity])
  test('json()', refuses, field.json(), wire, 'type', '', /a finite number/);
test('json()', refuses, field.json(), [{ a: Number.NaN }], 'type', '/0/a');
test('json()', refuses, field.json(), { 'a/b': { '~': 2 ** 53 } }, 'value', '/a~1b/~0', /within 2\^53/);
test('json()', refuses, field.json(), { a: ['\uD800'] }, 'value', '/a/0', /lone surrogate/);
test('json()', refuses, field.json(), { a: { 'x\uD800': 1 } }, 'value', '/a', /lone surrogate/);
test('json()', refuses, field.json(), [5n], 'type', '/0');

class Point {
  readonly x = 1;
}
for (const value of [new Date(0), new Map(), new Set(), new Point(), Symbol('a'), (): void => {}, /a/, 5n])
  test('json()', refusesValue, field.json(), value, 'type');
test(
  'json()',
  refusesValue,
  field.json(),
  { a: [new Point()] },
  'type',
  '/a/0',
  /expected JSON data, got a Point/,
);
test('json()', refusesValue, field.json(), { a: [undefined] }, 'type', '/a/0');
test('json()', coercesNot, field.json(), null);

test('json(): an absent member may be spelled undefined', (t) => {
  const Class = boxOf(field.json());
  t.is(JSON.stringify(wireOf(Class, { a: undefined, b: 1 })), '{"b":1}');
});

test('json(): JSON has no negative zero, so 0 is written', (t) => {
  const Class = boxOf(field.json());
  t.is(wireOf(Class, -0), 0);
  t.deepEqual(wireOf(Class, { a: [-0] }), { a: [0] });
});

test('json(): an object without a prototype is data', (t) => {
  const bare = Object.assign(Object.create(null) as Record<string, unknown>, { a: 1 });
  t.deepEqual(wireOf(boxOf(field.json()), bare), { a: 1 });
});

const keys = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'length', 'then'];
for (const key of keys) {
  test(`json(): ${key} is a key like any other, at every depth`, (t) => {
    const Class = boxOf(field.json());
    const text = JSON.stringify(boxed(0)).replace(
      '"value":0',
      `"value":{"${key}":{"${key}":{"polluted":true}}}`,
    );
    const { value } = decode(Class, text);
    t.deepEqual(Object.keys(value as object), [key]);
    t.is(Object.getPrototypeOf(value), Object.prototype);
    const inner = Object.getOwnPropertyDescriptor(value, key)?.value as object;
    t.deepEqual(Object.keys(inner), [key]);
    t.is(Object.getPrototypeOf(inner), Object.prototype);
    t.false('polluted' in {});
    t.true(encode(create(Class, { value })).includes(`{"${key}":{"${key}":{"polluted":true}}}`));
    t.deepEqual(validate(Class, JSON.parse(text)), []);
  });
}

test('json(): instance, payload and written tree share nothing', (t) => {
  const Class = boxOf(field.json());
  const payload = boxed({ list: [{ a: 1 }] });
  const instance = fromPrimitive(Class, payload);
  const value = instance.value as { list: { a: number }[] };
  const written = wireOf(Class, value) as typeof value;
  (value.list[0] as { a: number }).a = 2;
  t.deepEqual(payload, boxed({ list: [{ a: 1 }] }));
  t.deepEqual(written, { list: [{ a: 1 }] });
});

test('json(): what contains itself is refused, not followed', (t) => {
  const loop: Record<string, unknown> = {};
  loop['self'] = loop;
  const error = t.throws(() => create(boxOf(field.json()), { value: loop }), {
    instanceOf: LimitExceededError,
  });
  t.is(error.limit, 'depth');
});

test('json(): limits of the verb hold for depth and for members', (t) => {
  const Class = boxOf(field.json());
  t.like(
    t.throws(() => fromPrimitive(Class, boxed([[[[0]]]]), { limits: { depth: 3 } }), {
      instanceOf: LimitExceededError,
    }),
    { limit: 'depth', allowed: 3 },
  );
  t.notThrows(() => fromPrimitive(Class, boxed([1, { a: 1 }]), { limits: { items: 3 } }));
  t.like(
    t.throws(() => fromPrimitive(Class, boxed([1, { a: 1, b: 2 }]), { limits: { items: 3 } }), {
      instanceOf: LimitExceededError,
    }),
    { limit: 'items', allowed: 3, pointer: `${AT_VALUE}/1` },
  );
});

test('json(): validate lists every fault', (t) => {
  const faults = validate(boxOf(field.json()), boxed([Number.NaN, 1, { a: 2 ** 60, b: '\uDC00' }]));
  t.deepEqual(
    faults.map((fault) => fault.pointer),
    [`${AT_VALUE}/0`, `${AT_VALUE}/2/a`, `${AT_VALUE}/2/b`],
  );
});
