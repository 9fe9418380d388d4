import test from 'ava';
import { create, defineObject, encode, field, Registry } from '../../lib/index.js';
import { converts } from './conversion.js';
import { refused } from './refusal.js';

const color = field.enum(['red', 'green', 'blue', 'pink'], {
  values: { blue: { since: '1.1', fallback: 'green' }, pink: { since: '1.2', fallback: 'blue' } },
});
const dropping = field.enum([1, 2, 3], { values: { 3: { since: '1.1', drop: true } } });

const fields = (registry: Registry) =>
  defineObject(
    'A',
    '1.2',
    { one: color, few: field.list(color), some: field.set(color), by: field.dict(color) },
    { registry },
  );

test('values: a fallback of a fallback is taken step by step', converts, {
  make: fields,
  newer: { one: 'pink', few: ['pink', 'red'], some: ['pink', 'red'], by: { a: 'pink' } },
  at: '1.0',
  older: { one: 'green', few: ['green', 'red'], some: ['green', 'red'], by: { a: 'green' } },
  again: { one: 'green', few: ['green', 'red'], some: ['green', 'red'], by: { a: 'green' } },
});
test('values: only what the reader does not know is replaced', converts, {
  make: fields,
  newer: { one: 'blue', few: ['blue', 'pink'], some: ['red'], by: {} },
  at: '1.1',
  older: { one: 'blue', few: ['blue', 'blue'], some: ['red'], by: {} },
  again: { one: 'blue', few: ['blue', 'blue'], some: ['red'], by: {} },
});
test('values: members of a set that fall back to the same one collapse', converts, {
  make: (registry) => defineObject('A', '1.2', { some: field.set(color) }, { registry }),
  newer: { some: ['pink', 'red', 'blue', 'green'] },
  at: '1.0',
  older: { some: ['green', 'red'] },
  again: { some: ['green', 'red'] },
});
test('values: drop takes a member out of its container and unsets a field', converts, {
  make: (registry) =>
    defineObject(
      'A',
      '1.1',
      { one: dropping, few: field.list(dropping), some: field.set(dropping), by: field.dict(dropping) },
      { registry },
    ),
  newer: { one: 3, few: [3, 1, 3, 2], some: [3, 1], by: { a: 3, b: 2, ['__proto__']: 3 } },
  at: '1.0',
  older: { few: [1, 2], some: [1], by: { b: 2 } },
  again: { few: [1, 2], some: [1], by: { b: 2 } },
});
test('values: lists inside dicts inside lists', converts, {
  make: (registry) =>
    defineObject('A', '1.2', { deep: field.list(field.dict(field.list(color))) }, { registry }),
  newer: { deep: [{ a: ['pink', 'red'] }, {}] },
  at: '1.0',
  older: { deep: [{ a: ['green', 'red'] }, {}] },
  again: { deep: [{ a: ['green', 'red'] }, {}] },
});
test('values: a state machine falls back too', converts, {
  make: (registry) =>
    defineObject(
      'A',
      '1.1',
      {
        state: field.stateMachine(
          ['new', 'done', 'held'],
          { new: ['done', 'held'] },
          { values: { held: { since: '1.1', fallback: 'new' } } },
        ),
      },
      { registry },
    ),
  newer: { state: 'held' },
  at: '1.0',
  older: { state: 'new' },
  again: { state: 'new' },
});

const nullable = (options: object) => (registry: Registry) =>
  defineObject(
    'A',
    '1.1',
    {
      one: field.json({ nullable: { since: '1.1', ...options } }),
      few: field.list(field.integer({ nullable: { since: '1.1', ...options } })),
    },
    { registry },
  );

test('nullable since: null falls back', converts, {
  make: nullable({ fallback: -1 }),
  newer: { one: null, few: [null, 1] },
  at: '1.0',
  older: { one: -1, few: [-1, 1] },
  again: { one: -1, few: [-1, 1] },
});
test('nullable since: null is dropped', converts, {
  make: nullable({ drop: true }),
  newer: { one: null, few: [null, 1] },
  at: '1.0',
  older: { few: [1] },
  again: { few: [1] },
});
test('nullable since: a value passes', converts, {
  make: nullable({}),
  newer: { one: 0, few: [0] },
  at: '1.0',
  older: { one: 0, few: [0] },
});
for (const [title, extra] of [
  ['fallback', { fallback: 0 }],
  ['drop', { drop: true }],
] as const)
  test(`nullable since: of elements, with ${title}, leaves the null of their list alone`, converts, {
    make: (registry) =>
      defineObject(
        'A',
        '1.1',
        { few: field.list(field.integer({ nullable: { since: '1.1', ...extra } }), { nullable: true }) },
        { registry },
      ),
    newer: { few: null },
    at: '1.0',
    older: { few: null },
  });
test('values: since 1.1.0 is since the 1.1 of another field', converts, {
  make: (registry) =>
    defineObject(
      'A',
      '1.1',
      {
        x: field.string({ since: '1.1' }),
        e: field.enum(['a', 'b'], { values: { b: { since: '1.1.0', fallback: 'a' } } }),
      },
      { registry },
    ),
  newer: { x: 'q', e: 'b' },
  at: '1.0',
  older: { e: 'a' },
  again: { e: 'a' },
});

for (const [title, make, values, name] of [
  [
    'a value without a fallback',
    (registry: Registry) =>
      defineObject(
        'A',
        '1.1',
        { x: field.json(), e: field.enum(['a', 'b'], { values: { b: { since: '1.1' } } }) },
        { registry },
      ),
    { x: 1, e: 'b' },
    'e',
  ],
  [
    'such a value in a list',
    (registry: Registry) =>
      defineObject(
        'A',
        '1.1',
        { l: field.list(field.enum(['a', 'b'], { values: { b: { since: '1.1' } } })) },
        { registry },
      ),
    { l: ['a', 'b'] },
    'l',
  ],
  ['null without a fallback', nullable({}), { one: null, few: [] }, 'one'],
  ['null in a list', nullable({}), { one: 1, few: [null] }, 'few'],
] as const) {
  test(`encode(): ${title} is refused for an older reader`, (t) => {
    const A = make(new Registry());
    const error = refused(t, () => encode(create<object>(A, values), { target: '1.0' }), {
      code: 'VALUE_TOO_NEW',
      says: ['cannot write A at 1.0', `${name}:`, 'needs A 1.1', 'give it a fallback'],
    });
    t.like(error, { object: 'A', field: name, since: '1.1', target: '1.0' });
  });
}

test('encode(): a value is refused also where a later step would have removed the field', (t) => {
  const registry = new Registry();
  const A = defineObject(
    'A',
    '1.3',
    { e: field.enum(['a', 'b'], { since: '1.1', values: { b: { since: '1.3' } } }) },
    { registry },
  );
  const b = create(A, { e: 'b' });
  const error = refused(t, () => encode(b, { target: '1.0' }), {
    code: 'VALUE_TOO_NEW',
    says: ['A', 'e', '1.3'],
  });
  t.like(error, { since: '1.3', target: '1.0' });
  t.is(b.e, 'b');
});
