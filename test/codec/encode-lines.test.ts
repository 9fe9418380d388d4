import { setImmediate } from 'node:timers/promises';
import test from 'ava';
import { encode, encodeLines, type ItemError, type Progress } from '../../lib/index.js';
import { all, endless, type Entry, entry } from './numbered.js';
import { refusedLater } from './refusal.js';

const bad = (id: number): Entry => Object.assign(entry(id), { note: 5 });

test('encodeLines(): a line for each instance, of a list or of a stream, at any version', async (t) => {
  const entries = [entry(1, 'two\nlines'), entry(2)];
  const expected = entries.map((item) => `${encode(item)}\n`);
  t.deepEqual(await all(encodeLines(entries)), expected);
  async function* later(): AsyncGenerator<Entry> {
    yield* entries;
  }
  t.deepEqual(await all(encodeLines(later())), expected);
  t.deepEqual(
    await all(encodeLines(entries, { target: '1.0' })),
    entries.map((item) => `${encode(item, { target: '1.0' })}\n`),
  );
  t.true(expected.every((line) => line.indexOf('\n') === line.length - 1));
});

test('encodeLines(): an instance that cannot be written ends the stream, with its place', async (t) => {
  const reading = all(encodeLines([entry(0), entry(1), bad(2), entry(3)]));
  const error = await refusedLater(t, reading, { code: 'ITEM', says: ['item 2', 'note'] });
  t.is((error as ItemError).index, 2);
  t.like(error.cause, { code: 'BACKLEVEL_INVALID_OBJECT' });
});

test('encodeLines(): with onBadItem writing goes on', async (t) => {
  let busy = false;
  const found: [index: number, item: object][] = [];
  const progress: Progress[] = [];
  const items = [bad(0), bad(1), entry(2), entry(3)];
  const lines = await all(
    encodeLines(items, {
      onBadItem: async (error, item) => {
        t.false(busy, 'each bad item is waited for');
        busy = true;
        await setImmediate();
        busy = false;
        found.push([error.index, item]);
      },
      onProgress: (seen) => void progress.push(seen),
    }),
  );
  t.deepEqual(lines, [`${encode(entry(2))}\n`, `${encode(entry(3))}\n`]);
  t.deepEqual(found, [
    [0, items[0]],
    [1, items[1]],
  ]);
  const length = Buffer.byteLength(lines[0]!);
  t.deepEqual(progress, [
    { items: 0, bad: 1, bytes: 0 },
    { items: 0, bad: 2, bytes: 0 },
    { items: 1, bad: 2, bytes: length },
    { items: 2, bad: 2, bytes: length * 2 },
  ]);
});

test('encodeLines(): nothing is written ahead, and who stops early closes the source', async (t) => {
  const { source, seen } = endless(entry);
  let written = 0;
  for await (const _ of encodeLines(source)) {
    written += 1;
    t.is(seen.asked, written);
    if (written === 50) break;
  }
  t.true(seen.closed);
});
