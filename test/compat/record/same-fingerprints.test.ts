import test from 'ava';
import { create, defineObject, field, modelOf, Registry, versioned } from '../../../lib/index.js';
import type { ObjectRecord } from '../../../lib/compat/index.js';
import { differ, fieldsDiffer, thing } from './differ.js';
import { recordOf } from './records.js';

const text = field.string();
test('the registry', differ, [{ it: text }], [{ it: text }, { registry: new Registry() }]);

test('the order of fields', differ, [{ a: text, b: field.integer() }], [{ b: field.integer(), a: text }]);
test('the order of an enum', fieldsDiffer, field.enum(['a', 'b', 'c']), field.enum(['c', 'a', 'b']));
test(
  'the order of states and of what follows them',
  fieldsDiffer,
  field.stateMachine(['a', 'b', 'c'], { a: ['b', 'c'], b: ['c'] }),
  field.stateMachine(['c', 'b', 'a'], { b: ['c'], a: ['c', 'b'] }),
);
test(
  'the order in which subclasses are named',
  fieldsDiffer,
  field.object('Disk', { subclasses: { Sparse: {}, Raw: {} } }),
  field.object('Disk', { subclasses: { Raw: {}, Sparse: {} } }),
);
test(
  'the order of a default set',
  fieldsDiffer,
  field.set(text, { default: new Set(['a', 'b']) }),
  field.set(text, { default: new Set(['b', 'a']) }),
);
test(
  'the order of a set in a default list',
  fieldsDiffer,
  field.list(field.set(field.bigint()), { default: [new Set([2n ** 60n, 1n])] }),
  field.list(field.set(field.bigint()), { default: [new Set([1n, 2n ** 60n])] }),
);
test(
  'the order of the keys of a default',
  fieldsDiffer,
  field.json({ default: { a: 1, b: 2 } }),
  field.json({ default: { b: 2, a: 1 } }),
);
test(
  'a function edited that makes a default',
  fieldsDiffer,
  field.integer({ default: () => 1 }),
  field.integer({ default: () => 2 }),
);
test('what is said to people', fieldsDiffer, text, field.string({ doc: 'its name', deprecated: 'use that' }));
test(
  'a limit that limits nothing',
  fieldsDiffer,
  field.number({ min: 0 }),
  field.number({ min: -0, max: Infinity }),
);
test(
  'which versions of a child go along',
  fieldsDiffer,
  field.object('Disk'),
  field.object('Disk', { versions: { '1.0': '1.0' } }),
);

const late = field.integer({ since: '1.2', absent: 0 });
test(
  'the order of what a version brought',
  differ,
  [{ id: text, a: late, b: late }],
  [{ id: text, b: late, a: late }],
);
const values = { b: { since: '1.2', fallback: 'a' }, c: { since: '1.2', fallback: 'a' } } as const;
test(
  'the order of values that a version brought',
  fieldsDiffer,
  field.enum(['a', 'b', 'c'], { values }),
  field.enum(['c', 'b', 'a'], { values }),
);

test('fingerprints: neither the class nor decorators are in them', async (t) => {
  @versioned('Thing', '1.2', { registry: new Registry() })
  class Renamed {
    @field.list(field.string(), { since: '1.1', absent: [] }) tags!: string[];
    @field.integer() id!: number;
  }
  const decorated = (await recordOf(Renamed)).versions['1.2'];
  const defined = await thing([
    { id: field.integer(), tags: field.list(field.string(), { since: '1.1', absent: [] }) },
  ]);
  t.deepEqual(decorated, defined);
});

test('fingerprints: a default that is a child does not bring the version of the child in', async (t) => {
  const records = await Promise.all(
    ['1.0', '1.1'].map(async (version) => {
      const registry = new Registry();
      const Disk = defineObject('Disk', version, { size: field.integer() }, { registry });
      const it = field.object(Disk, { default: create(Disk, { size: 1 }) });
      return (await recordOf(defineObject('Box', '1.0', { it }, { registry }))).versions['1.0'];
    }),
  );
  t.is(records[0]?.behaviour, records[1]?.behaviour);
  t.is(records[0]?.shape, records[1]?.shape);
});

/** A parent whose hooks read its child and make one, and the child at `version`, with its `oldest`. */
function family(version: string, oldest = '1.0') {
  const registry = new Registry();
  const Disk = defineObject(
    'Disk',
    version,
    {
      size: field.integer(),
      ...(version === '1.0' ? {} : { kind: field.string({ since: '1.1', absent: 'ssd' }) }),
    },
    { registry, oldest },
  );
  return defineObject(
    'Box',
    '1.2',
    {
      id: field.integer(),
      disk: field.object(Disk, { since: '1.2', nullable: true, versions: { '1.0': oldest, '1.2': version } }),
    },
    {
      registry,
      retired: { size: field.integer({ until: '1.2' }) },
      obj_make_compatible: {
        '1.2': {
          down: (data) => void (data['size'] = data['disk']?.data.size ?? 0),
          // It is written for the child as it is by then.
          up: (data, { child: make }) => {
            const kind = version === '1.0' ? {} : { kind: 'ssd' };
            data['disk'] = make(Disk, { size: data['size'], ...kind });
          },
        },
      },
    },
  );
}

test('fingerprints: a child that goes on, and gives old versions up, changes nothing of its parent', async (t) => {
  let known: ObjectRecord = await recordOf(family('1.0'));
  const first = known;
  t.is(first.versions['1.2']?.down?.length, 3);
  for (const [version, oldest] of [
    ['1.1', '1.0'],
    ['1.1', '1.1'],
    ['1.2', '1.2'],
  ] as const) {
    known = await recordOf(family(version, oldest), known);
    t.deepEqual(known, first, `Disk ${version}, oldest ${oldest}`);
  }
});

test('fingerprints: a hook edited after a child gave old versions up is seen where a sample has no child', async (t) => {
  const known = await recordOf(family('1.0'));
  const Box = family('1.1', '1.1');
  const hook = modelOf(Box).hooks[0]?.hook as { down: (data: Record<string, unknown>) => void };
  const edited = { ...hook, down: (data: Record<string, unknown>) => void (data['size'] = 77) };
  const registry = new Registry();
  defineObject('Disk', '1.1', { size: field.integer() }, { registry, oldest: '1.1' });
  const Edited = defineObject(
    'Box',
    '1.2',
    { id: field.integer(), disk: field.object('Disk', { since: '1.2', nullable: true }) },
    {
      registry,
      retired: { size: field.integer({ until: '1.2' }) },
      obj_make_compatible: { '1.2': edited },
    },
  );
  const again = await recordOf(Edited, known);
  t.is(again.versions['1.2']?.shape, known.versions['1.2']?.shape);
  t.not(again.versions['1.2']?.behaviour, known.versions['1.2']?.behaviour);
});

test('fingerprints: giving old versions up changes none of those that stay', async (t) => {
  const past = (oldest: string): object =>
    defineObject(
      'Thing',
      '1.2',
      {
        id: field.integer({ renamed: [{ in: '1.1', from: 'number' }] }),
        it: field.integer({ since: '1.1', absent: 0 }),
      },
      {
        registry: new Registry(),
        oldest,
        obj_make_compatible: {
          '1.1': (data) => void delete data['it'],
          '1.2': (data) => void delete data['it'],
        },
      },
    );
  const known = await recordOf(past('1.0'));
  for (const oldest of ['1.1', '1.2']) t.deepEqual(await recordOf(past(oldest), known), known, oldest);
});
