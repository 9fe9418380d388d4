import test from 'ava';
import { create, decode, encode, field, fromPrimitive, LimitExceededError } from '../../lib/index.js';
import { AT_VALUE, boxed, boxOf, coerces, coercesNot, reads, refuses, refusesValue } from './rows.js';

for (const text of [
  '',
  'a',
  'é',
  '日本',
  '😀',
  '\u0000',
  '"},"x":{"',
  '\\',
  '\u2028',
  '__proto__',
  '5',
  'null',
]) {
  test('string()', reads, field.string(), text);
}
for (const wire of [5, 0, true, [], {}, ['a'], 5n]) test('string()', refuses, field.string(), wire, 'type');
test('string()', refuses, field.string(), null, 'null');
for (const lone of ['\uD800', 'a\uDC00', '\uDC00\uD800']) {
  test('string()', refuses, field.string(), lone, 'value', '', /well-formed Unicode, got a lone surrogate$/);
  test('string()', refusesValue, field.string(), lone, 'value');
}
for (const value of [5, new String('a'), Symbol('a'), (): string => 'a'])
  test('string()', refusesValue, field.string(), value, 'type');

test('string({ nullable })', reads, field.string({ nullable: true }), null);
test('string({ nullable })', reads, field.string({ nullable: true }), '');
test('string({ nullable })', refuses, field.string({ nullable: true }), 5, 'type');

const limited = field.string({ minLength: 2, maxLength: 4 });
for (const text of ['ab', 'abcd', '😀', '😀😀'])
  test('string({ minLength, maxLength })', reads, limited, text);
test(
  'string({ minLength, maxLength })',
  refuses,
  limited,
  'a',
  'limit',
  '',
  /at least 2 characters, got "a"/,
);
test('string({ minLength, maxLength })', refuses, limited, 'abcde', 'limit', '', /at most 4 characters/);
test('string({ minLength, maxLength })', refuses, limited, '😀😀😀', 'limit');
test('string({ minLength, maxLength })', refusesValue, limited, 'abcde', 'limit');

const word = field.string({ pattern: /[a-z]+|\d/ });
for (const text of ['a', 'abc', '7']) test('string({ pattern })', reads, word, text);
for (const text of ['', 'a1', '1a', '77', 'ab\n', ' a', 'A'])
  test('string({ pattern }): the whole value must match', refuses, word, text, 'limit', '', /text like/);
const lax = field.string({ pattern: /^[A-Z]+$/i });
test('string({ pattern }) with anchors and flags', reads, lax, 'aBc');
test('string({ pattern }) with anchors and flags', refuses, lax, 'a\nb', 'limit');

test('string({ pattern }): a global pattern remembers nothing between two values', (t) => {
  const Class = boxOf(field.list(field.string({ pattern: /a/g })));
  t.deepEqual(fromPrimitive(Class, boxed(['a', 'a', 'a'])).value, ['a', 'a', 'a']);
});

test('string()', coerces, field.string(), 5, '5');
test('string()', coerces, field.string(), 1.5, '1.5');
test('string()', coerces, field.string(), 12n, '12');
test('string()', coerces, field.string(), true, 'True');
test('string()', coerces, field.string(), false, 'False');
test('string()', coercesNot, field.string(), null);
test('string()', coercesNot, field.string(), ['a']);
test('string()', coercesNot, field.string(), { a: 1 });
test('string()', coercesNot, field.string({ maxLength: 1 }), 10);

test('string(): a message shows the start of a long text, on one line', (t) => {
  const long = `first\nsecond${'x'.repeat(500)}`;
  const error = t.throws(() => create(boxOf(field.string({ maxLength: 4 })), { value: long }));
  t.true(error.message.length < 200);
  t.false(error.message.includes('\n'));
});

test('string(): limits.stringLength of the verb holds for each text', (t) => {
  const Class = boxOf(field.string());
  const limits = { stringLength: 4 };
  t.is(fromPrimitive(Class, boxed('abcd'), { limits }).value, 'abcd');
  const error = t.throws(() => fromPrimitive(Class, boxed('abcde'), { limits }), {
    instanceOf: LimitExceededError,
  });
  t.like(error, { limit: 'stringLength', allowed: 4, pointer: AT_VALUE });
});

test('string(): no text breaks out of its quotes', (t) => {
  const Class = boxOf(field.string());
  for (const value of ['","x":"', '\\"', '\u0007', '</script>', '\u2029']) {
    t.is(decode(Class, encode(create(Class, { value }))).value, value);
  }
});
