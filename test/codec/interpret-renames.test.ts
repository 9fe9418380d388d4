import test from 'ava';
import { backport, decode, defineObject, encode, field, Registry } from '../../lib/index.js';
import { converts } from './conversion.js';
import { changesOf, envelope } from './payload.js';

const twice = (registry: Registry) =>
  defineObject(
    'A',
    '1.4',
    {
      id: field.integer(),
      name: field.string({
        since: '1.1',
        renamed: [
          { in: '1.4', from: 'label' },
          { in: '1.2', from: 'title' },
        ],
      }),
    },
    { registry },
  );

for (const [at, wire] of [
  ['1.3', 'label'],
  ['1.2', 'label'],
  ['1.1', 'title'],
] as const) {
  test(`renamed: ${at} knows the field as ${wire}`, converts, {
    make: twice,
    newer: { id: 1, name: 'n' },
    at,
    older: { id: 1, [wire]: 'n' },
  });
}
test('renamed: the field is dropped under its oldest name', converts, {
  make: twice,
  newer: { id: 1, name: 'n' },
  at: '1.0',
  older: { id: 1 },
  again: { id: 1 },
});
test('renamed: an unset field stays unset', converts, {
  make: twice,
  newer: { id: 1 },
  at: '1.1',
  older: { id: 1 },
});
test('renamed: null passes', converts, {
  make: (registry) =>
    defineObject(
      'A',
      '1.1',
      { b: field.string({ nullable: true, renamed: [{ in: '1.1', from: 'a' }] }) },
      { registry },
    ),
  newer: { b: null },
  at: '1.0',
  older: { a: null },
});
test('renamed: a name that a retired field had before is free again', converts, {
  make: (registry) =>
    defineObject(
      'A',
      '1.1',
      { kind: field.integer({ renamed: [{ in: '1.1', from: 'number' }] }) },
      { registry, retired: { type: field.string({ wire: 'kind', until: '1.1', fill: 'none' }) } },
    ),
  newer: { kind: 1 },
  at: '1.0',
  older: { number: 1, kind: 'none' },
});

const pair = (x: object, y: object, first: 'x' | 'y') => (registry: Registry) => {
  const fields = { x: field.integer(x), y: field.integer(y) };
  const ordered = first === 'x' ? fields : { y: fields.y, x: fields.x };
  return defineObject('A', '1.1', ordered, { registry });
};
for (const first of ['x', 'y'] as const) {
  test(`renamed: a chain of names in one version, ${first} declared first`, converts, {
    make: pair(
      { wire: 'b', renamed: [{ in: '1.1', from: 'a' }] },
      { wire: 'c', renamed: [{ in: '1.1', from: 'b' }] },
      first,
    ),
    newer: { [first === 'x' ? 'b' : 'c']: 1, [first === 'x' ? 'c' : 'b']: 2 },
    at: '1.0',
    older: { [first === 'x' ? 'a' : 'b']: 1, [first === 'x' ? 'b' : 'a']: 2 },
  });
  test(`renamed: two names swapped in one version, ${first} declared first`, converts, {
    make: pair(
      { wire: 'b', renamed: [{ in: '1.1', from: 'a' }] },
      { wire: 'a', renamed: [{ in: '1.1', from: 'b' }] },
      first,
    ),
    newer: { a: 1, b: 2 },
    at: '1.0',
    older: { a: 2, b: 1 },
  });
  test(`renamed: an old name that a new field takes in the same version, ${first} declared first`, converts, {
    make: pair(
      { wire: 'title', renamed: [{ in: '1.1', from: 'name' }] },
      { wire: 'name', since: '1.1' },
      first,
    ),
    newer: { title: 1, name: 2 },
    at: '1.0',
    older: { name: 1 },
    again: { title: 1 },
  });
}

test('renamed: the change of a field is carried along, down and up', (t) => {
  const registry = new Registry();
  const A = twice(registry);
  const payload = envelope('A', '1.4', { id: 1, name: 'n' }, ['name']);
  t.deepEqual(changesOf(backport(payload, '1.2', { registry }).primitive), ['label']);
  t.deepEqual(changesOf(backport(payload, '1.0', { registry }).primitive), undefined);
  const read = decode(A, JSON.stringify(envelope('A', '1.1', { id: 1, title: 'n' }, ['title'])));
  t.deepEqual(changesOf(encode(read)), ['name']);
  t.deepEqual(changesOf(encode(read, { target: '1.1' })), ['title']);
});
