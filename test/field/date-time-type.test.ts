import test from 'ava';
import { field } from '../../lib/index.js';
import { coerces, coercesNot, reads, refuses, refusesValue } from './rows.js';

const date = field.dateTime();
const utc = (iso: string): Date => new Date(iso);

const accepted: [wire: string, value: Date, written: string][] = [
  ['2026-01-31T12:00:00Z', utc('2026-01-31T12:00:00Z'), '2026-01-31T12:00:00Z'],
  ['1970-01-01T00:00:00+00:00', new Date(0), '1970-01-01T00:00:00Z'],
  ['1970-01-01 00:00:00Z', new Date(0), '1970-01-01T00:00:00Z'],
  ['2024-02-29T00:00:00Z', utc('2024-02-29T00:00:00Z'), '2024-02-29T00:00:00Z'],
  ['2000-02-29T00:00:00Z', utc('2000-02-29T00:00:00Z'), '2000-02-29T00:00:00Z'],
  ['2026-01-01T00:00:00+02:00', utc('2025-12-31T22:00:00Z'), '2025-12-31T22:00:00Z'],
  ['2026-01-01T00:00:00-0930', utc('2026-01-01T09:30:00Z'), '2026-01-01T09:30:00Z'],
  ['2026-01-01T00:00:00-00:00', utc('2026-01-01T00:00:00Z'), '2026-01-01T00:00:00Z'],
  ['2026-01-01T00:00:00.5Z', utc('2026-01-01T00:00:00.500Z'), '2026-01-01T00:00:00.500Z'],
  ['2026-01-01T00:00:00,123Z', utc('2026-01-01T00:00:00.123Z'), '2026-01-01T00:00:00.123Z'],
  ['2026-01-01T00:00:00.123000Z', utc('2026-01-01T00:00:00.123Z'), '2026-01-01T00:00:00.123Z'],
  ['2026-01-01T23:59:59.999Z', utc('2026-01-01T23:59:59.999Z'), '2026-01-01T23:59:59.999Z'],
  ['0000-01-01T00:00:00Z', utc('0000-01-01T00:00:00Z'), '0000-01-01T00:00:00Z'],
  ['0050-06-01T00:00:00Z', utc('0050-06-01T00:00:00Z'), '0050-06-01T00:00:00Z'],
  ['9999-12-31T23:59:59.999Z', utc('9999-12-31T23:59:59.999Z'), '9999-12-31T23:59:59.999Z'],
];
for (const [wire, value, written] of accepted) test('dateTime()', reads, date, wire, value, written);

const nonexistent = [
  '2025-02-29T00:00:00Z',
  '1900-02-29T00:00:00Z',
  '2026-04-31T00:00:00Z',
  '2026-13-01T00:00:00Z',
  '2026-00-01T00:00:00Z',
  '2026-01-00T00:00:00Z',
  '2026-01-01T24:00:00Z',
  '2026-01-01T23:60:00Z',
  '2026-12-31T23:59:60Z',
  '2026-01-01T00:00:60Z',
  '2026-01-01T00:60:00Z',
  '2026-01-01T00:00:00+24:00',
  '2026-01-01T00:00:00+00:60',
];
const misspelled = [
  '',
  '2026-01-01',
  '2026-01-01T00:00Z',
  '2026-1-1T00:00:00Z',
  '20260101T000000Z',
  '2026-01-01t00:00:00z',
  '2026-01-01T00:00:00.Z',
  '2026-01-01T00:00:00 Z',
  '2026-01-01T00:00:00Z\n',
  '2026-01-01T00:00:00+2',
  '2026-01-01T00:00:00UTC',
  '+012026-01-01T00:00:00Z',
  '-0001-01-01T00:00:00Z',
  'Thu, 01 Jan 1970 00:00:00 GMT',
];
for (const wire of [...nonexistent, ...misspelled])
  test(
    'dateTime()',
    refuses,
    date,
    wire,
    'value',
    '',
    /a date and time with its zone, like 2026-01-31T12:00:00Z/,
  );
for (const wire of ['0000-01-01T00:00:00+00:01', '9999-12-31T23:59:59-00:01']) {
  test('dateTime() that its zone takes out of the years 0 to 9999', refuses, date, wire, 'value');
  test('dateTime() that its zone takes out of the years 0 to 9999', coercesNot, date, wire);
}
for (const wire of ['2026-01-01T00:00:00.123456Z', '2026-01-01T00:00:00.000000001Z'])
  test('dateTime()', refuses, date, wire, 'value', '', /at most milliseconds, .*as: 'text' keeps more/);
for (const wire of ['2026-01-01T00:00:00', '2026-01-01 00:00:00.5'])
  test('dateTime()', refuses, date, wire, 'value', '', /a time zone, .*as: 'text' keeps it as it is/);
for (const wire of [0, 1767225600, true, [], {}]) test('dateTime()', refuses, date, wire, 'type');
test('dateTime()', refuses, date, null, 'null');

for (const value of ['2026-01-01T00:00:00Z', 0, {}])
  test('dateTime()', refusesValue, date, value, 'type', '', /a Date/);
for (const value of [new Date(Number.NaN), utc('+010000-01-01T00:00:00Z'), utc('-000001-12-31T23:59:59Z')])
  test('dateTime()', refusesValue, date, value, 'value', '', /a valid Date between the years 0 and 9999/);

test('dateTime({ nullable })', reads, field.dateTime({ nullable: true }), null);
test('dateTime({ nullable })', refuses, field.dateTime({ nullable: true }), '', 'value');

test('dateTime()', coerces, date, '2026-01-01T00:00:00', '2026-01-01T00:00:00Z');
test('dateTime()', coerces, date, ' 2026-01-01 00:00:00Z ', '2026-01-01T00:00:00Z');
for (const wire of ['2026-01-01T00:00:00.123456', '2025-02-29T00:00:00', '', 0, null])
  test('dateTime()', coercesNot, date, wire);

const text = field.dateTime({ as: 'text' });
const kept = [
  '2026-01-01T00:00:00.123456Z',
  '2026-01-01T00:00:00.123456789+02:00',
  '2026-01-01 00:00:00',
  '2026-01-01T00:00:00.500Z',
  '2024-02-29T00:00:00-0930',
  '0000-01-01T00:00:00+23:59',
];
for (const wire of kept) test("dateTime({ as: 'text' })", reads, text, wire);
for (const wire of [...nonexistent, ...misspelled, '2026-01-01T00:00:00.1234567890Z'])
  test("dateTime({ as: 'text' })", refuses, text, wire, 'value', '', /a date and time, like/);
test("dateTime({ as: 'text' })", refuses, text, 0, 'type');
test("dateTime({ as: 'text' })", refuses, text, null, 'null');
test("dateTime({ as: 'text' })", refusesValue, text, new Date(0), 'type');
test("dateTime({ as: 'text', nullable })", reads, field.dateTime({ as: 'text', nullable: true }), null);
