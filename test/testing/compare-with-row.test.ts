import test from 'ava';
import { create, defineObject, field, partial, Registry } from '../../lib/index.js';
import { compareWithRow, type RowOptions } from '../../lib/testing/compare-with-row.js';

const registry = new Registry({ naming: 'snake_case' });
const Flavor = defineObject('Flavor', '1.0', { name: field.string() }, { registry });
const Server = defineObject(
  'Server',
  '1.0',
  {
    id: field.integer(),
    hostName: field.string({ nullable: true }),
    createdAt: field.dateTime(),
    tags: field.set(field.string()),
    size: field.bigint(),
    settings: field.json(),
    secret: field.string({ sensitive: true }),
    flavor: field.object(Flavor, { optional: true }),
  },
  { registry },
);

const server = create(Server, {
  id: 7,
  hostName: null,
  createdAt: new Date('2020-01-01T12:00:00Z'),
  tags: new Set(['a', 'b']),
  size: 2n ** 60n,
  settings: { deep: [1] },
  secret: 'hunter2',
  flavor: create(Flavor, { name: 'small' }),
});
const row = {
  id: 7,
  host_name: null,
  created_at: new Date('2020-01-01T12:00:00Z'),
  tags: ['b', 'a'],
  size: '1152921504606846976',
  settings: { deep: [1] },
  secret: 'hunter2',
  deleted: false,
};

const agrees = test.macro({
  exec: (t, change: object, options: RowOptions = {}) =>
    t.deepEqual(compareWithRow(server, { ...row, ...change }, { ignore: ['flavor'], ...options }), []),
  title: (given) => `compareWithRow(): agrees ${given}`,
});
test('with a row that has more columns', agrees, {});
test('with a date as text with its zone', agrees, { created_at: '2020-01-01T13:00:00+01:00' });
test('with a bigint as bigint', agrees, { size: 2n ** 60n });
test(
  'with a column of another name',
  agrees,
  { host: null, host_name: 'other' },
  { columns: { hostName: 'host' } },
);
test(
  'where the test says how to compare',
  agrees,
  { id: '7' },
  { compare: { id: (a: unknown, b: unknown) => String(a) === b } },
);

const differs = test.macro({
  exec: (t, change: object, property: string, message: string) => {
    const found = compareWithRow(server, { ...row, ...change }, { ignore: ['flavor'] });
    t.deepEqual(
      found.map((difference) => [difference.property, difference.kind, difference.message]),
      [[property, 'different', message]],
    );
  },
  title: (given) => `compareWithRow(): sees ${given}`,
});
test('another number', differs, { id: 8 }, 'id', 'Server.id is 7, id is 8');
test('null', differs, { id: null }, 'id', 'Server.id is 7, id is null');
test(
  'another time, whatever the clock says',
  differs,
  { created_at: new Date('1999-09-09T12:00:00Z') },
  'createdAt',
  'Server.createdAt is the Date 2020-01-01T12:00:00.000Z, created_at is the Date 1999-09-09T12:00:00.000Z',
);
test(
  'a date without a zone, which could be any',
  differs,
  { created_at: '2020-01-01 12:00:00' },
  'createdAt',
  'Server.createdAt is the Date 2020-01-01T12:00:00.000Z, created_at is "2020-01-01 12:00:00"',
);
test(
  'a set with less in it',
  differs,
  { tags: ['a'] },
  'tags',
  'Server.tags is a Set of 2, tags is a list of 1',
);
test(
  'a sensitive value, and does not show it',
  differs,
  { secret: 'hunter3' },
  'secret',
  'Server.secret is <sensitive>, secret is <sensitive>',
);

test('compareWithRow(): a column that is missing and a property that is unset are told', (t) => {
  const found = compareWithRow(partial(Server, { id: 7 }), { id: 7, host_name: null });
  t.deepEqual(
    found.map(({ property, kind }) => `${property}: ${kind}`),
    [
      'hostName: unset property',
      'createdAt: missing column',
      'tags: missing column',
      'size: missing column',
      'settings: missing column',
      'secret: missing column',
      'flavor: missing column',
    ],
  );
});

test('compareWithRow(): a child is never equal to a column by itself', (t) => {
  const [found] = compareWithRow(server, { ...row, flavor: { name: 'small' } });
  t.is(found?.property, 'flavor');
});

test('compareWithRow(): what is no instance is refused', (t) => {
  t.throws(() => compareWithRow({ ...server }, row), { code: 'BACKLEVEL_UNREGISTERED_OBJECT' });
});
