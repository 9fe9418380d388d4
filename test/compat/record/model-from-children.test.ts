import test from 'ava';
import {
  create,
  decode,
  defineObject,
  encode,
  field,
  fromPrimitive,
  modelOf,
  Registry,
  versionManifest,
} from '../../../lib/index.js';
import { type History, modelFrom, objectHistory, type ObjectRecord } from '../../../lib/compat/index.js';
import { dataOf, envelope } from '../../codec/payload.js';
import { refused } from '../../codec/refusal.js';
import { historyWith } from './records.js';

const registry = new Registry();
const Disk = defineObject(
  'Disk',
  '1.2',
  { size: field.integer(), kind: field.string({ since: '1.1' }), note: field.string({ since: '1.2' }) },
  { registry },
);
const Sparse = defineObject(
  'Sparse',
  '1.1',
  { used: field.integer({ since: '1.1' }) },
  { registry, extends: Disk, base: { '1.0': '1.1', '1.1': '1.2' } },
);
const Box = defineObject(
  'Box',
  '1.1',
  {
    disks: field.list(
      field.object(Disk, {
        subclasses: { Sparse: { since: '1.1' } },
        versions: { '1.0': '1.1', '1.1': '1.2' },
      }),
    ),
  },
  { registry },
);
/** Contains itself, and another that contains it. */
const Node = defineObject(
  'Node',
  '1.1',
  {
    left: field.object('Node', { nullable: true, versions: { '1.0': '1.0', '1.1': '1.1' } }),
    leaves: field.list(field.object('Leaf'), { since: '1.1', absent: [] }),
  },
  { registry },
);
defineObject('Leaf', '1.0', { node: field.object('Node', { optional: true }) }, { registry });
const history = await historyWith(Box);

const box = () =>
  create(Box, {
    disks: [
      create(Disk, { size: 1, kind: 'ssd', note: 'n' }),
      create(Sparse, { size: 2, kind: 'ssd', note: 'm', used: 1 }),
    ],
  });

/** The history without some objects, or without some versions of one. */
function without(object: string, ...gone: string[]): History {
  const objects = new Map(history.objects);
  const { versions, ...head } = objects.get(object) as ObjectRecord;
  objects.delete(object);
  const kept = Object.entries(versions).filter(([version]) => !gone.includes(version));
  if (gone.length > 0) objects.set(object, { ...head, versions: Object.fromEntries(kept) });
  return { ...history, objects };
}

test('modelFrom(): children stand at the versions that went with the object', (t) => {
  const object = objectHistory(history, 'Box');
  t.deepEqual(versionManifest(modelFrom(object, '1.1')), { Box: '1.1', Disk: '1.2', Sparse: '1.1' });
  t.deepEqual(versionManifest(modelFrom(object, '1.0')), { Box: '1.0', Disk: '1.1' });
});

test('modelFrom(): children stand at the versions of a manifest', (t) => {
  const manifest = { Disk: '1.1', Sparse: '1.0', Box: '1.0', Stranger: '7.0' };
  const Old = modelFrom(objectHistory(history, 'Box'), '1.1', { manifest });
  t.deepEqual(versionManifest(Old), { Box: '1.1', Disk: '1.1', Sparse: '1.0' });
  const old = decode(Old, encode(box(), { target: { ...manifest, Box: '1.1' } }), { unknown: 'refuse' });
  t.deepEqual(JSON.parse(JSON.stringify(old)), {
    disks: [
      { size: 1, kind: 'ssd' },
      { size: 2, kind: 'ssd' },
    ],
  });
  refused(t, () => decode(Old, encode(box())), {
    code: 'INCOMPATIBLE_OBJECT_VERSION',
    says: ['Disk', '1.2'],
  });
});

test('modelFrom(): a subclass is read where the version admits it, and nowhere else', (t) => {
  const object = objectHistory(history, 'Box');
  const New = modelFrom(object, '1.1');
  const disks = (decode(New, encode(box()), { unknown: 'refuse' }) as { disks: object[] }).disks;
  t.deepEqual(
    disks.map((disk) => disk.constructor.name),
    ['Disk', 'Sparse'],
  );
  const sparse = envelope('Sparse', '1.0', { size: 2, kind: 'ssd' });
  refused(t, () => fromPrimitive(modelFrom(object, '1.0'), envelope('Box', '1.0', { disks: [sparse] })), {
    code: 'UNKNOWN_OBJECT',
    says: ['Sparse'],
  });
});

test('modelFrom(): classes that contain themselves and each other are each made once', (t) => {
  const Old = modelFrom(objectHistory(history, 'Node'), '1.1');
  t.deepEqual(versionManifest(Old), { Node: '1.1', Leaf: '1.0' });
  const leaf = { left: null, leaves: [] };
  const inner = create(Node, leaf);
  const text = encode(create(Node, { left: inner, leaves: [] }));
  const old = decode(Old, text) as { left: object };
  t.is(old.left.constructor, Old);
  t.deepEqual(dataOf(encode(old)), dataOf(text));
});

test('modelFrom(): the class knows its one version, and today is not changed by it', (t) => {
  const before = registry.models.length;
  const Old = modelFrom(objectHistory(history, 'Disk'), '1.0');
  t.is(modelOf(Old).oldest.text, '1.0');
  t.not(modelOf(Old).registry, registry);
  t.is(registry.models.length, before);
  t.deepEqual(Object.keys(create(Old, { size: 1 })), ['size']);
  refused(t, () => decode(Old, encode(create(Disk, { size: 1, kind: 'a', note: 'b' }))), {
    code: 'INCOMPATIBLE_OBJECT_VERSION',
    says: ['Disk', '1.2'],
  });
});

test('modelFrom(): an untagged payload is read by the version that it means', async (t) => {
  const Bare = defineObject(
    'Bare',
    '1.1',
    { id: field.integer(), late: field.integer({ since: '1.1' }) },
    { registry: new Registry(), untagged: '1.0' },
  );
  const object = objectHistory(await historyWith(Bare), 'Bare');
  t.is(fromPrimitive(modelFrom(object, '1.0'), { id: 1 })['id'], 1);
  t.throws(() => fromPrimitive(modelFrom(object, '1.1'), { id: 1 }));
});

test('modelFrom(): a version, an object or a child that is not recorded is named', (t) => {
  const missing = (call: () => unknown, ...says: string[]): unknown =>
    refused(t, call, { code: 'HISTORY_MISSING', says });
  missing(() => modelFrom(objectHistory(history, 'Box'), '1.7'), 'backlevel.Box 1.7', '1.0, 1.1');
  missing(() => modelFrom(objectHistory(history, 'Box'), 'constructor'), 'constructor', '1.0, 1.1');
  missing(() => objectHistory(history, 'Crate'), 'Crate', 'backlevel.Box', 'backlevel snapshot');
  const childless = objectHistory(without('backlevel.Disk'), 'Box');
  missing(() => modelFrom(childless, '1.0'), 'Disk', 'backlevel.Box');
  const outdated = objectHistory(without('backlevel.Disk', '1.1'), 'Box');
  missing(() => modelFrom(outdated, '1.0'), 'backlevel.Disk 1.1', '1.0, 1.2');
  const manifest = { Disk: '1.9' };
  missing(() => modelFrom(objectHistory(history, 'Box'), '1.1', { manifest }), 'backlevel.Disk 1.9');
});

test('objectHistory(): a name that two namespaces have is asked for with one', async (t) => {
  const shared = new Registry();
  defineObject('Disk', '1.0', { size: field.integer() }, { registry: shared, namespace: 'one' });
  const Other = defineObject('Disk', '1.0', { size: field.string() }, { registry: shared, namespace: 'two' });
  const both = await historyWith(Other);
  refused(t, () => objectHistory(both, 'Disk'), { code: 'HISTORY_MISSING', says: ['one.Disk or two.Disk'] });
  t.is(objectHistory(both, 'two.Disk').record.namespace, 'two');
});
