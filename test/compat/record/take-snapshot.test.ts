import test from 'ava';
import {
  defineObject,
  type DefineOptions,
  field,
  type FieldLike,
  type Hooks,
  Registry,
} from '../../../lib/index.js';
import {
  addRelease,
  emptyHistory,
  type History,
  isFrozen,
  type Snapshot,
  takeSnapshot,
  type VersionRecord,
} from '../../../lib/compat/index.js';

type Fields = Readonly<Record<string, FieldLike>>;

/** The snapshot of a registry that holds one Item, made of today's fields, on top of a history. */
function snapshot(
  version: string,
  fields: Fields,
  before: History = emptyHistory('history'),
  options: Omit<DefineOptions, 'check' | 'construct'> = {},
): Promise<Snapshot & { readonly registry: Registry }> {
  const registry = new Registry({ namespace: 'shop' });
  defineObject('Item', version, fields, { registry, ...options });
  return takeSnapshot(registry, before).then((taken) => ({ ...taken, registry }));
}

function entry({ objects }: History, version: string): VersionRecord {
  const found = objects.get('shop.Item')?.versions[version];
  if (found === undefined) throw new Error(`${version} is not recorded`);
  return found;
}

const sku = field.string();
const count = field.integer({ since: '1.1', absent: 1 });
const item = (version: string) => ({ object: 'shop.Item', version });

test('takeSnapshot(): records every version there is, and leaves the history that it got', async (t) => {
  const before = emptyHistory('history');
  const { history, written, frozen } = await snapshot('1.1', { sku, count }, before);
  t.deepEqual(written, [item('1.0'), item('1.1')]);
  t.deepEqual(frozen, []);
  t.is(before.objects.size, 0);
  t.deepEqual(Object.keys(entry(history, '1.0').fields), ['sku']);
  t.deepEqual(Object.keys(entry(history, '1.1').fields), ['sku', 'count']);
  t.deepEqual(entry(history, '1.1').changes, [{ kind: 'added', field: 'count' }]);
});

test('takeSnapshot(): writes nothing anew where nothing changed', async (t) => {
  const first = await snapshot('1.1', { sku, count });
  const again = await snapshot('1.1', { count, sku }, first.history);
  t.deepEqual([again.written, again.frozen], [[], []]);
  t.deepEqual(again.history, first.history);
});

test('takeSnapshot(): an entry that no release froze is written anew', async (t) => {
  const first = await snapshot('1.1', { sku, count });
  const wider = field.integer({ since: '1.1', absent: 0 });
  const again = await snapshot('1.1', { sku, count: wider }, first.history);
  t.deepEqual(again.written, [item('1.1')]);
  t.deepEqual(entry(again.history, '1.1').fields['count']?.absent, { value: 0 });
  t.deepEqual(entry(again.history, '1.0'), entry(first.history, '1.0'));
});

test('takeSnapshot(): an entry that a release froze is never written anew, and is reported', async (t) => {
  const first = await snapshot('1.1', { sku, count });
  const released = addRelease(first.history, first.registry, 'r1');
  const edited = await snapshot('1.1', { sku: field.uuid(), count }, released);
  t.deepEqual(edited.frozen, [item('1.1')]);
  // 1.0 was in no release: it was not frozen.
  t.deepEqual(edited.written, [item('1.0')]);
  t.is(entry(edited.history, '1.1'), entry(released, '1.1'));

  const next = await snapshot(
    '1.2',
    { sku, count, note: field.string({ since: '1.2', optional: true }) },
    released,
  );
  t.deepEqual([next.written, next.frozen], [[item('1.2')], []]);
  t.is(entry(next.history, '1.1'), entry(released, '1.1'));
});

test('takeSnapshot(): a frozen entry below the newest stays, whatever today says of it', async (t) => {
  const first = await snapshot('1.0', { sku });
  const released = addRelease(first.history, first.registry, 'r1');
  const next = await snapshot('1.1', { sku: field.uuid(), count }, released);
  t.deepEqual([next.written, next.frozen], [[item('1.1')], []]);
  t.is(entry(next.history, '1.0'), entry(released, '1.0'));
});

test('takeSnapshot(): what was recorded below the oldest stays, and so do objects that are gone', async (t) => {
  const first = await snapshot('1.2', { sku, count });
  const gone = {
    ...first.history,
    objects: new Map([
      ...first.history.objects,
      ['shop.Gone', first.history.objects.get('shop.Item') as never],
    ]),
  };
  const next = await snapshot('1.2', { sku, count }, gone, { oldest: '1.2' });
  t.deepEqual([next.written, next.frozen], [[], []]);
  t.deepEqual(next.history.objects, gone.objects);
});

test('takeSnapshot(): a version that the class went back from goes, unless a release names it', async (t) => {
  const ahead = await snapshot('1.2', { sku, count, note: field.string({ since: '1.2' }) });
  const back = await snapshot('1.1', { sku, count }, ahead.history);
  t.deepEqual([back.removed, back.written], [[item('1.2')], []]);
  t.deepEqual(Object.keys(back.history.objects.get('shop.Item')?.versions ?? {}), ['1.0', '1.1']);

  const released = addRelease(ahead.history, ahead.registry, 'r1');
  const kept = await snapshot('1.1', { sku, count }, released);
  t.deepEqual(kept.removed, []);
  t.is(entry(kept.history, '1.2'), entry(released, '1.2'));
});

test('takeSnapshot(): samples stay as long as the shape does', async (t) => {
  const first = await snapshot('1.1', { sku, count });
  const objects = structuredClone(first.history.objects);
  const record = objects.get('shop.Item') as unknown as { versions: Record<string, { samples: unknown[] }> };
  const mine = [{ sku: 'written by hand', count: 77 }];
  (record.versions['1.1'] as { samples: unknown[] }).samples = mine;
  const known = { ...first.history, objects };

  const defaulted = field.integer({ since: '1.1', absent: 1, default: 1 });
  const same = await snapshot('1.1', { sku, count: defaulted }, known);
  t.deepEqual(same.written, [item('1.1')]);
  t.deepEqual(entry(same.history, '1.1').samples, mine);

  const other = await snapshot('1.1', { sku, count: field.string({ since: '1.1' }) }, known);
  t.notDeepEqual(entry(other.history, '1.1').samples, mine);
});

test('takeSnapshot(): records what hooks make of samples, and what they refuse', async (t) => {
  const hooks: Hooks = {
    '1.1': {
      down: (data, context) => {
        if (data['count'] === 3) context.refuse('count', 'three is too many');
        data['sku'] = `${data['sku']}*${data['count'] ?? 'none'}`;
      },
      up: (data) => {
        data['sku'] = data['sku'].toUpperCase();
      },
    },
  };
  const { history } = await snapshot('1.1', { sku, count }, undefined, { obj_make_compatible: hooks });
  const { samples, down, up } = entry(history, '1.1');
  t.deepEqual(samples, [
    { sku: 'sku', count: 1 },
    { sku: '', count: -1 },
    { sku: 'sku 2', count: 3 },
  ]);
  t.deepEqual(down, [
    { data: { sku: 'sku*1' } },
    { data: { sku: '*-1' } },
    { error: 'BACKLEVEL_VALUE_TOO_NEW' },
  ]);
  t.deepEqual(up, [
    { data: { sku: 'SKU', count: 1 } },
    { data: { sku: '', count: 1 } },
    { data: { sku: 'SKU 2', count: 1 } },
  ]);
  t.is(entry(history, '1.0').down, undefined);
});

test('takeSnapshot(): a hook meets its children as they are today, and they travel as they did', async (t) => {
  const registry = new Registry({ namespace: 'shop' });
  const Part = defineObject(
    'Part',
    '1.1',
    { id: field.integer(), size: field.integer({ since: '1.1', absent: 0 }) },
    { registry },
  );
  defineObject(
    'Item',
    '1.1',
    { part: field.object(Part, { since: '1.1', versions: { '1.0': '1.0' } }) },
    {
      registry,
      retired: { old: field.object(Part, { until: '1.1', versions: { '1.0': '1.0' } }) },
      obj_make_compatible: {
        '1.1': {
          down: (data, { child }) =>
            void (data['old'] = child(Part, { id: data['part'].data.size, size: 7 })),
          up: (data, { child }) => void (data['part'] = child(Part, { id: data['old'].data.id, size: 7 })),
        },
      },
    },
  );
  const { history } = await takeSnapshot(registry, emptyHistory('history'));
  const { down, up } = entry(history, '1.1');
  const part = (version: string, data: object) => ({
    'versioned_object.name': 'Part',
    'versioned_object.namespace': 'shop',
    'versioned_object.version': version,
    'versioned_object.data': data,
  });
  t.deepEqual(down?.[0], { data: { old: part('1.1', { id: 1, size: 7 }) } });
  t.deepEqual(up?.[0], { data: { part: part('1.1', { id: 1, size: 7 }) } });
});

test('takeSnapshot(): a hook can make a child that only the older version holds', async (t) => {
  const registry = new Registry({ namespace: 'shop' });
  const Part = defineObject(
    'Part',
    '1.1',
    { id: field.integer(), size: field.integer({ since: '1.1', absent: 0 }) },
    { registry },
  );
  defineObject(
    'Item',
    '1.1',
    { id: field.integer() },
    {
      registry,
      retired: { part: field.object(Part, { until: '1.1', versions: { '1.0': '1.0' } }) },
      obj_make_compatible: {
        '1.1': (data, { child }) => void (data['part'] = child(Part, { id: data['id'], size: 7 })),
      },
    },
  );
  const { history } = await takeSnapshot(registry, emptyHistory('history'));
  const [first] = entry(history, '1.1').down as readonly [{ data: { part: Record<string, unknown> } }];
  t.is(first.data.part['versioned_object.version'], '1.0');
  t.deepEqual(first.data.part['versioned_object.data'], { id: 1 });
});

test('takeSnapshot(): what a function throws is an outcome, too', async (t) => {
  const up = (): never => {
    throw new TypeError('a bug');
  };
  const it = field.integer({ retyped: [{ in: '1.1', from: field.string(), up, down: String }] });
  const { history } = await snapshot('1.1', { it });
  t.deepEqual(
    new Set(entry(history, '1.1').up?.map((outcome) => JSON.stringify(outcome))),
    new Set(['{"error":"BACKLEVEL_HOOK"}']),
  );
});

test('isFrozen(): by object and version, in any release', async (t) => {
  const { history, registry } = await snapshot('1.1', { sku, count });
  const released = addRelease(history, registry, 'r1');
  t.true(isFrozen(released, 'Item', '1.1'));
  t.false(isFrozen(released, 'Item', '1.0'));
  t.false(isFrozen(released, 'constructor', '1.1'));
  t.false(isFrozen(history, 'Item', '1.1'));
});

test('takeSnapshot(): other envelope keys are not written over versions that stay, and over others they are', async (t) => {
  const first = await snapshot('1.1', { sku, count });
  const renamed = { envelope: 'shop_object' };
  const anew = await snapshot('1.1', { sku, count }, first.history, renamed);
  t.deepEqual([anew.written, anew.frozen], [[item('1.0'), item('1.1')], []]);
  t.is(anew.history.objects.get('shop.Item')?.envelope, 'shop_object');

  const released = addRelease(first.history, first.registry, 'r1');
  const kept = await snapshot('1.2', { sku, count }, released, renamed);
  t.deepEqual([kept.written, kept.frozen], [[], [item('1.2')]]);
  t.is(kept.history.objects.get('shop.Item'), released.objects.get('shop.Item'));
});
