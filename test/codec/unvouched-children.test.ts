import test from 'ava';
import {
  backport,
  changes,
  create,
  decode,
  defineObject,
  encode,
  field,
  Registry,
  resetChanges,
  toPrimitive,
} from '../../lib/index.js';

test('encode(): a child that never changed says nothing of its own children', (t) => {
  const registry = new Registry();
  const Leaf = defineObject('Leaf', '1.3', { n: field.integer() }, { registry });
  const Branch = defineObject('Branch', '1.0', { leaf: field.object(Leaf) }, { registry });
  const Tree = defineObject('Tree', '1.1', { branch: field.object(Branch) }, { registry });
  const tree = create(Tree, { branch: create(Branch, { leaf: create(Leaf, { n: 1 }) }) });
  t.throws(() => encode(tree, { target: '1.0' }), { code: 'BACKLEVEL_CHILD_VERSION_UNKNOWN' });
  t.notThrows(() => encode(tree, { target: '1.1' }));
});

test('changes(): a field that was unset in a child is a change of its parent', (t) => {
  const registry = new Registry();
  const Child = defineObject('Child', '1.0', { n: field.integer({ optional: true }) }, { registry });
  const Parent = defineObject('Parent', '1.0', { child: field.object(Child) }, { registry });
  const read = decode(Parent, encode(create(Parent, { child: create(Child, { n: 1 }) })));
  resetChanges(read);
  Object.assign(read.child, { n: undefined });
  t.deepEqual(changes(read), ['child']);
});

test('backport(): bare data refuse a subclass, which would be read as its base', (t) => {
  const registry = new Registry();
  const Base = defineObject('Base', '1.0', { a: field.integer() }, { registry, untagged: '1.0' });
  const Sub = defineObject(
    'Sub',
    '1.0',
    { s: field.integer() },
    { registry, untagged: '1.0', extends: Base },
  );
  const Holder = defineObject(
    'Holder',
    '1.0',
    { it: field.object(Base, { subclasses: true }) },
    { registry, untagged: '1.0' },
  );
  t.deepEqual(backport(create(Holder, { it: create(Base, { a: 1 }) }), 'untagged').primitive, {
    it: { a: 1 },
  });
  const holder = create(Holder, { it: create(Sub, { a: 1, s: 2 }) });
  t.throws(() => backport(holder, 'untagged'), {
    code: 'BACKLEVEL_UNSUPPORTED_TARGET',
    message: /where a Base may stand/,
  });
});

test('toPrimitive(): a fallback is copied into each payload', (t) => {
  const registry = new Registry();
  const A = defineObject(
    'A',
    '1.1',
    { l: field.list(field.string(), { nullable: { since: '1.1', fallback: [] } }) },
    { registry },
  );
  const write = () =>
    toPrimitive(create(A, { l: null }), { target: '1.0' })['versioned_object.data'] as { l: string[] };
  write().l.push('evil');
  t.deepEqual(write().l, []);
});

test('decode(): what absence meant goes the way of all values from where the field came', (t) => {
  const registry = new Registry();
  const retyped = [{ in: '1.2', from: field.string(), up: Number, down: String }];
  const A = defineObject(
    'A',
    '1.2',
    { n: field.integer({ since: '1.1', absent: '5', retyped }) },
    { registry, untagged: '1.0' },
  );
  t.is(decode(A, '{}').n, 5);
  const { losses } = backport(create(A, { n: 7 }), '1.0');
  t.deepEqual(
    losses.map(({ kind, declared }) => [kind, declared]),
    [['dropped', true]],
  );
});

test('backport(): a relay writes the children of a payload whose reader is ahead of it', (t) => {
  const registry = new Registry();
  const Child = defineObject(
    'Child',
    '1.1',
    { n: field.integer(), late: field.integer({ since: '1.1', optional: true }) },
    { registry },
  );
  const fields = {
    child: field.object(Child, { versions: { '1.0': '1.1' } }),
    x: field.integer({ since: '1.1', optional: true }),
  };
  const Parent = defineObject('Parent', '1.1', fields, { registry });
  const parent = create(Parent, { child: create(Child, { n: 1, late: 2 }) });
  const old = toPrimitive(parent, { target: '1.0' });
  t.regex(JSON.stringify(old), /"late":2/);
  const { primitive } = backport(old, { Parent: '1.1', Child: '1.0' }, { registry });
  t.is(primitive['versioned_object.version'], '1.0');
  t.notRegex(JSON.stringify(primitive), /late/);
});

test('decode(): digits of a bigint are kept in a child that only older versions hold', (t) => {
  const registry = new Registry();
  const Child = defineObject('Child', '1.0', { n: field.bigint() }, { registry });
  const A = defineObject(
    'A',
    '1.1',
    {},
    {
      registry,
      retired: { child: field.object(Child, { until: '1.1', optional: true }) },
      obj_make_compatible: {
        '1.1': (data, context) => void (data['child'] = context.child(Child, { n: 2n ** 70n })),
      },
    },
  );
  t.notThrows(() => decode(A, encode(create(A, {}), { target: '1.0' })));
});
