import test from 'ava';
import { create, field, fromPrimitive, LimitExceededError, toPrimitive, validate } from '../../lib/index.js';
import { AT_VALUE, boxed, boxOf, coerces, coercesNot, reads, refuses, refusesValue } from './rows.js';

const integers = field.list(field.integer());
for (const wire of [[], [1], [1, 1, 2]]) test('list()', reads, integers, wire);
for (const wire of ['', 'ab', 5, {}, { length: 0 }, true])
  test('list()', refuses, integers, wire, 'type', '', /a list, each item an integer, got/);
test('list()', refuses, integers, null, 'null');
test('list()', refuses, integers, [1, '2'], 'type', '/1');
test('list()', refuses, integers, [null], 'null', '/0');
for (const value of [new Set([1]), { 0: 1, length: 1 }, new Uint8Array(1)])
  test('list()', refusesValue, integers, value, 'type');
test('list()', refusesValue, integers, [1, 'x'], 'type', '/1');
// oxlint-disable-next-line no-sparse-arrays -- a hole is what is tested
test('list(): a hole is no item', refusesValue, integers, [1, , 2], 'type', '/1');

test('list({ nullable })', reads, field.list(field.integer(), { nullable: true }), null);
test('list() of nullable', reads, field.list(field.integer({ nullable: true })), [null, 1]);
test(
  'list() of dateTime()',
  reads,
  field.list(field.dateTime()),
  ['1970-01-01T00:00:00+00:00'],
  [new Date(0)],
  ['1970-01-01T00:00:00Z'],
);
test('list() of list()', reads, field.list(integers), [[], [1, 2]]);
test('list() of list()', refuses, field.list(integers), [[1], [2, 'x']], 'type', '/1/1');
test(
  'list() of dict() of set()',
  refuses,
  field.list(field.dict(field.set(field.string()))),
  [{}, { a: ['x', 5] }],
  'type',
  '/1/a/1',
);
test('list() of an enum', refuses, field.list(field.enum(['a'])), ['a', 'b'], 'value', '/1');
test(
  'list() with limits of its items',
  refuses,
  field.list(field.string({ maxLength: 1 })),
  ['a', 'bb'],
  'limit',
  '/1',
);

const pair = field.list(field.integer(), { maxItems: 2 });
test('list({ maxItems })', reads, pair, [1, 2]);
test('list({ maxItems })', refuses, pair, [1, 2, 3], 'limit', '', /at most 2 items, got 3/);
test('list({ maxItems })', refusesValue, pair, [1, 2, 3], 'limit');

test('list()', coerces, integers, ['1', true, 3], [1, 1, 3]);
test('list() of list()', coerces, field.list(integers), [['1'], []], [[1], []]);
test('list()', coercesNot, integers, '1');
test('list()', coercesNot, integers, ['x']);
test('list()', coercesNot, integers, [null]);

test('list(): validate lists every fault, and reading stops at the first', (t) => {
  const Class = boxOf(integers);
  const payload = boxed(['a', 1, null, 1.5]);
  t.deepEqual(
    validate(Class, payload).map((fault) => [fault.kind, fault.pointer]),
    [
      ['type', `${AT_VALUE}/0`],
      ['null', `${AT_VALUE}/2`],
      ['type', `${AT_VALUE}/3`],
    ],
  );
  const error = t.throws(() => fromPrimitive(Class, payload), { code: 'BACKLEVEL_INVALID_PAYLOAD' });
  t.true(error.message.endsWith(`(at ${AT_VALUE}/0)`), error.message);
});

test('list(): instance, payload and written tree share nothing', (t) => {
  const Class = boxOf(field.list(integers));
  const payload = boxed([[1]]);
  const instance = fromPrimitive(Class, payload);
  (instance.value as number[][])[0]?.push(2);
  t.deepEqual(payload, boxed([[1]]));
  const written = toPrimitive(instance);
  (instance.value as number[][])[0]?.push(3);
  t.deepEqual(written['versioned_object.data'], { value: [[1, 2]] });
});

test('list(): limits.items counts the items of all lists together', (t) => {
  const Class = boxOf(field.list(integers));
  t.notThrows(() => fromPrimitive(Class, boxed([[1], [2]]), { limits: { items: 4 } }));
  const error = t.throws(() => fromPrimitive(Class, boxed([[1], [2, 3]]), { limits: { items: 4 } }), {
    instanceOf: LimitExceededError,
  });
  t.like(error, { limit: 'items', allowed: 4 });
  t.throws(() => toPrimitive(create(Class, { value: [[1], [2, 3]] }), { limits: { items: 4 } }), {
    instanceOf: LimitExceededError,
  });
});
