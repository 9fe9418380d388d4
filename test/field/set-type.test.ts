import test from 'ava';
import { field, type FieldLike } from '../../lib/index.js';
import { coerces, coercesNot, reads, refuses, refusesValue } from './rows.js';

const tags = field.set(field.string());
test('set()', reads, tags, [], new Set());
test('set()', reads, tags, ['b', 'a'], new Set(['b', 'a']));
for (const wire of [{}, 'ab', 5, true])
  test('set()', refuses, tags, wire, 'type', '', /a set, each item a string, got/);
test('set()', refuses, tags, null, 'null');
test('set()', refuses, tags, ['a', 5], 'type', '/1');
test('set()', refuses, tags, ['a', 'b', 'a'], 'value', '', /each item once, got one twice/);
test('set() of numbers', refuses, field.set(field.number()), [0, -0], 'value');
test('set() of nullable', refuses, field.set(field.string({ nullable: true })), [null, null], 'value');
test(
  'set() of nullable',
  reads,
  field.set(field.string({ nullable: true })),
  [null, 'a'],
  new Set([null, 'a']),
);
for (const value of [['a'], new Map(), new WeakSet(), {}])
  test('set()', refusesValue, tags, value, 'type', '', /a Set, got/);
test('set()', refusesValue, tags, new Set(['a', 5]), 'type', '/1');

test('set({ nullable })', reads, field.set(field.string(), { nullable: true }), null);
test('set() of integers beyond 2^53', refuses, field.set(field.integer()), [1, 2 ** 53], 'value', '/1');
test('set() of bigint()', reads, field.set(field.bigint()), [1, 2n ** 64n], new Set([1n, 2n ** 64n]));
const lists = field.set(field.list(field.bigint()));
test('set() of lists of bigint()', reads, lists, [[1], [2n ** 64n]], new Set([[1n], [2n ** 64n]]));
test('set() of lists of bigint()', refuses, lists, [[2n ** 64n], [2n ** 64n]], 'value');
const sets = field.set(field.set(field.string()));
test('set() of sets', reads, sets, [['a'], ['b']], new Set([new Set(['a']), new Set(['b'])]));
test('set() of sets', refuses, sets, [['a'], ['a']], 'value');
test('set() of enum()', reads, field.set(field.enum(['a', 'b'])), ['b'], new Set(['b']));

const noon = '2026-01-01T12:00:00Z';
const twice: [name: string, of: FieldLike, item: () => unknown, wire: unknown][] = [
  ['dateTime()', field.dateTime(), () => new Date(noon), noon],
  ['list()', field.list(field.integer()), () => [1, 2], [1, 2]],
  ['dict()', field.dict(field.integer()), () => ({ a: 1 }), { a: 1 }],
  ['json()', field.json(), () => ({ a: [null] }), { a: [null] }],
];
for (const [name, of, item, wire] of twice) {
  test(
    `set() of ${name}`,
    refuses,
    field.set(of),
    [wire, wire],
    'value',
    '',
    /each item once, got one twice/,
  );
  test(`set() of ${name}`, refusesValue, field.set(of), new Set([item(), item()]), 'value');
  test(`set() of ${name}`, reads, field.set(of), [wire], new Set([item()]));
}

const one = field.set(field.string(), { maxItems: 1 });
test('set({ maxItems })', reads, one, ['a'], new Set(['a']));
test('set({ maxItems })', refuses, one, ['a', 'b'], 'limit', '', /at most 1 items, got 2/);
test('set({ maxItems })', refusesValue, one, new Set(['a', 'b']), 'limit');

test('set(): two spellings of one value are one', coerces, field.set(field.integer()), ['1', 1, '2'], [1, 2]);
test('set()', coercesNot, field.set(field.integer()), '1');
test('set()', coercesNot, field.set(field.integer()), ['x']);
