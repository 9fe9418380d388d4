import test from 'ava';
import {
  backport,
  create,
  decode,
  defineObject,
  defineReleases,
  encode,
  field,
  Registry,
} from '../../lib/index.js';
import { dataOf, envelope } from '../codec/payload.js';
import { refused } from '../codec/refusal.js';

/** Parent 1.2 with a Child 1.2, and what the field and the releases say of their versions. */
function family(versions: Record<string, string> | undefined, childVersion = '1.2') {
  const registry = new Registry();
  const Child = defineObject('Child', childVersion, { id: field.integer() }, { registry });
  const Parent = defineObject(
    'Parent',
    '1.2',
    { child: field.list(field.object(Child, versions === undefined ? {} : { versions })) },
    { registry },
  );
  const parent = create(Parent, { child: [create(Child, { id: 1 })] });
  const childAt = (target: string) => {
    const [child] = dataOf(encode(parent, { target }))['child'] as Record<string, unknown>[];
    return child?.['versioned_object.version'];
  };
  return { registry, Parent, Child, childAt };
}

test('child version: that of the greatest key of versions at or below the parent', (t) => {
  const { childAt } = family({ '1.0': '1.0', '1.1': '1.1' });
  t.is(childAt('1.0'), '1.0');
  t.is(childAt('1.1'), '1.1');
  t.is(childAt('1.1.4'), '1.1');
});

test('child version: the newest where the parent is written at its newest', (t) => {
  const { registry, childAt } = family({ '1.0': '1.0' });
  defineReleases(registry, { old: { Parent: '1.2', Child: '1.0' } });
  t.is(childAt('1.2'), '1.2');
});

test('child version: versions of the field win over releases', (t) => {
  const { registry, childAt } = family({ '1.0': '1.1' });
  defineReleases(registry, { old: { Parent: '1.0', Child: '1.0' } });
  t.is(childAt('1.0'), '1.1');
});

test('child version: that of the newest release that has the parent at or below the target', (t) => {
  const { registry, childAt } = family(undefined);
  defineReleases(registry, {
    a: { Parent: '1.0', Child: '1.0' },
    b: { Child: '1.1' },
    c: { Parent: '1.2', Child: '1.2' },
  });
  t.is(childAt('1.0'), '1.1');
  t.is(childAt('1.1'), '1.1');
});

test('child version: the only one that a child ever had', (t) => {
  t.is(family(undefined, '1.0').childAt('1.1'), '1.0');
});

for (const [title, versions, releases] of [
  ['nothing says it', undefined, undefined],
  ['versions begins above the target', { '1.1': '1.1' }, undefined],
  ['the releases begin above the target', undefined, { a: { Parent: '1.1', Child: '1.0' } }],
  ['the releases do not name the parent', undefined, { a: { Child: '1.0' } }],
] as const) {
  test(`child version: where ${title}, it is refused with the field and three cures`, (t) => {
    const { registry, childAt } = family(versions);
    if (releases !== undefined) defineReleases(registry, releases);
    const error = refused(t, () => childAt('1.0'), {
      code: 'CHILD_VERSION_UNKNOWN',
      says: [
        'Parent at 1.0',
        'Child',
        'in child',
        'give the target as a manifest',
        'define a release that names Parent and Child',
        'versions: { ... } on child',
      ],
    });
    t.like(error, { object: 'Parent', version: '1.0', field: 'child', child: 'Child' });
  });
}

test('child version: a release that lacks the child is refused', (t) => {
  const { registry, childAt } = family(undefined);
  defineReleases(registry, { a: { Parent: '1.0' } });
  refused(t, () => childAt('1.0'), {
    code: 'CHILD_VERSION_UNKNOWN',
    says: ['Parent', 'Child', 'child', 'add Child'],
  });
});

test('child version: a parent without its child needs none', (t) => {
  const { Parent } = family(undefined);
  t.deepEqual(dataOf(encode(create(Parent, { child: [] }), { target: '1.0' })), { child: [] });
});

/** Since Tree 1.1 a tree has `size`; a tree of trees. */
function tree() {
  const registry = new Registry();
  const Tree = defineObject(
    'Tree',
    '1.1',
    {
      id: field.integer(),
      size: field.integer({ since: '1.1' }),
      kids: field.list(
        field.object<{ id: number }, { versions: Record<string, string> }>('Tree', {
          versions: { '1.0': '1.0' },
        }),
      ),
    },
    { registry },
  );
  return { registry, Tree };
}

test('recursion: a tree is written and read at every level', (t) => {
  const { registry, Tree } = tree();
  const node = (id: number, kids: { id: number }[] = []) => create(Tree, { id, size: id, kids });
  const root = node(1, [node(2, [node(4)]), node(3)]);
  const old = (id: number, kids: unknown[] = []) => envelope('Tree', '1.0', { id, kids });
  const expected = old(1, [old(2, [old(4)]), old(3)]);
  const strip = (text: string): unknown =>
    JSON.parse(text, (key, value: unknown) => (key === 'versioned_object.changes' ? undefined : value));
  t.deepEqual(strip(encode(root, { target: '1.0' })), expected);
  t.deepEqual(strip(encode(root, { target: { Tree: '1.0' } })), expected);
  t.deepEqual(
    strip(JSON.stringify(backport(JSON.parse(encode(root)) as object, '1.0', { registry }).primitive)),
    expected,
  );
  t.deepEqual(decode(Tree, encode(root)), root);
  const read = decode(Tree, JSON.stringify(expected));
  t.is((read.kids[0] as InstanceType<typeof Tree>).kids[0]?.id, 4);
  t.is(read.size as number | undefined, undefined);
});
