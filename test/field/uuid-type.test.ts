import test from 'ava';
import { field } from '../../lib/index.js';
import { coerces, coercesNot, reads, refuses, refusesValue } from './rows.js';

const lower = '123e4567-e89b-12d3-a456-426614174000';
for (const wire of [
  lower,
  lower.toUpperCase(),
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
])
  test('uuid()', reads, field.uuid(), wire);

const bare = lower.replaceAll('-', '');
for (const wire of [
  '',
  bare,
  `{${lower}}`,
  `urn:uuid:${lower}`,
  `${lower} `,
  `${lower}\n`,
  lower.slice(1),
  `${lower}0`,
  lower.replace('e', 'g'),
  '123e4567e-89b-12d3-a456-426614174000',
])
  test('uuid()', refuses, field.uuid(), wire, 'value', '', /a UUID of 32 hexadecimal digits in groups/);
for (const wire of [5, true, [], {}]) test('uuid()', refuses, field.uuid(), wire, 'type');
test('uuid()', refuses, field.uuid(), null, 'null');
test('uuid()', refusesValue, field.uuid(), bare, 'value');
test('uuid({ nullable })', reads, field.uuid({ nullable: true }), null);

for (const wire of [bare, `{${lower}}`, `urn:uuid:${lower}`, ` ${lower} `])
  test('uuid()', coerces, field.uuid(), wire, lower);
test('uuid()', coerces, field.uuid(), bare.toUpperCase(), lower.toUpperCase());
for (const wire of ['', 'x', lower.slice(1), 5, null]) test('uuid()', coercesNot, field.uuid(), wire);
