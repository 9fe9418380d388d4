import test from 'ava';
import { create, decode, encode, field, fromPrimitive, toPrimitive } from '../../lib/index.js';
import { boxed, boxOf, coerces, coercesNot, reads, refuses, refusesValue, wireOf } from './rows.js';

test('bigint()', reads, field.bigint(), 0, 0n);
test('bigint()', reads, field.bigint(), -7, -7n);
test('bigint()', reads, field.bigint(), 7n, 7n, 7);
test('bigint()', reads, field.bigint(), Number.MAX_SAFE_INTEGER, BigInt(Number.MAX_SAFE_INTEGER));
test('bigint()', reads, field.bigint(), 2n ** 53n, 2n ** 53n);
test('bigint()', reads, field.bigint(), -(2n ** 64n), -(2n ** 64n));
for (const wire of ['5', 1.5, Number.NaN, Infinity, true, [], {}])
  test('bigint()', refuses, field.bigint(), wire, 'type', '', /a whole number of any size, got/);
for (const wire of [2 ** 53, -1e30])
  test('bigint()', refuses, field.bigint(), wire, 'type', '', /exact digits of a number beyond 2\^53/);
test('bigint()', refuses, field.bigint(), null, 'null');
for (const value of [5, '5', Object(5n)])
  test('bigint()', refusesValue, field.bigint(), value, 'type', '', /a bigint/);

test('bigint({ nullable })', reads, field.bigint({ nullable: true }), null);

const byte = field.bigint({ min: 0, max: 255 });
test('bigint({ min, max })', reads, byte, 255, 255n);
test('bigint({ min, max })', refuses, byte, 256, 'limit');
test('bigint({ min, max })', refuses, byte, -1n, 'limit');
test('bigint({ min, max })', refusesValue, byte, 256n, 'limit');

test('bigint()', coerces, field.bigint(), '5', 5);
test('bigint()', coerces, field.bigint(), ' +18446744073709551616 ', 2n ** 64n);
test('bigint()', coerces, field.bigint(), '-3', -3);
for (const wire of ['', '1.0', '1e3', '0x10', 'x', true, null, ['5']])
  test('bigint()', coercesNot, field.bigint(), wire);

test('bigint(): every digit survives a text, as a JSON number', (t) => {
  const Class = boxOf(field.bigint());
  for (const value of [2n ** 53n, 2n ** 64n - 1n, -(10n ** 40n), 0n]) {
    const text = encode(create(Class, { value }));
    t.true(text.includes(`"value":${value}}`), text);
    t.is(decode(Class, text).value, value);
  }
});

test('bigint(): numbers beyond 2^53 in json data beside it are refused, not rounded', (t) => {
  const Class = boxOf(field.list(field.json()));
  const Exact = boxOf(field.dict(field.bigint()));
  const text = JSON.stringify(boxed([0])).replace('[0]', '[9007199254740993]');
  t.throws(() => decode(Class, text), { message: /2\^53/ });
  t.deepEqual(decode(Exact, text.replace('[9007199254740993]', '{"a":9007199254740993}')).value, {
    a: 9007199254740993n,
  });
});

test('bigint(): in a list, a set and a dict', (t) => {
  const big = 2n ** 70n;
  t.deepEqual(wireOf(boxOf(field.list(field.bigint())), [1n, big]), [1, big]);
  t.deepEqual(wireOf(boxOf(field.set(field.bigint())), new Set([1n, big])), [1, big]);
  const Class = boxOf(field.dict(field.bigint()));
  const text = encode(create(Class, { value: { ['__proto__']: big } }));
  t.deepEqual(decode(Class, text).value, { ['__proto__']: big });
  t.deepEqual(toPrimitive(fromPrimitive(Class, boxed({ a: 1n })))['versioned_object.data'], {
    value: { a: 1 },
  });
});
