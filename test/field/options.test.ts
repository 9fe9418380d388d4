import test from 'ava';
import {
  create,
  decode,
  defineObject,
  encode,
  field,
  type FieldLike,
  fromPrimitive,
  partial,
  Registry,
  resetChanges,
  toPrimitive,
  validate,
} from '../../lib/index.js';

const classOf = <F extends Record<string, FieldLike>>(fields: F) =>
  defineObject('Sample', '1.0', fields, { registry: new Registry() });
const envelope = (data: object): object => ({
  'versioned_object.name': 'Sample',
  'versioned_object.namespace': 'backlevel',
  'versioned_object.version': '1.0',
  'versioned_object.data': data,
});

test('default: used by create where nothing is given, fresh each time, and by nobody else', (t) => {
  let made = 0;
  const Sample = classOf({
    id: field.integer({ default: () => (made += 1) }),
    tags: field.list(field.string(), { default: ['a'] }),
    names: field.set(field.string(), { default: new Set(['n']) }),
    at: field.dateTime({ default: new Date(0) }),
    note: field.string({ nullable: true, default: null }),
    zero: field.integer({ default: 0 }),
  });
  const [first, second] = [create(Sample, {}), create(Sample, { zero: undefined })];
  t.deepEqual([first.id, second.id], [1, 2]);
  t.deepEqual(
    { ...first, id: 0 },
    { id: 0, tags: ['a'], names: new Set(['n']), at: new Date(0), note: null, zero: 0 },
  );
  t.not(first.tags, second.tags);
  t.not(first.at, second.at);
  first.tags.push('b');
  t.deepEqual(create(Sample, {}).tags, ['a']);
  t.is(create(Sample, { id: 9 }).id, 9);
  t.is(made, 3);
  t.deepEqual(toPrimitive(partial(Sample, {}))['versioned_object.data'], {});
  t.is(made, 3);
  t.deepEqual(
    validate(Sample, envelope({})).map((fault) => fault.kind),
    Array.from({ length: 6 }, () => 'required'),
  );
  t.is(fromPrimitive(Sample, envelope({}), { partial: true }).zero, undefined);
});

test('default: an object made with create(), each instance with its own', (t) => {
  const registry = new Registry();
  const Child = defineObject('Child', '1.0', { id: field.integer() }, { registry });
  const Sample = defineObject(
    'Sample',
    '1.0',
    {
      one: field.object(Child, { default: create(Child, { id: 1 }) }),
      made: field.object(Child, { default: () => create(Child, { id: 2 }) }),
      all: field.list(field.object(Child), { default: [create(Child, { id: 3 })] }),
    },
    { registry },
  );
  const first = create(Sample, {});
  t.true(first.one instanceof Child && first.all[0] instanceof Child);
  for (const child of [first.one, first.made, ...first.all]) child.id = 9;
  const second = create(Sample, {});
  t.deepEqual([second.one.id, second.made.id, second.all[0]?.id], [1, 2, 3]);
  t.deepEqual(decode(Sample, encode(second)), second);
});

test('default: checked as every value is', (t) => {
  const Sample = classOf({ id: field.string({ maxLength: 1, default: () => 'abc' }) });
  t.throws(() => create(Sample, {}), { message: /^Sample\.id: expected at most 1 characters, got "abc"/ });
});

test('required: every missing field is named, and unset is not null', (t) => {
  const Sample = classOf({
    id: field.integer(),
    note: field.string({ nullable: true }),
    extra: field.string({ optional: true }),
  });
  const error = t.throws(() => create(Sample, { note: undefined }), { code: 'BACKLEVEL_INVALID_OBJECT' });
  t.regex(
    error.message,
    /^Sample\.id: expected an integer, got nothing; give a value, or declare a default \(at \/id\)$/,
  );
  t.deepEqual(
    validate(Sample, envelope({})).map((fault) => [fault.kind, fault.pointer, fault.field]),
    [
      ['required', '/versioned_object.data', 'id'],
      ['required', '/versioned_object.data', 'note'],
    ],
  );
  t.deepEqual(validate(Sample, envelope({ id: 1, note: null })), []);
  t.deepEqual(toPrimitive(create(Sample, { id: 1, note: null }))['versioned_object.data'], {
    id: 1,
    note: null,
  });
});

test('unknown: create refuses what is no field, also where every object inherits it', (t) => {
  const Sample = classOf({ id: field.integer() });
  for (const key of ['idd', 'toString', 'constructor', '__proto__']) {
    const values = JSON.parse(`{"id":1,"${key}":2}`) as { id: number };
    t.throws(() => create(Sample, values), { message: new RegExp(`expected no field called "${key}"`) });
  }
});

for (const key of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
  test(`unknown: ${key} in a payload is an unknown field, and reaches no prototype`, (t) => {
    const Sample = classOf({ id: field.integer() });
    const text = JSON.stringify(envelope({ id: 1 })).replace('"id":1', `"id":1,"${key}":{"polluted":true}`);
    const sample = decode(Sample, text);
    t.deepEqual(Object.keys(sample), ['id']);
    t.is(Object.getPrototypeOf(sample), Sample.prototype);
    t.false('polluted' in {});
    t.throws(() => decode(Sample, text, { unknown: 'refuse' }), { message: /expected no field called/ });
  });
}

test('readOnly: set once, and refused where it differs from what was read', (t) => {
  const Sample = classOf({
    id: field.integer({ readOnly: true }),
    at: field.dateTime({ readOnly: true }),
    name: field.string(),
  });
  const made = create(Sample, { id: 1, at: new Date(0), name: 'a' });
  made.id = 2;
  const sample = decode(Sample, encode(made));
  sample.name = 'b';
  sample.at = new Date(0);
  t.notThrows(() => encode(sample));
  sample.id = 3;
  t.throws(() => encode(sample), {
    message: /^Sample\.id: expected the value that was read: the field is read-only, got 3/,
  });
  sample.id = 2;
  sample.at = new Date(1);
  t.throws(() => encode(sample), { message: /^Sample\.at: .*read-only/ });
});

test('readOnly: holds for objects and against unsetting', (t) => {
  const registry = new Registry();
  const Child = defineObject('Child', '1.0', { id: field.integer() }, { registry });
  const Sample = defineObject(
    'Sample',
    '1.0',
    {
      child: field.object(Child, { readOnly: true, optional: true }),
      size: field.integer({ readOnly: true, optional: true }),
    },
    { registry },
  );
  const made = create(Sample, { child: create(Child, { id: 1 }), size: 1 });
  resetChanges(made);
  const text = encode(made);
  const edits: [edit: object, message: RegExp][] = [
    [{ child: create(Child, { id: 2 }) }, /^Sample\.child: .*read-only/],
    [{ child: undefined }, /^Sample\.child: .*read-only/],
    [{ size: undefined }, /^Sample\.size: .*read-only/],
  ];
  for (const [edit, message] of edits)
    t.throws(() => encode(Object.assign(decode(Sample, text), edit)), { message });
  t.notThrows(() => encode(decode(Sample, text)));
});

test('nullable: an element and its list are nullable each for itself', (t) => {
  const Sample = classOf({
    a: field.list(field.integer({ nullable: true })),
    b: field.list(field.integer(), { nullable: true }),
  });
  t.deepEqual(validate(Sample, envelope({ a: [null], b: null })), []);
  t.deepEqual(
    validate(Sample, envelope({ a: null, b: [null] })).map((fault) => [fault.kind, fault.pointer]),
    [
      ['null', '/versioned_object.data/a'],
      ['null', '/versioned_object.data/b/0'],
    ],
  );
});

test('coerce: reads null and what is absent as they are', (t) => {
  const Sample = classOf({
    id: field.string({ coerce: true, nullable: true }),
    extra: field.integer({ coerce: true, optional: true }),
    exact: field.integer(),
  });
  const sample = fromPrimitive(Sample, envelope({ id: null, exact: 1 }));
  t.deepEqual([sample.id, sample.extra], [null, undefined]);
  t.deepEqual(
    { ...fromPrimitive(Sample, envelope({ id: 5, extra: '7', exact: 1 })) },
    { id: '5', extra: 7, exact: 1 },
  );
  t.throws(() => fromPrimitive(Sample, envelope({ id: 5, extra: '7', exact: '1' })), {
    message: /^Sample\.exact: /,
  });
});
