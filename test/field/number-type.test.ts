import test from 'ava';
import { create, decode, encode, field, fromPrimitive, toPrimitive } from '../../lib/index.js';
import { boxed, boxOf, coerces, coercesNot, reads, refuses, refusesValue, wireOf } from './rows.js';

for (const wire of [0, 1, -1.5, 0.1 + 0.2, 5e-324, 1.7976931348623157e308, 2 ** 53, 1e21])
  test('number()', reads, field.number(), wire);
for (const wire of ['1.5', '', Number.NaN, Infinity, -Infinity, true, [], {}, 5n])
  test('number()', refuses, field.number(), wire, 'type', '', /expected a finite number, got/);
test('number()', refuses, field.number(), null, 'null');
for (const value of ['1', 5n, Number.NaN, Infinity, new Number(5)])
  test('number()', refusesValue, field.number(), value, 'type');

test('number({ nullable })', reads, field.number({ nullable: true }), null);
test('number({ nullable })', refuses, field.number({ nullable: true }), Number.NaN, 'type');

const share = field.number({ min: 0, max: 1 });
for (const wire of [0, 0.5, 1]) test('number({ min, max })', reads, share, wire);
test('number({ min, max })', refuses, share, -0.1, 'limit', '', /at least 0, got -0\.1/);
test('number({ min, max })', refuses, share, 1.1, 'limit');
test('number({ min, max })', refusesValue, share, 1.1, 'limit');

for (const [wire, meant] of [
  ['1.5', 1.5],
  [' 2 ', 2],
  ['-1e3', -1000],
  [true, 1],
  [false, 0],
])
  test('number()', coerces, field.number(), wire, meant);
for (const wire of ['', ' ', 'NaN', 'Infinity', '1,5', 'x', null, [1]])
  test('number()', coercesNot, field.number(), wire);

test('number(): JSON has no negative zero, so 0 is written', (t) => {
  const Class = boxOf(field.number());
  t.is(wireOf(Class, -0), 0);
  t.true(encode(create(Class, { value: -0 })).includes('"value":0}'));
  t.is(decode(Class, JSON.stringify(boxed(1)).replace('"value":1', '"value":-0')).value, -0);
});

for (const [value, word] of [
  [Number.NaN, 'NaN'],
  [Infinity, 'Infinity'],
  [-Infinity, '-Infinity'],
] as const) {
  test(`number(): a bare ${word} is read and written with python: true only`, (t) => {
    const Class = boxOf(field.number());
    const text = JSON.stringify(boxed(0)).replace('"value":0', `"value":${word}`);
    t.throws(() => decode(Class, text), { code: 'BACKLEVEL_PAYLOAD_SYNTAX' });
    const instance = decode(Class, text, { python: true });
    t.is(instance.value, value);
    t.throws(() => encode(instance), { code: 'BACKLEVEL_INVALID_OBJECT' });
    t.deepEqual(toPrimitive(instance, { python: true })['versioned_object.data'], { value });
    const written = encode(instance, { python: true });
    t.true(written.includes(`"value":${word}}`), written);
    t.is(decode(Class, written, { python: true }).value, value);
  });
}

test('number(): with python: true limits hold for the infinities too', (t) => {
  const Class = boxOf(field.number({ max: 10 }));
  t.throws(() => fromPrimitive(Class, boxed(Infinity), { python: true }), { message: /at most 10/ });
  t.is(fromPrimitive(Class, boxed(-Infinity), { python: true }).value, -Infinity);
});
