import test from 'ava';
import { field } from '../../lib/index.js';
import { coerces, coercesNot, reads, refuses, refusesValue } from './rows.js';

for (const wire of [true, false]) test('boolean()', reads, field.boolean(), wire);
for (const wire of [0, 1, 'true', '', [], {}, 1n])
  test('boolean()', refuses, field.boolean(), wire, 'type', '', /a boolean, got/);
test('boolean()', refuses, field.boolean(), null, 'null');
for (const value of [1, 'true', new Boolean(true)])
  test('boolean()', refusesValue, field.boolean(), value, 'type');

for (const wire of [null, true, false])
  test('boolean({ nullable })', reads, field.boolean({ nullable: true }), wire);

for (const wire of [1, 'true', 'True', ' TRUE ', 't', 'yes', 'y', 'on', '1'])
  test('boolean()', coerces, field.boolean(), wire, true);
for (const wire of [0, 'false', 'False', 'f', 'no', 'n', 'OFF', '0'])
  test('boolean()', coerces, field.boolean(), wire, false);
for (const wire of ['', 'ja', '2', 2, -1, null, [], [true], 'constructor', '__proto__', 'toString'])
  test('boolean()', coercesNot, field.boolean(), wire);
