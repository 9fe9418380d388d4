import test from 'ava';
import { decode, field } from '../../lib/index.js';
import { boxed, boxOf, coerces, coercesNot, reads, refuses, refusesValue } from './rows.js';

for (const wire of [0, 1, -1, 5.0, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER])
  test('integer()', reads, field.integer(), wire);
for (const wire of ['5', '', 1.5, -0, Number.NaN, Infinity, -Infinity, true, [], {}, 5n])
  test('integer()', refuses, field.integer(), wire, 'type', '', /expected an integer, got/);
test('integer()', refuses, field.integer(), null, 'null');
for (const wire of [2 ** 53, -(2 ** 53), 1e300])
  test(
    'integer()',
    refuses,
    field.integer(),
    wire,
    'value',
    '',
    /within 2\^53 \(field\.bigint reads larger ones\)/,
  );
for (const value of ['5', 1.5, -0, Number.NaN, 5n, new Number(5)])
  test('integer()', refusesValue, field.integer(), value, 'type');
test('integer()', refusesValue, field.integer(), 2 ** 53, 'value');

test('integer({ nullable })', reads, field.integer({ nullable: true }), null);
test('integer({ nullable })', reads, field.integer({ nullable: true }), 0);

const port = field.integer({ min: 1, max: 65_535 });
for (const wire of [1, 65_535]) test('integer({ min, max })', reads, port, wire);
test('integer({ min, max })', refuses, port, 0, 'limit', '', /at least 1, got 0/);
test('integer({ min, max })', refuses, port, 65_536, 'limit', '', /at most 65535, got 65536/);
test('integer({ min, max })', refuses, port, 'x', 'type', '', /an integer from 1 to 65535, got "x"/);
test('integer({ min })', refuses, field.integer({ min: 0 }), '', 'type', '', /an integer of at least 0/);
test('integer({ max })', refuses, field.integer({ max: 9 }), '', 'type', '', /an integer of at most 9/);
test('integer({ min, max })', refusesValue, port, 0, 'limit');

for (const [wire, meant] of [
  ['5', 5],
  [' 5 ', 5],
  ['+5', 5],
  ['-5', -5],
  ['007', 7],
  [true, 1],
  [false, 0],
])
  test('integer()', coerces, field.integer(), wire, meant);
for (const wire of [
  '',
  ' ',
  '5.0',
  '5.5',
  '1e3',
  '0x10',
  'five',
  '٥',
  1.5,
  '9007199254740992',
  null,
  [5],
  '-0',
])
  test('integer()', coercesNot, field.integer(), wire);
test('integer({ min, max })', coercesNot, port, '0');

test('integer({ coerce }): the field says so itself', (t) => {
  const Class = boxOf(field.integer({ coerce: true }));
  t.is(decode(Class, JSON.stringify(boxed('5'))).value, 5);
  t.throws(() => decode(Class, JSON.stringify(boxed('five'))), { code: 'BACKLEVEL_INVALID_PAYLOAD' });
});

test('integer(): digits beyond 2^53 in a text are refused, not rounded', (t) => {
  const text = JSON.stringify(boxed(0)).replace('"value":0', '"value":9007199254740993');
  t.throws(() => decode(boxOf(field.integer()), text), { message: /within 2\^53/ });
});
