import { inspect } from 'node:util';
import test from 'ava';
import {
  backport,
  changes,
  clone,
  create,
  decode,
  defineObject,
  encode,
  equals,
  field,
  fromPrimitive,
  isSet,
  partial,
  Registry,
  resetChanges,
  toPrimitive,
} from '../../lib/index.js';
import { deepFreeze, envelope } from './payload.js';
import { refused } from './refusal.js';

function stack() {
  const registry = new Registry();
  const Disk = defineObject('Disk', '1.0', { size: field.integer() }, { registry });
  const Stack = defineObject(
    'Stack',
    '1.1',
    {
      id: field.integer(),
      note: field.string({ nullable: true, optional: true }),
      when: field.dateTime(),
      some: field.set(field.string()),
      disks: field.list(field.object(Disk)),
      pin: field.string({ sensitive: true, since: '1.1' }),
    },
    { registry },
  );
  const payload = envelope('Stack', '1.1', {
    id: 1,
    when: '2026-01-01T00:00:00Z',
    some: ['a'],
    disks: [envelope('Disk', '1.0', { size: 1 })],
    pin: 'hunter2',
  });
  const read = () => decode(Stack, JSON.stringify(payload));
  return { registry, Disk, Stack, payload, read };
}

const names = ['id', 'note', 'when', 'some', 'disks', 'pin'];

test('an instance has its fields and nothing else', (t) => {
  const { read, Stack, Disk } = stack();
  const instance = read();
  resetChanges(instance);
  t.true(instance instanceof Stack && instance.disks[0] instanceof Disk);
  t.deepEqual(Object.keys(instance), names);
  t.deepEqual(Reflect.ownKeys(instance), names);
  t.deepEqual(Object.getOwnPropertySymbols(instance.disks[0]), []);
  for (const descriptor of Object.values(Object.getOwnPropertyDescriptors(instance)))
    t.like(descriptor, { enumerable: true, writable: true, configurable: true });
});

test('an instance is deeply equal to another decode, and to a created one', (t) => {
  const { read, Stack, Disk } = stack();
  t.deepEqual(read(), read());
  t.deepEqual(
    create(Stack, {
      id: 1,
      when: new Date('2026-01-01'),
      some: new Set(['a']),
      disks: [create(Disk, { size: 1 })],
      pin: 'hunter2',
    }),
    read(),
  );
  const other = read();
  other.disks[0]!.size = 2;
  t.notDeepEqual(other, read());
});

test('an instance goes through spread, structuredClone and JSON', (t) => {
  const instance = stack().read();
  t.deepEqual(Object.keys({ ...instance }), names);
  t.deepEqual(structuredClone({ ...instance }), structuredClone(instance) as typeof instance);
  t.deepEqual(JSON.parse(JSON.stringify(instance)), {
    id: 1,
    when: '2026-01-01T00:00:00.000Z',
    some: {},
    disks: [{ size: 1 }],
    pin: 'hunter2',
  });
});

test('an instance does not show sensitive values when it is inspected', (t) => {
  const shown = inspect(stack().read());
  t.true(shown.includes('id: 1'));
  t.false(shown.includes('hunter2'));
});

for (const [title, copy] of [
  ['a spread', (instance: object) => ({ ...instance })],
  ['a structuredClone', (instance: object) => structuredClone(instance)],
  ['parsed JSON', (instance: object) => JSON.parse(JSON.stringify(instance)) as object],
] as const) {
  for (const [verb, call] of [
    ['encode', (given: object) => encode(given)],
    ['toPrimitive', (given: object) => toPrimitive(given)],
    ['changes', (given: object) => changes(given)],
    ['resetChanges', (given: object) => resetChanges(given)],
    ['clone', (given: object) => clone(given)],
    ['isSet', (given: object) => isSet(given, 'id' as never)],
    ['equals', (given: object) => equals(given, given)],
  ] as const) {
    test(`${verb}(): ${title} is refused, with the cure`, (t) => {
      refused(t, () => call(copy(stack().read())), {
        code: 'UNREGISTERED_OBJECT',
        says: ['a plain object', 'is no instance', 'create(', ', it)'],
        hides: ['hunter2'],
      });
    });
  }
}

for (const [title, value, says] of [
  ['null', null, 'null'],
  ['undefined', undefined, 'nothing'],
  ['a number', 5, '5'],
  ['a list', [], 'a list'],
  ['a Date', new Date(0), 'Date'],
  ['an instance of another class', new (class Other {})(), 'Other'],
  ['a class', class Other {}, 'an instance of it'],
] as const)
  test(`encode(): ${title} is no instance`, (t) => {
    refused(t, () => encode(value as never), {
      code: 'UNREGISTERED_OBJECT',
      says: [says, 'not versioned', 'instance'],
    });
  });

test('a plain object in place of a child says which create() it needs', (t) => {
  const { read } = stack();
  const instance = read();
  instance.disks = [{ ...instance.disks[0]! }];
  refused(t, () => encode(instance), {
    code: 'UNREGISTERED_OBJECT',
    says: ['a plain object', 'create(Disk, it)'],
  });
});

test('create(): makes an instance of a spread again', (t) => {
  const { read, Stack } = stack();
  t.deepEqual(create(Stack, { ...read() }), read());
});

test('the verbs do not change what they are given', (t) => {
  const { read, Stack, payload, registry } = stack();
  const instance = deepFreeze(read());
  const before = inspect(instance, { depth: 9 });
  for (const call of [
    () => encode(instance),
    () => encode(instance, { target: '1.0' }),
    () => backport(instance, '1.0'),
    () => backport(deepFreeze(payload), '1.0', { registry }),
    () => fromPrimitive(Stack, deepFreeze(payload)),
    () => changes(instance),
    () => clone(instance),
  ])
    t.notThrows(call);
  t.is(inspect(instance, { depth: 9 }), before);
});

test('toPrimitive(): the tree is not shared with the instance', (t) => {
  const { Stack, Disk } = stack();
  const registry = new Registry();
  const A = defineObject('A', '1.0', { any: field.json(), l: field.list(field.integer()) }, { registry });
  const a = create(A, { any: { deep: [1] }, l: [1] });
  const data = toPrimitive(a)['versioned_object.data'] as { any: { deep: number[] }; l: number[] };
  data.any.deep.push(2);
  data.l.push(2);
  t.deepEqual({ ...a }, { any: { deep: [1] }, l: [1] });
  t.true(Stack !== (Disk as unknown));
});

test('fromPrimitive(): the instance is not shared with the tree', (t) => {
  const A = defineObject(
    'A',
    '1.0',
    { any: field.json(), d: field.dict(field.integer()) },
    { registry: new Registry() },
  );
  const payload = deepFreeze(envelope('A', '1.0', { any: { deep: [1] }, d: { k: 1 } }));
  const a = fromPrimitive(A, payload);
  (a.any as unknown as { deep: number[] }).deep.push(2);
  a.d['l'] = 2;
  t.deepEqual(changes(a), ['any', 'd']);
});

test('isSet(): null is a value, undefined is none', (t) => {
  const { Stack } = stack();
  const instance = partial(Stack, { note: null });
  t.true(isSet(instance, 'note'));
  t.false(isSet(instance, 'id'));
  refused(t, () => isSet(instance, 'nope' as never), {
    code: 'INVALID_OBJECT',
    says: ['Stack', '"nope"', 'it has id, note'],
  });
});

test('equals(): dates by time, sets in any order, children by their fields, what was read does not count', (t) => {
  const { read, Stack } = stack();
  const a = read();
  t.true(equals(a, read()));
  t.true(equals(a, create(Stack, { ...read() })));
  t.true(equals(a, clone(a)));
  for (const edit of [
    { id: 2 },
    { some: new Set(['b']) },
    { disks: [] },
    { note: null },
    { when: new Date(1) },
  ])
    t.false(equals(a, Object.assign(read(), edit)));
  t.false(equals(a, stack().read()));
  t.false(equals(a, a.disks[0]!));
});

test('encode(): checks a value again where the tree that it was read from may have been changed with it', (t) => {
  const Tag = defineObject(
    'Tag',
    '1.0',
    { id: field.uuid(), kind: field.enum(['a', 'b']), words: field.list(field.string()) },
    { registry: new Registry() },
  );
  const good = { id: '2f1d3c4e-7a5b-4c6d-8e9f-0a1b2c3d4e5f', kind: 'a' as const, words: ['x'] };
  for (const [name, value] of Object.entries({ id: 'no uuid', kind: 'c', words: [5] })) {
    const tree = envelope('Tag', '1.0', { ...good });
    const instance = fromPrimitive(Tag, tree);
    Object.assign(tree['versioned_object.data'] as object, { [name]: value });
    Object.assign(instance, { [name]: value });
    refused(t, () => encode(instance), { code: 'INVALID_OBJECT', says: [`Tag.${name}`] });
    const decoded = decode(Tag, JSON.stringify(envelope('Tag', '1.0', good)));
    Object.assign(decoded, { [name]: value });
    refused(t, () => encode(decoded), { code: 'INVALID_OBJECT', says: [`Tag.${name}`] });
  }
});
