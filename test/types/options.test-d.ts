import { field } from '../../lib/index.js';

// Options that the field does not take, and values that do not fit it.

export const right = [
  field.string({ default: 'a', maxLength: 3, pattern: /a/, doc: 'x', deprecated: true, sensitive: true }),
  field.string({ default: () => 'a' }),
  field.string({ nullable: true, default: null }),
  field.integer({ default: 1, min: 0, max: 9, limits: [{ in: '1.1', max: null }] }),
  field.enum(['a', 'b'], { default: 'a', values: { b: { since: '1.1', fallback: 'a' } } }),
  field.enum([1, 2], { default: 1, values: { 2: { since: '1.1', drop: true } } }),
  field.list(field.string(), { default: [], maxItems: 3 }),
  field.list(field.string(), { default: () => ['a'] }),
  field.set(field.string(), { default: new Set(['a']) }),
  field.dict(field.integer(), { default: { a: 1 } }),
  field.dateTime({ default: new Date(0) }),
  field.dateTime({ as: 'text', default: '1970-01-01T00:00:00' }),
  field.json({ default: { a: [1] } }),
  field.string({
    retyped: [
      {
        in: '1.1',
        from: field.integer(),
        up: (wire) => String(wire),
        down: (wire) => Number(wire),
      },
    ],
  }),
  field.string({
    down: (value, data) => void (data['x'] = value),
    absent: '',
    wire: 'x',
    coerce: true,
    readOnly: true,
  }),
  field.json({ fill: (data) => data['x'] }),
  field.string({ fill: (data) => data['x'] }),
  field.stateMachine(['a', 'b'], { a: ['b'] }, { default: 'a' }),
];

// @ts-expect-error -- no field takes it
field.string({ sicne: '1.1' });
// @ts-expect-error -- strings have lengths, and no max
field.string({ max: 1 });
// @ts-expect-error -- integers have no length
field.integer({ maxLength: 1 });
// @ts-expect-error -- booleans have no limits
field.boolean({ min: 0 });
// @ts-expect-error -- uuids have no limits
field.uuid({ maxLength: 36 });
// @ts-expect-error -- lists count items
field.list(field.string(), { maxLength: 3 });
// @ts-expect-error -- only enums have values
field.string({ values: { a: { since: '1.1' } } });
// @ts-expect-error -- only objects have versions
field.json({ versions: { '1.0': '1.0' } });
// @ts-expect-error -- no IP of that version
field.ipAddress({ version: 5 });
// @ts-expect-error -- a date-time is a Date or a text
field.dateTime({ as: 'number' });

// @ts-expect-error -- a default has the type of the field
field.string({ default: 5 });
// @ts-expect-error -- a function that makes a default has the type of the field
field.string({ default: () => 5 });
// @ts-expect-error -- a default is one of the values
field.enum(['a', 'b'], { default: 'c' });
// @ts-expect-error -- a default is one of the values
field.enum([1, 2], { default: '1' });
// @ts-expect-error -- a default is one of the states
field.stateMachine(['a'], {}, { default: 'b' });
// @ts-expect-error -- a default is a list
field.list(field.string(), { default: 'a' });
// @ts-expect-error -- a default is a list of texts
field.list(field.string(), { default: [1] });
// @ts-expect-error -- a default is a Set
field.set(field.string(), { default: ['a'] });
// @ts-expect-error -- a default is a dict of integers
field.dict(field.integer(), { default: { a: 'x' } });
// @ts-expect-error -- a default is a Date
field.dateTime({ default: '1970-01-01T00:00:00Z' });
// @ts-expect-error -- a default is a text
field.dateTime({ as: 'text', default: new Date(0) });
// @ts-expect-error -- a default is a bigint
field.bigint({ default: 1 });

// @ts-expect-error -- versions are texts: 1.10 would be 1.1
field.string({ since: 1.1 });
// @ts-expect-error -- true, or a version
field.string({ nullable: false });
// @ts-expect-error -- nullable needs its version
field.string({ nullable: { fallback: '' } });
// @ts-expect-error -- an option is set or left out
field.string({ sensitive: false });
// @ts-expect-error -- a pattern is a RegExp
field.string({ pattern: '[a-z]+' });
// @ts-expect-error -- drop, refuse, or a function
field.string({ down: 'ignore' });
// @ts-expect-error -- a rename says what the name was
field.string({ renamed: [{ in: '1.1' }] });
// @ts-expect-error -- a rename has no such part
field.string({ renamed: [{ in: '1.1', from: 'a', form: 'b' }] });
// @ts-expect-error -- no such limit
field.string({ limits: [{ in: '1.1', maxLenght: 5 }] });
// @ts-expect-error -- booleans have no limits that could have changed
field.boolean({ limits: [{ in: '1.1', max: 5 }] });
// @ts-expect-error -- a retype says both ways
field.string({ retyped: [{ in: '1.1', from: field.integer(), up: String }] });
// @ts-expect-error -- limits that changed have their type
field.string({ limits: [{ in: '1.1', maxLength: '5' }] });
// @ts-expect-error -- the value is no member
field.enum(['a'], { values: { b: { since: '1.1' } } });
// @ts-expect-error -- a value's history says since when
field.enum(['a', 'b'], { values: { b: { fallback: 'a' } } });
// @ts-expect-error -- the fallback is no member
field.enum(['a', 'b'], { values: { b: { since: '1.1', fallback: 'z' } } });
// @ts-expect-error -- the state is none
field.stateMachine(['a', 'b'], { c: ['a'] });
// @ts-expect-error -- the state that follows is none
field.stateMachine(['a', 'b'], { a: ['c'] });
// @ts-expect-error -- drop or refuse
field.object('Child', { missing: 'ignore' });
// @ts-expect-error -- an element is a field
field.list('string');
// @ts-expect-error -- a class, a function that answers one, or a name
field.object(5);
