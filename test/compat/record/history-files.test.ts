import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'ava';
import { defineObject, field, Registry } from '../../../lib/index.js';
import { emptyHistory, readHistory, takeSnapshot, writeHistory } from '../../../lib/compat/index.js';
import { heat } from '../../../objects/heat/index.js';
import { refused } from '../../codec/refusal.js';
import {
  contents,
  history,
  newFolder,
  refusesToRead,
  registry,
  released,
  root,
  written,
} from './history-folder.js';

test('writeHistory(): what it wrote is read again as it was', async (t) => {
  const folder = newFolder();
  const { history: ours } = await takeSnapshot(heat, emptyHistory(folder));
  const files = writeHistory(ours);
  t.deepEqual(files.length, heat.models.length);
  t.deepEqual(readHistory(folder), {
    ...ours,
    folder,
    objects: new Map([...ours.objects].toSorted(([a], [b]) => (a < b ? -1 : 1))),
  });

  t.deepEqual(readHistory(written()).releases, released.releases);
  t.deepEqual(Object.keys(readHistory(written()).releases), ['2026.1', '2026.2']);
});

test('writeHistory(): a second time touches nothing', async (t) => {
  const folder = written();
  const times = (): number[] => readdirSync(folder).map((name) => statSync(join(folder, name)).mtimeMs);
  const before = times();
  t.deepEqual(writeHistory(readHistory(folder)), []);
  const again = await takeSnapshot(registry, readHistory(folder));
  t.deepEqual([again.written, again.frozen], [[], []]);
  t.deepEqual(writeHistory(again.history), []);
  t.deepEqual(times(), before);
});

test('writeHistory(): a text has a field a line, its keys in order, its versions as versions are ordered', (t) => {
  const text = readFileSync(join(written(), 'shop.Order.json'), 'utf8');
  const at = (part: string): number => text.indexOf(part);
  t.true(
    at('"envelope"') < at('"format"') &&
      at('"format"') < at('"namespace"') &&
      at('"namespace"') < at('"object"'),
  );
  t.true(at('"1.8": {') < at('"1.9": {') && at('"1.9": {') < at('"1.10": {'));
  t.regex(
    text,
    /\n {8}"item": \{"type":\{"kind":"object","object":"Item"\}\},\n {8}"name": \{"type":\{"kind":"string"\}\}\n/,
  );
  t.regex(text, /\n {8}\{"field":"name","from":"title","kind":"renamed"\}\n/);
  t.true(text.endsWith('}\n'));
  t.false(text.includes('\r'));
});

test('writeHistory(): a text does not depend on the order in which things were declared', async (t) => {
  const other = new Registry({ namespace: 'shop' });
  defineObject(
    'Item',
    '1.1',
    { count: field.integer({ since: '1.1', absent: 1 }), sku: field.string() },
    { registry: other },
  );
  const folder = newFolder();
  writeHistory((await takeSnapshot(other, emptyHistory(folder))).history);
  const { 'shop.Item.json': text } = contents(folder);
  // The samples too: what they hold has no order.
  t.is(text, contents(written())['shop.Item.json']);
});

test('writeHistory(): writes where it is told to, and makes the folder', (t) => {
  const folder = join(newFolder(), 'deeply', 'inside');
  t.deepEqual(
    writeHistory(released, folder),
    ['shop.Item.json', 'shop.Order.json', 'releases.json'].map((name) => join(folder, name)),
  );
  t.deepEqual(readdirSync(folder).toSorted(), ['releases.json', 'shop.Item.json', 'shop.Order.json']);
});

test('writeHistory(): where writing fails, the old file is whole and nothing else is left behind', async (t) => {
  const folder = newFolder();
  mkdirSync(folder);
  // Its file has the longest name that there can be: there is no place beside it.
  const name = 'N'.repeat(240);
  const long = new Registry({ namespace: 'x'.repeat(9) });
  defineObject(name, '1.0', { id: field.integer() }, { registry: long });
  const { history: ours } = await takeSnapshot(long, emptyHistory(folder));
  writeFileSync(join(folder, `xxxxxxxxx.${name}.json`), 'the old text');
  t.throws(() => writeHistory(ours), { code: 'ENAMETOOLONG' });
  t.deepEqual(contents(folder), { [`xxxxxxxxx.${name}.json`]: 'the old text' });
});

test('writeHistory(): a folder where a file should be stays', (t) => {
  const folder = newFolder();
  mkdirSync(join(folder, 'shop.Item.json'), { recursive: true });
  t.throws(() => writeHistory(history, folder), { code: 'EISDIR' });
  t.deepEqual(readdirSync(folder), ['shop.Item.json']);
});

test('readHistory(): a folder that is missing, or none', (t) => {
  refused(t, () => readHistory(join(root, 'nowhere')), {
    code: 'HISTORY_MISSING',
    says: ['nowhere', 'backlevel snapshot'],
  });
  t.false(existsSync(join(root, 'nowhere')));
  const file = join(written(), 'shop.Item.json');
  refused(t, () => readHistory(file), { code: 'HISTORY_FILE', says: [file, 'no folder'] });
});

test('readHistory(): an empty folder is an empty history', (t) => {
  const folder = newFolder();
  mkdirSync(folder);
  t.deepEqual(readHistory(folder), emptyHistory(folder));
});

test('readHistory(): reads a file with the ends of lines of Windows', (t) => {
  const folder = written('shop.Order.json', (text) => text.replaceAll('\n', '\r\n'));
  t.deepEqual(readHistory(folder).objects.get('shop.Order'), history.objects.get('shop.Order'));
});

test('readHistory(): leaves files alone that are none of its own', (t) => {
  const folder = written();
  writeFileSync(join(folder, 'README.md'), 'Do not edit.');
  writeFileSync(join(folder, 'shop.Order.json.4711.tmp'), 'half a te');
  mkdirSync(join(folder, 'archive'));
  t.deepEqual([...readHistory(folder).objects.keys()], ['shop.Item', 'shop.Order']);
  writeHistory(history, folder);
  t.is(contents(folder)['README.md'], 'Do not edit.');
});

test('readHistory(): refuses JSON that is none of its own, a folder, and an object under another name', (t) => {
  const foreign = written();
  writeFileSync(join(foreign, 'package.json'), '{"name":"shop"}');
  refusesToRead(t, foreign, 'HISTORY_FILE', 'package.json', 'move it out of the folder');
  const nested = written();
  mkdirSync(join(nested, 'more.json'));
  refusesToRead(t, nested, 'HISTORY_FILE', 'more.json', 'no file');
  const copied = written();
  writeFileSync(join(copied, 'shop.Order.old.json'), readFileSync(join(copied, 'shop.Order.json')));
  refusesToRead(t, copied, 'HISTORY_FILE', 'shop.Order.old.json', 'shop.Order.json');
});

const oddNames = [
  'a/b',
  '../up',
  '..',
  'C:\\x',
  'a b',
  'ü',
  '😀',
  '%2F',
  '*',
  '"',
  'a\nb',
  'releases',
  'CON',
  'x.json',
];
for (const name of oddNames) {
  test(`writeHistory(): an object can be called ${JSON.stringify(name)}`, async (t) => {
    const odd = new Registry({ namespace: name });
    const fields = { id: field.integer() };
    defineObject(name, '1.0', fields, { registry: odd });
    const folder = newFolder();
    const { history: ours } = await takeSnapshot(odd, emptyHistory(folder));
    const [file = ''] = writeHistory(ours);
    t.deepEqual(
      readdirSync(folder).map((entry) => join(folder, entry)),
      [file],
    );
    t.regex(file.slice(folder.length + 1), /^[\w.%-]+\.json$/);
    t.deepEqual(readHistory(folder), ours);
  });
}

test('takeSnapshot(): refuses two objects that would have one file', async (t) => {
  const dotted = new Registry();
  defineObject('c', '1.0', { id: field.integer() }, { registry: dotted, namespace: 'a.b' });
  defineObject('b.c', '1.0', { id: field.integer() }, { registry: dotted, namespace: 'a' });
  const error = await t.throwsAsync(takeSnapshot(dotted, emptyHistory('history')), {
    code: 'BACKLEVEL_HISTORY_FILE',
  });
  t.regex(error?.message ?? '', /"a\.b" and "a" both have a a\.b\.c/);
});
