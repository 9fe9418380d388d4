import test from 'ava';
import {
  backport,
  changes,
  clone,
  create,
  decode,
  defineObject,
  encode,
  field,
  fromPrimitive,
  partial,
  Registry,
  resetChanges,
  toPrimitive,
} from '../../lib/index.js';
import { changesOf, dataOf, deepFreeze, envelope } from './payload.js';
import { refused } from './refusal.js';

function family() {
  const registry = new Registry({ naming: 'snake_case' });
  const Child = defineObject(
    'Child',
    '1.0',
    { id: field.integer(), tags: field.list(field.string()) },
    { registry },
  );
  const child = field.object(Child);
  const Parent = defineObject(
    'Parent',
    '1.2',
    {
      fullName: field.string({ renamed: [{ in: '1.2', from: 'title' }] }),
      when: field.dateTime(),
      any: field.json(),
      some: field.set(field.integer()),
      one: field.object(Child, { nullable: true }),
      rows: field.list(field.list(child)),
      by: field.dict(child),
      late: field.integer({ since: '1.1', optional: true }),
    },
    { registry },
  );
  const made = (id: number) => envelope('Child', '1.0', { id, tags: ['t'] });
  const data = {
    full_name: 'n',
    when: '2026-01-01T00:00:00Z',
    any: { deep: [1] },
    some: [1, 2],
    one: made(1),
    rows: [[made(2), made(3)], []],
    by: { k: made(4) },
    late: 5,
  };
  const read = (listed?: string[]) => decode(Parent, JSON.stringify(envelope('Parent', '1.2', data, listed)));
  return { registry, Child, Parent, data, read, made };
}

type Family = ReturnType<typeof family>;
type Parent = ReturnType<Family['read']>;

test('changes(): nothing after a decode, all set fields of a new object', (t) => {
  const { read, Parent } = family();
  t.deepEqual(changes(read()), []);
  t.is(changesOf(encode(read())), undefined);
  t.deepEqual(changes(partial(Parent, { one: null, fullName: 'x' })), ['fullName', 'one']);
  t.deepEqual(changesOf(encode(partial(Parent, { one: null, fullName: 'x' }) as Parent)), [
    'full_name',
    'one',
  ]);
});

const edits: Record<string, [(parent: Parent, family: Family) => void, string[]]> = {
  'a value that differs': [(p) => void (p.fullName = 'm'), ['fullName']],
  'a value that was set to what it was': [(p) => void (p.fullName = 'n'), []],
  'an equal Date': [(p) => void (p.when = new Date('2026-01-01')), []],
  'a Date changed in place': [(p) => void p.when.setUTCFullYear(2027), ['when']],
  'json changed in place': [(p) => void (p.any as unknown as { deep: number[] }).deep.push(2), ['any']],
  'an equal json value': [(p) => void (p.any = { deep: [1] }), []],
  'a member added to a set': [(p) => void p.some.add(3), ['some']],
  'an equal set': [(p) => void (p.some = new Set([1, 2])), []],
  'a child changed': [(p) => void (p.one!.id = 9), ['one']],
  'a list of a child changed in place': [(p) => void p.one!.tags.push('u'), ['one']],
  'a child inside lists': [(p) => void (p.rows[0]![1]!.id = 9), ['rows']],
  'a child inside a dict': [(p) => void (p.by['k']!.id = 9), ['by']],
  'a child replaced by an equal one': [
    (p, { Child }) => void (p.one = create(Child, { id: 1, tags: ['t'] })),
    ['one'],
  ],
  'children in another order': [(p) => void p.rows[0]!.reverse(), ['rows']],
  'a child taken out': [(p) => void p.rows[0]!.pop(), ['rows']],
  'a key added to a dict': [(p) => void (p.by['l'] = p.by['k']!), ['by']],
  'a key renamed in a dict': [(p) => void ((p.by['l'] = p.by['k']!), delete p.by['k']), ['by']],
  'a child set to null': [(p) => void (p.one = null), ['one']],
  'a field that was unset': [(p) => void ((p as { late: number | undefined }).late = undefined), []],
  several: [(p) => void ((p.by = {}), (p.fullName = ''), (p.late = 6)), ['fullName', 'by', 'late']],
};

for (const [title, [edit, expected]] of Object.entries(edits)) {
  test(`changes(): ${title}`, (t) => {
    const made = family();
    const parent = made.read();
    edit(parent, made);
    t.deepEqual(changes(parent), expected);
    const wires = expected.map((name) => (name === 'fullName' ? 'full_name' : name));
    t.deepEqual(changesOf(encode(parent)) ?? [], wires);
    const older = expected.flatMap((name) =>
      name === 'fullName' ? ['title'] : name === 'late' ? [] : [name],
    );
    t.deepEqual(changesOf(encode(parent, { target: '1.0' })) ?? [], older);
  });
}

test('changes(): what the payload listed stays until resetChanges(), as far as the class knows it', (t) => {
  const { read } = family();
  const parent = read(['late', 'unknown', 'full_name', '__proto__']);
  t.deepEqual(changes(parent), ['fullName', 'late']);
  parent.fullName = 'n';
  t.deepEqual(changesOf(encode(parent)), ['full_name', 'late']);
  (parent as { late: number | undefined }).late = undefined;
  t.deepEqual(changes(parent), ['fullName']);
  resetChanges(parent);
  t.deepEqual(changes(parent), []);
});

test('changes(): what a child payload listed counts for the child and its parents', (t) => {
  const { Parent, data } = family();
  const listed = envelope('Child', '1.0', { id: 1, tags: [] }, ['id']);
  const parent = fromPrimitive(Parent, envelope('Parent', '1.2', { ...data, one: listed }));
  t.deepEqual(changes(parent.one!), ['id']);
  t.deepEqual(changes(parent), ['one']);
  t.deepEqual(changesOf(dataOf(encode(parent))['one'] as object as Record<string, unknown>), ['id']);
});

test('changes(): after a decode of an older payload, only what it listed', (t) => {
  const { Parent, data } = family();
  const { full_name, late: _late, ...rest } = data;
  const parent = fromPrimitive(
    Parent,
    envelope('Parent', '1.0', { ...rest, title: full_name }, ['title', 'by']),
  );
  t.deepEqual(changes(parent), ['fullName', 'by']);
  parent.one!.id = 2;
  t.deepEqual(changes(parent), ['fullName', 'one', 'by']);
  t.deepEqual(changes(parent.one!), ['id']);
});

test('resetChanges(): counts anew from here, children included, and refuses what does not fit', (t) => {
  const { read } = family();
  const parent = read(['late']);
  parent.by['k']!.id = 5;
  resetChanges(parent);
  t.deepEqual(changes(parent), []);
  t.deepEqual(changes(parent.by['k']!), []);
  parent.by['k']!.id = 6;
  t.deepEqual(changes(parent), ['by']);
  Object.assign(parent.one!, { id: 'x' });
  refused(t, () => resetChanges(parent), { code: 'INVALID_OBJECT', says: ['Child.id'], pointer: '/one/id' });
  t.deepEqual(changes(parent), ['one', 'by']);
});

test('resetChanges(): works on a new object', (t) => {
  const { Child } = family();
  const child = create(Child, { id: 1, tags: [] });
  resetChanges(child);
  t.deepEqual(changes(child), []);
  child.tags.push('a');
  t.deepEqual(changes(child), ['tags']);
});

test('changes(): a frozen object is tracked too', (t) => {
  const { read } = family();
  const parent = deepFreeze(read(['late']));
  t.deepEqual(changes(parent), ['late']);
  t.deepEqual(changesOf(encode(parent)), ['late']);
  resetChanges(parent);
  t.deepEqual(changes(parent), []);
  const { Child } = family();
  const fresh = deepFreeze(create(Child, { id: 1, tags: [] }));
  t.deepEqual(changes(fresh), ['id', 'tags']);
  resetChanges(fresh);
  t.deepEqual(changes(fresh), []);
});

test('track: false means no changes on the wire, and NotTrackedError', (t) => {
  const { Parent, data } = family();
  const parent = fromPrimitive(Parent, envelope('Parent', '1.2', data, ['late']), { track: false });
  parent.fullName = 'm';
  t.is(changesOf(encode(parent)), undefined);
  t.is(changesOf(dataOf(encode(parent))['one'] as Record<string, unknown>), undefined);
  refused(t, () => changes(parent), { code: 'NOT_TRACKED', says: ['Parent', 'track: true'] });
  refused(t, () => changes(parent.one!), { code: 'NOT_TRACKED', says: ['Child', 'track: true'] });
  refused(t, () => changes(clone(parent)), { code: 'NOT_TRACKED', says: ['Parent'] });
  resetChanges(parent);
  t.deepEqual(changes(parent), []);
});

test('clone(): carries what was read, and changes on its own', (t) => {
  const { read } = family();
  const parent = read(['late']);
  const copy = clone(parent);
  t.deepEqual(copy, parent);
  t.deepEqual(changes(copy), ['late']);
  copy.rows[0]![0]!.id = 9;
  t.deepEqual(changes(copy), ['rows', 'late']);
  t.deepEqual(changes(parent), ['late']);
  t.deepEqual(toPrimitive(parent), toPrimitive(read(['late'])));
});

test('create(): counts changes from another instance with { from }', (t) => {
  const { read, Parent } = family();
  const parent = read(['late']);
  const next = create(Parent, { ...parent, fullName: 'm' }, { from: parent });
  t.deepEqual(changes(next), ['fullName', 'late']);
  t.deepEqual(changes(create(Parent, { ...parent })), Object.keys(parent));
  const untracked = decode(Parent, encode(parent), { track: false });
  refused(t, () => changes(create(Parent, { ...untracked }, { from: untracked })), {
    code: 'NOT_TRACKED',
    says: ['Parent'],
  });
});

test('backport(): what a relayed payload lists as changed is limited to its data, inherited names included', (t) => {
  const registry = new Registry();
  defineObject('A', '1.1', { id: field.integer(), x: field.integer({ since: '1.1' }) }, { registry });
  const listed = ['toString', '__proto__', 'constructor', 'id', 'x'];
  const payload = deepFreeze(envelope('A', '1.1', { id: 1, x: 2 }, listed));
  t.deepEqual(changesOf(backport(payload, '1.0', { registry }).primitive), ['id']);
});
