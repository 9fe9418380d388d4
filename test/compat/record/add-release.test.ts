import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'ava';
import { defineObject, defineReleases, encode, create, field, Registry } from '../../../lib/index.js';
import {
  addRelease,
  emptyHistory,
  readHistory,
  takeSnapshot,
  writeHistory,
} from '../../../lib/compat/index.js';
import { refused } from '../../codec/refusal.js';
import { dataOf } from '../../codec/payload.js';

function define(itemVersion: '1.0' | '1.1', registry = new Registry()) {
  const late = itemVersion === '1.0' ? {} : { count: field.integer({ since: '1.1', absent: 1 }) };
  const Item = defineObject('Item', itemVersion, { sku: field.string(), ...late }, { registry });
  const Order = defineObject('Order', '2.1', { item: field.object(Item) }, { registry });
  return { registry, Item, Order };
}

const { registry } = define('1.0');
const { history } = await takeSnapshot(registry, emptyHistory('history'));

test('addRelease(): names every object at its newest version, and leaves the history that it got', (t) => {
  const released = addRelease(history, registry, '2026.1');
  t.deepEqual(released.releases, { '2026.1': { Item: '1.0', Order: '2.1' } });
  t.is(released.objects, history.objects);
  t.deepEqual(history.releases, {});
});

test('addRelease(): a later release comes after the others, whatever its name', async (t) => {
  const later = define('1.1');
  const first = addRelease(addRelease(history, registry, 'zebra'), registry, '2026.1');
  const taken = await takeSnapshot(later.registry, first);
  const { releases } = addRelease(taken.history, later.registry, 'ant');
  t.deepEqual(Object.entries(releases), [
    ['zebra', { Item: '1.0', Order: '2.1' }],
    ['2026.1', { Item: '1.0', Order: '2.1' }],
    ['ant', { Item: '1.1', Order: '2.1' }],
  ]);
});

const taken = addRelease(history, registry, 'r1');
const refuses = test.macro({
  exec: (t, name: string, ...says: string[]) => {
    refused(t, () => addRelease(taken, registry, name), { code: 'RELEASE_NAME', says });
    t.deepEqual(Object.keys(taken.releases), ['r1']);
  },
  title: (_given, name) => `addRelease(): refuses the name ${JSON.stringify(name)}`,
});
test(refuses, '', 'empty');
test(refuses, 'r1', 'there is a release of that name');
test(refuses, '2026', 'whole number', "'2026.0'", "'r2026'");
test(refuses, '1.0', 'version of Item, which is at 1.0');
test(refuses, '2.7', 'version of Order, which is at 2.1');
test(refuses, 'constructor', 'every JavaScript object');
test(refuses, '__proto__', 'every JavaScript object');

test('addRelease(): nothing is released before it is recorded', (t) => {
  const missing = { code: 'HISTORY_MISSING', says: ['backlevel.Item 1.0', 'backlevel snapshot'] };
  refused(t, () => addRelease(emptyHistory('history'), registry, 'r1'), missing);
  const newer = define('1.1');
  refused(t, () => addRelease(history, newer.registry, 'r2'), { ...missing, says: ['backlevel.Item 1.1'] });
});

test('addRelease(): of two major versions of an object the newer one is named', async (t) => {
  const both = new Registry();
  defineObject('Item', '2.0', { sku: field.uuid() }, { registry: both });
  defineObject('Item', '1.3', { sku: field.string() }, { registry: both });
  const snapshot = await takeSnapshot(both, emptyHistory('history'));
  t.deepEqual(addRelease(snapshot.history, both, 'r1').releases, { r1: { Item: '2.0' } });
  t.deepEqual(Object.keys(snapshot.history.objects.get('backlevel.Item')?.versions ?? {}), [
    '2.0',
    '1.0',
    '1.1',
    '1.2',
    '1.3',
  ]);
});

test('addRelease(): what releases.json holds, defineReleases() takes', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'backlevel-release-'));
  t.teardown(() => rmSync(folder, { recursive: true }));
  writeHistory(addRelease(history, registry, '2026.1'), folder);
  const { registry: today, Item, Order } = define('1.1');
  const snapshot = await takeSnapshot(today, readHistory(folder));
  writeHistory(addRelease(snapshot.history, today, '2026.2'), folder);

  const json = JSON.parse(readFileSync(join(folder, 'releases.json'), 'utf8')) as Pick<
    typeof history,
    'releases'
  >;
  const releases = defineReleases(today, json.releases);
  t.deepEqual(releases.names, ['2026.1', '2026.2']);
  t.deepEqual(releases.manifest('2026.1'), { Item: '1.0', Order: '2.1' });
  const order = create(Order, { item: create(Item, { sku: 'a', count: 2 }) });
  const { item } = dataOf(encode(order, { target: '2026.1' })) as { item: object };
  t.is((item as Record<string, unknown>)['versioned_object.version'], '1.0');
});
