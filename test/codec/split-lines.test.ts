import test from 'ava';
import fc from 'fast-check';
import { isBacklevelError } from '../../lib/index.js';
import { type Line, splitLines, type TextSource } from '../../lib/codec/split-lines.js';
import { all } from './numbered.js';

const lines = (source: TextSource, limit = 1e6): Promise<Line[]> => all(splitLines(source, limit));

test('splitLines(): the same lines wherever the pieces are cut, as text and as bytes', async (t) => {
  const text = fc.string({ unit: fc.constantFrom('a', '"', '\r', '\n', 'é', '–', '😀', '\u2028', '{') });
  const cuts = fc.array(fc.nat(200), { maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(text, cuts, async (whole, places) => {
      const expected = whole.split('\n');
      if (expected.at(-1) === '') expected.pop();
      const bytes = Buffer.from(whole);
      const asText = await lines(pieces(whole.length, places, (start, end) => whole.slice(start, end)));
      const asBytes = await lines(pieces(bytes.length, places, (start, end) => bytes.subarray(start, end)));
      t.deepEqual(
        asText.map((line) => line.text),
        expected,
      );
      t.deepEqual(
        asBytes.map((line) => line.text),
        expected,
      );
      t.deepEqual(
        asBytes.map((line) => line.number),
        expected.map((_, index) => index + 1),
      );
      t.is(
        asBytes.reduce((sum, line) => sum + line.bytes, 0),
        bytes.length,
      );
    }),
  );
});

test('splitLines(): a whole text, or its bytes, is one piece', async (t) => {
  const expected = ['a–', 'b'];
  for (const source of ['a–\nb', Buffer.from('a–\nb'), new TextEncoder().encode('a–\nb')]) {
    const found = await lines(source);
    t.deepEqual(
      found.map((line) => line.text),
      expected,
    );
  }
});

test('splitLines(): strings and bytes may be mixed in one line', async (t) => {
  const source = ['[1,', Buffer.from('2,"–'), '"]', Buffer.from('\n'), 'x'];
  t.deepEqual(
    (await lines(source)).map((line) => line.text),
    ['[1,2,"–"]', 'x'],
  );
});

test('splitLines(): a source may use its buffer again', async (t) => {
  const buffer = Buffer.alloc(3);
  function* source(): Generator<Uint8Array> {
    for (const text of ['a\nb', 'c\nd', 'ef\n']) {
      buffer.write(text);
      yield buffer;
    }
  }
  t.deepEqual(
    (await lines(source())).map((line) => line.text),
    ['a', 'bc', 'def'],
  );
});

test('splitLines(): of a line that is too long nothing is kept, and the next one is read', async (t) => {
  const [long, next] = await lines(['x'.repeat(6), 'x'.repeat(6), '\n', '0123456789', '\n'], 10);
  t.is(long?.text, undefined);
  t.true(isBacklevelError(long?.problem, 'BACKLEVEL_LIMIT_EXCEEDED'));
  t.is(long?.bytes, 13);
  t.deepEqual(next, { number: 2, bytes: 11, text: '0123456789' });
});

test('splitLines(): a line that is no UTF-8 is a problem of that line alone', async (t) => {
  const [bad, good] = await lines([Buffer.from([0x61, 0xff, 0x0a, 0x62])]);
  t.true(isBacklevelError(bad?.problem, 'BACKLEVEL_PAYLOAD_SYNTAX'));
  t.is(bad?.text, undefined);
  t.is(good?.text, 'b');
});

test('splitLines(): what is neither text nor bytes is refused', async (t) => {
  await t.throwsAsync(lines([{ id: 1 }] as never), { message: /expected a stream of strings or bytes/ });
});

function pieces<T>(length: number, places: readonly number[], cut: (start: number, end: number) => T): T[] {
  const ends = [...places.map((place) => place % (length + 1)), length].toSorted((a, b) => a - b);
  return ends.map((end, index) => cut(ends[index - 1] ?? 0, end));
}
