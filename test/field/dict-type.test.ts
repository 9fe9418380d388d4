import test from 'ava';
import { create, decode, encode, field, fromPrimitive, toPrimitive, validate } from '../../lib/index.js';
import { AT_VALUE, boxed, boxOf, coerces, coercesNot, reads, refuses, refusesValue } from './rows.js';

const sizes = field.dict(field.integer());
for (const wire of [{}, { a: 1 }, { '': 0, 'a/b': 1, '~': 2, '1': 3 }]) test('dict()', reads, sizes, wire);
for (const wire of [[], 'a', 5, true])
  test('dict()', refuses, sizes, wire, 'type', '', /a dict, each value an integer, got/);
test('dict()', refuses, sizes, null, 'null');
test('dict()', refuses, sizes, { a: 1, b: null }, 'null', '/b');
test('dict()', refuses, sizes, { 'a/b~c': '1' }, 'type', '/a~1b~0c');
test('dict()', refuses, sizes, { '\uD800': 1 }, 'value', '/\uD800', /lone surrogate/);
test('dict()', refuses, sizes, { ['__proto__']: 'x' }, 'type', '/__proto__');
class Sizes {
  readonly a = 1;
}
for (const value of [new Map([['a', 1]]), new Sizes(), [1]])
  test('dict()', refusesValue, sizes, value, 'type', '', /a plain object, got/);
test('dict()', refusesValue, sizes, { a: undefined }, 'type', '/a');
test('dict()', refusesValue, sizes, { a: 1, b: '2' }, 'type', '/b');

test('dict({ nullable })', reads, field.dict(field.integer(), { nullable: true }), null);
test('dict() of nullable', reads, field.dict(field.integer({ nullable: true })), { a: null });
test(
  'dict() of dateTime()',
  reads,
  field.dict(field.dateTime()),
  { a: '1970-01-01T00:00:00Z' },
  { a: new Date(0) },
);
test('dict() of list()', reads, field.dict(field.list(field.string())), { a: [], b: ['x'] });
test('dict() of dict()', refuses, field.dict(sizes), { a: { b: 1, c: 1.5 } }, 'type', '/a/c');

const few = field.dict(field.integer(), { maxItems: 1 });
test('dict({ maxItems })', reads, few, { a: 1 });
test('dict({ maxItems })', refuses, few, { a: 1, b: 2 }, 'limit', '', /at most 1 \w+, got 2/);
test('dict({ maxItems })', refusesValue, few, { a: 1, b: 2 }, 'limit');

test('dict()', coerces, sizes, { a: '1', b: true }, { a: 1, b: 1 });
test('dict()', coerces, sizes, { ['__proto__']: '1' }, { ['__proto__']: 1 });
test('dict()', coercesNot, sizes, { a: 'x' });
test('dict()', coercesNot, sizes, { a: null });
test('dict()', coercesNot, sizes, [['a', 1]]);

for (const key of ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty']) {
  test(`dict(): ${key} is a key like any other`, (t) => {
    for (const Class of [boxOf(sizes), boxOf(field.dict(field.bigint()))]) {
      const text = JSON.stringify(boxed(0)).replace('"value":0', `"value":{"${key}":5}`);
      const instance = decode(Class, text);
      t.deepEqual(Object.keys(instance.value as object), [key]);
      t.is(Object.getPrototypeOf(instance.value), Object.prototype);
      t.true(encode(instance).includes(`{"${key}":5}`));
    }
    t.is(({} as Record<string, unknown>)['polluted'], undefined);
  });
}

test('dict(): an object under __proto__ pollutes nothing', (t) => {
  const Class = boxOf(field.dict(field.dict(field.boolean())));
  const text = JSON.stringify(boxed(0)).replace('"value":0', '"value":{"__proto__":{"polluted":true}}');
  const instance = decode(Class, text);
  t.deepEqual(Object.keys(instance.value as object), ['__proto__']);
  t.false('polluted' in {});
  t.false('polluted' in (instance.value as object));
  t.true(JSON.stringify(toPrimitive(instance)).includes('{"__proto__":{"polluted":true}}'));
});

test('dict(): validate lists every fault', (t) => {
  const faults = validate(boxOf(sizes), boxed({ a: 'x', b: 1, c: null }));
  t.deepEqual(
    faults.map((fault) => [fault.kind, fault.pointer]),
    [
      ['type', `${AT_VALUE}/a`],
      ['null', `${AT_VALUE}/c`],
    ],
  );
});

test('dict(): instance, payload and written tree share nothing', (t) => {
  const Class = boxOf(field.dict(field.list(field.integer())));
  const payload = boxed({ a: [1] });
  const instance = fromPrimitive(Class, payload);
  (instance.value as { a: number[] }).a.push(2);
  t.deepEqual(payload, boxed({ a: [1] }));
  const given = { a: [1] };
  const made = create(Class, { value: given });
  t.deepEqual(validate(Class, made), []);
  t.is(made.value, given);
});
