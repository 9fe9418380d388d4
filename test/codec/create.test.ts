import test from 'ava';
import {
  create,
  defineObject,
  encode,
  field,
  InvalidObjectError,
  partial,
  Registry,
} from '../../lib/index.js';
import { dataOf } from './payload.js';
import { refused } from './refusal.js';

const make = () =>
  defineObject(
    'A',
    '1.0',
    {
      id: field.integer({ max: 9 }),
      opt: field.string({ optional: true }),
      list: field.list(field.integer(), { default: [1] }),
      made: field.dict(field.integer(), { default: () => ({ k: 1 }) }),
      none: field.string({ nullable: true, default: null }),
    },
    {
      registry: new Registry(),
      check: ({ id, opt }) => (id === 7 && opt === undefined ? 'seven needs opt' : undefined),
    },
  );

test('create(): uses defaults, each its own copy', (t) => {
  const A = make();
  const a = create(A, { id: 1 });
  t.deepEqual({ ...a }, { id: 1, opt: undefined, list: [1], made: { k: 1 }, none: null } as never);
  a.list.push(2);
  a.made['l'] = 2;
  t.deepEqual(create(A, { id: 1 }).list, [1]);
  t.deepEqual(create(A, { id: 1 }).made, { k: 1 });
  t.deepEqual(create(A, { id: 1, list: [] }).list, []);
});

test('partial(): demands nothing, and uses no default', (t) => {
  const A = make();
  t.deepEqual(dataOf(encode(partial(A) as object)), {});
  t.deepEqual(dataOf(encode(partial(A, { none: null }) as object)), { none: null });
  t.notThrows(() => partial(A, { id: 7 }));
});

test('create(): reports all that is wrong at once', (t) => {
  const error = t.throws(() => create(make(), { id: 10, opt: 5, list: [1, 'x'], strange: 1 } as never), {
    instanceOf: InvalidObjectError,
  });
  t.deepEqual(error?.faults.map(({ pointer, kind }) => `${pointer} ${kind}`).toSorted(), [
    '/id limit',
    '/list/1 type',
    '/opt type',
    '/strange unknown',
  ]);
});

for (const [title, values, says, pointer] of [
  ['a missing field', {}, ['A.id', 'got nothing', 'give a value, or declare a default'], '/id'],
  ['null where it is not allowed', { id: null }, ['A.id: expected an integer', 'null'], '/id'],
  ['an unknown name', { id: 1, nope: 1 }, ['A: expected no field called "nope"'], '/nope'],
  [
    '__proto__ as a name',
    JSON.parse('{"id":1,"__proto__":{"opt":"x"}}') as object,
    ['"__proto__"'],
    '/__proto__',
  ],
  ['constructor as a name', { id: 1, constructor: 1 }, ['"constructor"'], '/constructor'],
  ['what the check of the class refuses', { id: 7 }, ['A: seven needs opt'], ''],
] as const)
  test(`create(): ${title} is refused`, (t) => {
    refused(t, () => create(make(), values as never), { code: 'INVALID_OBJECT', says: [...says], pointer });
  });

test('create(): inherited members are no values', (t) => {
  const values = Object.create({ id: 1 }) as object;
  refused(t, () => create(make(), values), { code: 'INVALID_OBJECT', says: ['A.id', 'got nothing'] });
});

test('create(): changes nothing of what it is given', (t) => {
  const values = Object.freeze({ id: 1, list: Object.freeze([1]) });
  t.notThrows(() => create(make(), values as never));
});
