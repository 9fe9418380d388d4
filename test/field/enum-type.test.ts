import test from 'ava';
import { field } from '../../lib/index.js';
import { coerces, coercesNot, reads, refuses, refusesValue } from './rows.js';

const action = field.enum(['INIT', 'CREATE', 'a b', '']);
for (const wire of ['INIT', 'CREATE', 'a b', '']) test('enum()', reads, action, wire);
for (const wire of ['init', 'INIT ', 'constructor', '__proto__', 'toString', 0, true, [], ['INIT'], {}])
  test('enum()', refuses, action, wire, 'value', '', /expected one of "INIT", "CREATE", "a b", "", got/);
test('enum()', refuses, action, null, 'null');
test('enum()', refusesValue, action, 'DELETE', 'value');

const level = field.enum([0, 1, 2.5]);
for (const wire of [0, 1, 2.5]) test('enum() of numbers', reads, level, wire);
for (const wire of ['0', 3, true, Number.NaN, 1n]) test('enum() of numbers', refuses, level, wire, 'value');

test('enum({ nullable })', reads, field.enum(['a'], { nullable: true }), null);
test('enum({ nullable })', refuses, field.enum(['a'], { nullable: true }), 'null', 'value');

test('enum()', coerces, level, '1', 1);
test('enum()', coerces, level, '2.5', 2.5);
test('enum()', coerces, field.enum(['1', '2']), 2, '2');
test('enum()', coerces, field.enum(['true']), true, 'true');
test('enum()', coercesNot, action, 'init');
test('enum()', coercesNot, level, '1.0');
test('enum()', coercesNot, level, null);
for (const wire of [['a'], [['a']], {}, JSON.parse('{"toString":1,"valueOf":1}')] as unknown[])
  test('enum()', coercesNot, field.enum(['a', '[object Object]']), wire);
test('enum()', coercesNot, level, [1]);

test(
  'enum(): a long list is shown in part',
  refuses,
  field.enum(Array.from({ length: 40 }, (_, index) => `v${index}`)),
  'x',
  'value',
  '',
  /"v11", … \(40 in all\), got "x"$/,
);
