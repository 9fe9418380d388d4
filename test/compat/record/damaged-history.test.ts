import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'ava';
import { create, defineObject, field, Registry } from '../../../lib/index.js';
import {
  emptyHistory,
  modelFrom,
  objectHistory,
  type ObjectRecord,
  readHistory,
  takeSnapshot,
  type VersionRecord,
  writeHistory,
} from '../../../lib/compat/index.js';
import { behaviourFingerprint, shapeFingerprint } from '../../../lib/compat/record/fingerprints.js';
import { refused } from '../../codec/refusal.js';
import { history, newFolder, refusesToRead, written } from './history-folder.js';

const damaged = test.macro({
  exec: (t, edit: (text: string) => string, code: string, ...says: string[]) =>
    refusesToRead(t, written('shop.Order.json', edit), code, 'shop.Order.json', ...says),
  title: (what) => `readHistory(): refuses a file that ${what}`,
});
const cure = 'version control';
test('is no JSON', damaged, (text) => text.slice(0, 300), 'HISTORY_FILE', 'not JSON', cure);
test('is empty', damaged, () => '', 'HISTORY_FILE', 'not JSON', cure);
test('is a list', damaged, () => '[]', 'HISTORY_FILE', 'no file of a history', cure);
test('is null', damaged, () => 'null', 'HISTORY_FILE', 'no file of a history', cure);
test(
  'is of a newer format',
  damaged,
  (text) => text.replace('"format": 1', '"format": 2'),
  'HISTORY_FILE',
  'format 2',
  'install the newer backlevel',
);
test(
  'has a format in words',
  damaged,
  (text) => text.replace('"format": 1', '"format": "1"'),
  'HISTORY_FILE',
  'lacks "format": 1',
);
test(
  'does not say its object',
  damaged,
  (text) => text.replace('"object"', '"subject"'),
  'HISTORY_FILE',
  'does not say',
);
test(
  'has no versions',
  damaged,
  (text) => text.replace('"versions": {', '"versions": 7, "others": {'),
  'HISTORY_FILE',
  'does not say',
);
test(
  'has a version that is none',
  damaged,
  (text) => text.replace('"1.8": {', '"v8": {'),
  'HISTORY_FILE',
  'version v8',
);
test(
  'lacks a part',
  damaged,
  (text) => text.replace('"samples"', '"examples"'),
  'HISTORY_FILE',
  '1.8 is not complete',
);
test(
  'has a field without a type',
  damaged,
  (text) => text.replace('"name": {"type"', '"name": {"kind"'),
  'HISTORY_FILE',
  '1.10 is not complete',
);
const byHand = 'edited by hand';
test(
  'has a field edited by hand',
  damaged,
  (text) => text.replace('"kind":"string"', '"kind":"uuid"'),
  'HISTORY_FILE',
  '1.8',
  byHand,
  'shape',
  cure,
);
test(
  'has a field more',
  damaged,
  (text) => text.replace('"item": {', '"more": {"type":{"kind":"json"}},\n        "item": {'),
  'HISTORY_FILE',
  byHand,
  'shape',
);
test(
  'has a change edited by hand',
  damaged,
  (text) => text.replace('"from":"title"', '"from":"titel"'),
  'HISTORY_FILE',
  '1.10',
  byHand,
  'behaviour',
);
test(
  'has a fingerprint edited by hand',
  damaged,
  (text) => text.replace(/"s1-./, '"s1-x'),
  'HISTORY_FILE',
  byHand,
);
test(
  'has another name',
  damaged,
  (text) => text.replace('"object": "Order"', '"object": "Item"'),
  'HISTORY_FILE',
  byHand,
);
test(
  'has another prefix of envelopes',
  damaged,
  (text) => text.replace('"versioned_object"', '"nova_object"'),
  'HISTORY_FILE',
  byHand,
);

/** The entry of a version: what one branch of two recorded. */
const entryOf = (text: string, version: string): string =>
  new RegExp(`\\n    "${version}": \\{\\n[^]*?\\n    \\}`).exec(text)?.[0] ?? '';
const twice = (text: string): string => text.replace(entryOf(text, '1.10'), (entry) => `${entry},${entry}`);
const mend = ['two branches', 'the next version', 'backlevel snapshot'];
test('has a version twice', damaged, twice, 'VERSION_COLLISION', 'version 1.10 twice', ...mend);
test(
  'has a version twice, with the ends of lines of Windows',
  damaged,
  (text) => twice(text).replaceAll('\n', '\r\n'),
  'VERSION_COLLISION',
  '1.10',
  ...mend,
);
test(
  'has a version twice, and lost a bracket on the way',
  damaged,
  (text) => twice(text).replace('    },\n    "1.10"', '    "1.10"'),
  'VERSION_COLLISION',
  '1.10',
  ...mend,
);
const unmerged = (text: string): string => {
  const entry = entryOf(text, '1.10');
  return text.replace(entry, () => `\n<<<<<<< HEAD${entry}\n=======${entry}\n>>>>>>> other`);
};
test('has the marks of a merge', damaged, unmerged, 'VERSION_COLLISION', 'marks of a merge', ...mend);

test('readHistory(): refuses a version that a merge mixed of two', async (t) => {
  // Both branches made 1.10, and git took the lines of each where the other had none.
  const other = new Registry({ namespace: 'shop' });
  defineObject('Item', '1.1', { sku: field.string() }, { registry: other });
  defineObject(
    'Order',
    '1.10',
    { item: field.object('Item'), name: field.string(), note: field.string({ since: '1.10' }) },
    { registry: other, oldest: '1.8' },
  );
  const folder = newFolder();
  writeHistory((await takeSnapshot(other, emptyHistory(folder))).history);
  const theirs = /"note": .*/.exec(readFileSync(join(folder, 'shop.Order.json'), 'utf8'))?.[0] as string;
  const mixed = (text: string): string => {
    const entry = entryOf(text, '1.10');
    return text.replace(entry, entry.replace(/("name": .*)\n/, `$1,\n        ${theirs}\n`));
  };
  refusesToRead(
    t,
    written('shop.Order.json', mixed),
    'HISTORY_FILE',
    '1.10',
    'a merge mixed two',
    'backlevel snapshot',
  );
});

const badReleases = test.macro({
  exec: (t, edit: (text: string) => string, ...says: string[]) =>
    refusesToRead(t, written('releases.json', edit), 'HISTORY_FILE', 'releases.json', ...says),
  title: (what) => `readHistory(): refuses releases.json where ${what}`,
});
test('it is no JSON', badReleases, (text) => text.slice(1), 'not JSON');
test('it is of a newer format', badReleases, (text) => text.replace('1,', '2,'), 'format 2');
test(
  'there are no releases',
  badReleases,
  (text) => text.replace('"releases"', '"others"'),
  'releases is no object',
);
test('a version is a number', badReleases, (text) => text.replace('"1.10"', '1.10'), 'releases is no object');
test('a release is a list', badReleases, () => '{"format":1,"releases":{"r1":[]}}', 'releases is no object');
test(
  'a release is there twice',
  badReleases,
  (text) => text.replace('"2026.2"', '"2026.1"'),
  'release 2026.1 twice',
  'under a name of its own',
);
test(
  'a merge was not finished',
  badReleases,
  (text) => text.replace('    "2026.2"', '<<<<<<< HEAD\n    "2026.2"'),
  'marks of a merge',
  'in the order',
);

test('readHistory(): names that every JavaScript object has do no harm', (t) => {
  const folder = written();
  const evil = JSON.stringify({ polluted: true });
  // An entry and a manifest, as nobody but a hand would write them.
  const inReleases = JSON.stringify({ format: 1, releases: { r1: { Item: '1.1' } } }).replace(
    '"Item"',
    '"__proto__"',
  );
  writeFileSync(join(folder, 'releases.json'), inReleases);
  t.deepEqual(Object.keys(readHistory(folder).releases['r1'] as object), ['__proto__']);
  const path = join(folder, 'shop.Item.json');
  const text = readFileSync(path, 'utf8');
  writeFileSync(
    path,
    text.replace(
      '"sku": {"type"',
      `"__proto__": ${evil.slice(0, -1)},"type":{"kind":"string"}},\n        "sku": {"type"`,
    ),
  );
  refusesToRead(t, folder, 'HISTORY_FILE', 'shop.Item.json', byHand);
  writeFileSync(path, text.replace('"1.0": {', `"__proto__": ${evil},\n    "1.0": {`));
  refusesToRead(t, folder, 'HISTORY_FILE', 'shop.Item.json', 'version __proto__');
  writeFileSync(path, text.replace('"object": "Item"', '"object": "__proto__"'));
  refusesToRead(t, folder, 'HISTORY_FILE', byHand);
  t.false('polluted' in {});
  t.is(modelFrom(objectHistory(history, 'Item'), '1.1').name, 'Item');
});

/** A record that someone made who can make fingerprints, too: of an object, with one field. */
function forged(object: string, wire: string): ObjectRecord {
  const identity = { namespace: 'evil', object, envelope: 'versioned_object' };
  const fields = Object.fromEntries([[wire, { type: { kind: 'json' } }]]);
  const shape = shapeFingerprint(identity, fields);
  const behaviour = behaviourFingerprint({ fields, changes: [] });
  const entry = { shape, behaviour, fields, changes: [], samples: [], children: {} };
  return { format: 1, ...identity, versions: { '1.0': entry } };
}

test('modelFrom(): names that every JavaScript object has do no harm in a forged record', (t) => {
  const folder = newFolder();
  const objects = [forged('Item', '__proto__'), forged('__proto__', 'id'), forged('constructor', 'id')];
  const named = new Map(objects.map((record) => [`evil.${record.object}`, record]));
  writeHistory({ ...emptyHistory(folder), objects: named });
  const read = readHistory(folder);
  t.deepEqual(read.objects, named);
  refused(t, () => modelFrom(objectHistory(read, 'evil.Item'), '1.0'), {
    code: 'DECLARATION',
    says: ['Item', '"__proto__" cannot be a name here'],
  });
  for (const name of ['evil.__proto__', 'evil.constructor']) {
    const Old = modelFrom(objectHistory(read, name), '1.0');
    t.deepEqual({ ...create(Old, { id: { polluted: true } }) }, { id: { polluted: true } });
  }
  t.false('polluted' in {});
});

test('readHistory(): a kind of field that it does not know is one of a newer backlevel', (t) => {
  const folder = newFolder();
  const identity = { namespace: 'new', object: 'Item', envelope: 'versioned_object' };
  const fields = { it: { type: { kind: 'list', element: { kind: 'constructor' } } } };
  const shape = shapeFingerprint(identity, fields);
  const entry = { ...forged('Item', 'it').versions['1.0'], shape, fields } as VersionRecord;
  writeHistory({
    ...emptyHistory(folder),
    objects: new Map([['new.Item', { format: 1, ...identity, versions: { '1.0': entry } }]]),
  });
  refusesToRead(t, folder, 'HISTORY_FILE', 'new.Item.json', 'a field it', '"constructor"', 'newer backlevel');
});
