import test from 'ava';
import { fieldRecordsAt } from '../../../lib/compat/record/record-version.js';
import { compareFields } from '../../../lib/compat/rules/compare-fields.js';
import { defineObject, field, type FieldLike, modelOf, Registry } from '../../../lib/index.js';

/** What a check sees between two declarations of one field, as `kind path name`. */
function seen(before: FieldLike, after: FieldLike): readonly string[] {
  const [old, now] = [before, after].map((declared) => {
    const registry = new Registry();
    defineObject('A', '1.0', {}, { registry });
    defineObject('B', '1.0', {}, { registry });
    const model = modelOf(defineObject('Thing', '1.0', { it: declared }, { registry }));
    return fieldRecordsAt(model, model.version)['it'];
  });
  if (old === undefined || now === undefined) throw new Error('the field was not recorded');
  return compareFields('it', old, now).map(({ kind, path, name }) => `${kind} ${path} ${name}`);
}

const differs = test.macro({
  exec: (t, before: FieldLike, after: FieldLike, expected: readonly string[]) => {
    t.deepEqual(seen(before, after), expected);
    t.deepEqual(seen(before, before), []);
    t.deepEqual(seen(after, after), []);
  },
  title: (name = '') => `compareFields(): ${name}`,
});

const { string, integer, number, list, set, dict, object, dateTime } = field;

test('a list of strings is no list of integers', differs, list(string()), list(integer()), [
  'type it.* type',
]);
test('a dict of strings is no dict of integers', differs, dict(string()), dict(integer()), [
  'type it.* type',
]);
test('a list in a dict is looked into', differs, dict(list(string())), dict(list(integer())), [
  'type it.*.* type',
]);
test('the name of an object counts', differs, object('A'), object('B'), ['child it type']);
test('the name of an object in a list counts', differs, list(object('A')), list(object('B')), [
  'child it.* type',
]);
test('the name of an object in a dict counts', differs, dict(object('A')), dict(object('B')), [
  'child it.* type',
]);
test('read-only counts', differs, integer(), integer({ readOnly: true }), ['read-only it readOnly']);
test('the zone of a date counts', differs, dateTime(), dateTime({ as: 'text' }), ['format it type']);
test('the zone of dates in a list counts', differs, list(dateTime()), list(dateTime({ as: 'text' })), [
  'format it.* type',
]);
test('the default 1 is not "1"', differs, field.json({ default: 1 }), field.json({ default: '1' }), [
  'default it default',
]);
test('null in a dict counts', differs, dict(string()), dict(string({ nullable: true })), [
  'null-added it.* nullable',
]);
test('null taken away counts', differs, string({ nullable: true }), string(), ['null-removed it nullable']);
test('the order of an enum does not', differs, field.enum(['a', 'b']), field.enum(['b', 'a']), []);
test('a value of an enum does', differs, list(field.enum(['a'])), list(field.enum(['a', 'b'])), [
  'value-added it.* "b"',
]);
test('1 is not the value "1"', differs, field.enum([1]), field.enum(['1']), [
  'value-added it "1"',
  'value-removed it 1',
]);
test('an integer is narrower than a number', differs, integer(), number(), ['widened it type']);
test('a number is wider than an integer', differs, number(), integer(), ['narrowed it type']);
test(
  'a UUID is narrower than a string, if that takes 36 characters',
  differs,
  field.uuid(),
  string({ maxLength: 9 }),
  ['widened it type', 'tightened it maxLength'],
);
test('a string of 9 characters takes no UUID', differs, string({ maxLength: 9 }), field.uuid(), [
  'narrowed it type',
  'loosened it maxLength',
]);
test('an enum of texts is narrower than a string', differs, field.enum(['a']), string(), ['widened it type']);
test('an enum of numbers is no string', differs, field.enum([1]), string(), ['type it type']);
test(
  'a state is read as an enum',
  differs,
  field.stateMachine(['a', 'b'], { a: ['b'] }),
  field.enum(['a', 'c']),
  ['value-added it "c"', 'value-removed it "b"', 'transitions it transitions'],
);
test('a set of strings is narrower than a list', differs, set(string()), list(string()), ['widened it type']);
test('a list that becomes a set of others', differs, list(string()), set(integer()), [
  'narrowed it type',
  'type it.* type',
]);
test('a higher minimum is tighter', differs, integer({ min: 0 }), integer({ min: 1 }), ['tightened it min']);
test('a higher maximum is looser', differs, integer({ max: 5 }), integer({ max: 9 }), ['loosened it max']);
test('limits of elements count', differs, list(string({ maxLength: 9 })), list(string({ maxLength: 5 })), [
  'tightened it.* maxLength',
]);
test('fewer items are tighter', differs, list(string()), list(string(), { maxItems: 5 }), [
  'tightened it maxItems',
]);
test('a pattern may be both', differs, string({ pattern: /a/ }), string({ pattern: /b/ }), [
  'tightened it pattern',
  'loosened it pattern',
]);
test('the flags of a pattern count', differs, string({ pattern: /a/ }), string({ pattern: /a/i }), [
  'tightened it pattern',
  'loosened it pattern',
]);
test(
  'a transition that goes counts',
  differs,
  field.stateMachine(['a', 'b'], { a: ['b'], b: ['a'] }),
  field.stateMachine(['a', 'b'], { a: ['b'] }),
  ['transitions it transitions'],
);
test('optional counts', differs, string(), string({ optional: true }), ['required-removed it optional']);
test('sensitive counts', differs, string({ sensitive: true }), string(), ['sensitive-removed it sensitive']);
test('coercion counts', differs, integer(), integer({ coerce: true }), ['coerce it coerce']);
test('a doc does not', differs, integer(), integer({ doc: 'a number', deprecated: true }), []);

test('compareFields(): what a sensitive field defaults to is not shown', (t) => {
  const type = { kind: 'string' };
  const [difference] = compareFields(
    'token',
    { type, sensitive: true, default: { value: 'hunter2' } },
    { type, sensitive: true, default: { value: 'hunter3' } },
  );
  t.is(difference?.kind, 'default');
  t.notRegex(JSON.stringify(difference), /hunter/);
});
