import { PassThrough, Writable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import test from 'ava';
import {
  encode,
  encodeTo,
  type BufferTooSmallError,
  type ItemError,
  type Progress,
} from '../../lib/index.js';
import { endless, type Entry, entry } from './numbered.js';
import { refused, refusedLater } from './refusal.js';

const textOf = (items: readonly Entry[], target?: string): string =>
  `[${items.map((item) => encode(item, { target })).join()}]`;
const bad = (id: number): Entry => Object.assign(entry(id), { note: 5 });

/** A stream that keeps what it gets, and takes its time. */
function collector(highWaterMark = 100) {
  const chunks: Buffer[] = [];
  const stream = new Writable({
    highWaterMark,
    write: (chunk: Buffer, _encoding, done) => {
      chunks.push(chunk);
      void setImmediate().then(() => done());
    },
  });
  return { stream, text: (): string => Buffer.concat(chunks).toString(), chunks };
}

for (const count of [0, 1, 2, 500]) {
  test(`encodeTo(): ${count} items to a buffer and to a stream are the list's text`, async (t) => {
    const items = Array.from({ length: count }, (_, id) => entry(id, '–"\n😀'));
    const expected = textOf(items);
    const buffer = Buffer.alloc(Buffer.byteLength(expected));
    t.is(encodeTo(items, buffer), buffer.length);
    t.is(buffer.toString(), expected);
    const { stream, text } = collector();
    t.is(await encodeTo(items, stream), buffer.length);
    t.is(text(), expected);
    t.true(stream.writableFinished);
  });
}

test('encodeTo(): at any version, from a part of a larger buffer', async (t) => {
  const items = [entry(1), entry(2)];
  const expected = textOf(items, '1.0');
  const whole = new Uint8Array(1000).fill(1);
  const length = encodeTo(items, whole.subarray(100, 900), { target: '1.0' });
  t.is(Buffer.from(whole.subarray(100, 100 + length)).toString(), expected);
  t.is(whole[99], 1);
  t.is(whole[900], 1);
  const { stream, text } = collector();
  await encodeTo(items, stream, { target: '1.0' });
  t.is(text(), expected);
});

test('encodeTo(): a buffer that is a byte too small is refused, with the item that did not fit', (t) => {
  const items = [entry(1), entry(2), entry(3, '–')];
  const length = Buffer.byteLength(textOf(items));
  for (const [size, index] of [
    [length - 1, 2],
    [30, 0],
    [0, 0],
  ] as const) {
    const error = refused(t, () => encodeTo(items, Buffer.alloc(size)), {
      code: 'BUFFER_TOO_SMALL',
      says: [`${size} bytes`, `item ${index}`],
    });
    t.like(error as BufferTooSmallError, { size, index });
  }
  refused(t, () => encodeTo([], Buffer.alloc(1)), { code: 'BUFFER_TOO_SMALL', says: ['1 bytes'] });
});

test('encodeTo(): an item that cannot be written is named, and a stream is left without its bracket', async (t) => {
  const items = [entry(0), bad(1), entry(2)];
  const error = refused(t, () => encodeTo(items, Buffer.alloc(1000)), {
    code: 'ITEM',
    says: ['item 1', 'note'],
  });
  t.is((error as ItemError).index, 1);
  const { stream, text } = collector();
  await refusedLater(t, encodeTo(items, stream), { code: 'ITEM', says: ['item 1', 'note'] });
  t.true(stream.destroyed);
  t.false(text().endsWith(']'));
});

test('encodeTo(): an error of the stream is thrown', async (t) => {
  const own = new RangeError('disk full');
  const stream = new Writable({ write: (_chunk, _encoding, done) => done(own) });
  t.is(await t.throwsAsync(encodeTo([entry(1)], stream)), own);
});

test('encodeTo(): a full stream is waited for, and a source that comes item by item is not kept back', async (t) => {
  const { source, seen } = endless((id) => (id === 200 ? bad(id) : entry(id)));
  let most = 0;
  let written = 0;
  const slow = new Writable({
    highWaterMark: 1,
    write: (_chunk, _encoding, done) => {
      written += 1;
      most = Math.max(most, seen.asked - written);
      void setImmediate().then(() => done());
    },
  });
  await refusedLater(t, encodeTo(source, slow), { code: 'ITEM', says: ['item 200'] });
  t.true(seen.closed);
  t.true(written > 190, `${written} writes`);
  t.true(most <= 3, `${most} items ahead`);
});

test('encodeTo(): a list goes out in pieces, none of them large', async (t) => {
  const items = Array.from({ length: 5000 }, (_, id) => entry(id));
  const { stream, chunks } = collector();
  await encodeTo(items, stream);
  t.true(chunks.length > 5);
  t.true(chunks.every((chunk) => chunk.length < 70_000));
});

test('encodeTo(): the stream stays open with end: false', async (t) => {
  const stream = new PassThrough();
  await encodeTo([], stream, { end: false });
  stream.end(';');
  t.is((await stream.toArray()).join(''), '[];');
});

test('encodeTo(): progress is told of each item in a buffer, and of each piece of a stream', async (t) => {
  const items = [entry(1), entry(2)];
  const toBuffer: Progress[] = [];
  const pieces: Progress[] = [];
  const late: Progress[] = [];
  encodeTo(items, Buffer.alloc(1000), { onProgress: (seen) => void toBuffer.push(seen) });
  await encodeTo(items, collector().stream, { onProgress: (seen) => void pieces.push(seen) });
  async function* comeLate(): AsyncGenerator<Entry> {
    yield* items;
  }
  await encodeTo(comeLate(), collector().stream, { onProgress: (seen) => void late.push(seen) });
  const length = Buffer.byteLength(encode(items[0]!)) + 1;
  const each = [
    { items: 1, bad: 0, bytes: length },
    { items: 2, bad: 0, bytes: length * 2 },
  ];
  const whole = { items: 2, bad: 0, bytes: length * 2 + 1 };
  t.deepEqual(toBuffer, each);
  t.deepEqual(pieces, [whole]);
  t.deepEqual(late, [...each, whole]);
});
