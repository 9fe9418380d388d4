import { setImmediate } from 'node:timers/promises';
import test from 'ava';
import { changes, decodeLines, encode, encodeLines, type LineError, type Progress } from '../../lib/index.js';
import { all, endless, Entry, entry } from './numbered.js';
import { refused, refusedLater } from './refusal.js';

const line = (id: number): string => `${encode(entry(id))}\n`;
const broken = '{"versioned_object.name":"Entry"\n';

test('decodeLines(): the instances of a text, blank lines passed over, the last end may be missing', async (t) => {
  const text = `${line(1)}\n  \r\n${line(2).trim()}\r\n${line(3).trim()}`;
  const found = await all(decodeLines(Entry, [text]));
  t.deepEqual(found, [entry(1), entry(2), entry(3)]);
  t.true(found.every((item) => item instanceof Entry));
  t.deepEqual(await all(decodeLines(Entry, [])), []);
});

test('decodeLines(): each line in the version that it claims, with partial and the other options', async (t) => {
  const old = `${encode(entry(7), { target: '1.0' })}\n`;
  t.deepEqual(await all(decodeLines(Entry, [old, line(8)])), [entry(7, ''), entry(8)]);
  const lenient = line(9).replace('"id":9', '"id":"9"');
  t.deepEqual(await all(decodeLines(Entry, [lenient], { coerce: true })), [entry(9)]);
  const part = line(1).replace('"id":1,', '');
  const [partial] = await all(decodeLines(Entry, [part], { partial: true }));
  t.is(partial?.id, undefined);
});

test('decodeLines(): what is read is not tracked', async (t) => {
  const [read] = await all(decodeLines(Entry, [line(1)]));
  refused(t, () => changes(read!), { code: 'NOT_TRACKED', says: ['Entry'] });
});

test('decodeLines(): a bad line ends the stream, with its number, after the lines before it', async (t) => {
  const read: number[] = [];
  const reading = (async () => {
    for await (const { id } of decodeLines(Entry, [line(1), '\n', line(2), broken, line(3)])) read.push(id);
  })();
  const error = await refusedLater(t, reading, { code: 'LINE', says: ['line 4', 'not JSON'] });
  t.is((error as LineError).line, 4);
  t.like(error.cause, { code: 'BACKLEVEL_PAYLOAD_SYNTAX' });
  t.deepEqual(read, [1, 2]);
});

test('decodeLines(): with onBadLine reading goes on after each kind of bad line', async (t) => {
  const wrong = line(2).replace('"id":2', '"id":"two"');
  const tooNew = line(3).replace('"1.1"', '"1.9"');
  const long = `"${'x'.repeat(400)}"\n`;
  const bytes = Buffer.from([0x22, 0xff, 0x22, 0x0a]);
  let busy = false;
  const bad: [line: number, code: unknown, text: string | undefined][] = [];
  const found = await all(
    decodeLines(Entry, [line(1), wrong, tooNew, broken, long, bytes, line(4)], {
      limits: { bytes: 400 },
      onBadLine: async (error, text) => {
        t.false(busy, 'each bad line is waited for');
        busy = true;
        await setImmediate();
        busy = false;
        bad.push([error.line, (error.cause as { readonly code?: unknown }).code, text]);
      },
    }),
  );
  t.deepEqual(found, [entry(1), entry(4)]);
  t.deepEqual(bad, [
    [2, 'BACKLEVEL_INVALID_PAYLOAD', wrong.trim()],
    [3, 'BACKLEVEL_INCOMPATIBLE_OBJECT_VERSION', tooNew.trim()],
    [4, 'BACKLEVEL_PAYLOAD_SYNTAX', broken.trim()],
    [5, 'BACKLEVEL_LIMIT_EXCEEDED', undefined],
    [6, 'BACKLEVEL_PAYLOAD_SYNTAX', undefined],
  ]);
});

test('decodeLines(): an error from onBadLine or from the source comes through as it is', async (t) => {
  const own = new RangeError('enough');
  const giveUp = (): never => {
    throw own;
  };
  t.is(await t.throwsAsync(all(decodeLines(Entry, [broken], { onBadLine: giveUp }))), own);
  async function* failing(): AsyncGenerator<string> {
    yield line(1);
    await Promise.reject(own);
  }
  t.is(await t.throwsAsync(all(decodeLines(Entry, failing()))), own);
});

test('decodeLines(): a class that is not versioned is refused at the call', (t) => {
  class Plain {}
  refused(t, () => decodeLines(Plain, []), { code: 'UNREGISTERED_OBJECT', says: ['Plain'] });
});

test('decodeLines(): progress counts lines and bytes', async (t) => {
  const text = line(1) + broken + '\n' + line(2);
  const seen: Progress[] = [];
  await all(
    decodeLines(Entry, [text], {
      onBadLine: () => undefined,
      onProgress: (progress) => void seen.push(progress),
    }),
  );
  const first = Buffer.byteLength(line(1));
  t.deepEqual(seen, [
    { items: 1, bad: 0, bytes: first },
    { items: 1, bad: 1, bytes: first + broken.length },
    { items: 1, bad: 1, bytes: first + broken.length + 1 },
    { items: 2, bad: 1, bytes: Buffer.byteLength(text) },
  ]);
});

test('decodeLines(): nothing is read ahead, and who stops early closes the source', async (t) => {
  const { source, seen } = endless(line);
  let read = 0;
  for await (const item of decodeLines(Entry, source)) {
    t.is(item.id, read);
    read += 1;
    t.is(seen.asked, read);
    if (read === 50) break;
  }
  t.true(seen.closed);
});

test('decodeLines(): reads what encodeLines writes', async (t) => {
  const entries = Array.from({ length: 300 }, (_, id) => entry(id, 'a\nb\u2028–"\\'));
  t.deepEqual(await all(decodeLines(Entry, encodeLines(entries))), entries);
});
