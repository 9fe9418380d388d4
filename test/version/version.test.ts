import test from 'ava';
import fc from 'fast-check';
import { InvalidVersionError, Version } from '../../lib/index.js';
import { ordered } from '../../lib/version/version.js';

const good: [text: string, major: number, minor: number, patch: number][] = [
  ['0.0', 0, 0, 0],
  ['1.0', 1, 0, 0],
  ['1.10', 1, 10, 0],
  ['1.4.0', 1, 4, 0],
  ['10.20.30', 10, 20, 30],
  ['999999.999999.999999', 999999, 999999, 999999],
];

for (const [text, major, minor, patch] of good) {
  test(`parse(): reads '${text}'`, (t) => {
    const version = Version.parse(text);
    t.deepEqual([version.major, version.minor, version.patch], [major, minor, patch]);
    t.is(version.text, text);
    t.is(String(version), text);
    t.is(JSON.stringify({ version }), `{"version":"${text}"}`);
    t.true(Object.isFrozen(version));
  });
}

const bad: unknown[] = [
  '',
  '1',
  '1.',
  '.1',
  '1.2.3.4',
  '01.2',
  '1.02',
  '1.2.03',
  '00.0',
  '1000000.0',
  '1.1000000',
  '1.2.1000000',
  '-1.0',
  '+1.0',
  '1.-1',
  '1.0x',
  'v1.0',
  ' 1.0',
  '1.0 ',
  '1.0\n',
  '1,0',
  '1.x',
  '1.0-rc1',
  '1e1.0',
  '0x1.0',
  '١.٢',
  '１.０',
  '__proto__',
  1.1,
  1,
  1n,
  Number.NaN,
  true,
  null,
  undefined,
  ['1.0'],
  { major: 1, minor: 0 },
  new String('1.0'),
];

for (const [index, text] of bad.entries()) {
  test(`parse(): refuses ${index}: ${typeof text} ${JSON.stringify(text, (_key, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value))}`, (t) => {
    t.is(Version.tryParse(text), undefined);
    const error = t.throws(() => Version.parse(text as string), {
      instanceOf: InvalidVersionError,
      code: 'BACKLEVEL_INVALID_VERSION',
    });
    t.regex(error.message, /is no version: a version is 'X\.Y' or 'X\.Y\.Z'.* as a string/);
  });
}

test('parse(): shows a number as it came, and one line of a long text at most', (t) => {
  t.regex(t.throws(() => Version.parse(1.1 as unknown as string)).message, /^1\.1 is no version/);
  t.true(t.throws(() => Version.parse('x'.repeat(10_000))).message.length < 300);
});

test('parse(): equal texts give the same object, and 1.4 and 1.4.0 are two that are equal', (t) => {
  t.is(Version.parse('1.4'), Version.parse('1.4'));
  t.is(Version.tryParse('1.4'), Version.parse('1.4'));
  t.not(Version.parse('1.4'), Version.parse('1.4.0'));
  t.true(Version.parse('1.4').equals(Version.parse('1.4.0')));
  t.is(String(Version.parse('1.4.0')), '1.4.0');
});

test('parse(): goes on when more texts came than are remembered', (t) => {
  for (let minor = 0; minor < 5000; minor++) t.is(Version.parse(`7.${minor}`).minor, minor);
});

const inOrder = ['0.1', '0.9', '0.10', '1.0', '1.0.1', '1.1', '1.9', '1.9.12', '1.10', '2.0', '10.0'];

test('compare(): orders by number, not by text', (t) => {
  for (const [left, older] of inOrder.entries()) {
    for (const [right, newer] of inOrder.entries()) {
      const [a, b] = [Version.parse(older), Version.parse(newer)];
      t.is(Math.sign(a.compare(b)), Math.sign(left - right), `${older} and ${newer}`);
      t.is(a.olderThan(b), left < right);
      t.is(a.atLeast(b), left >= right);
      t.is(a.equals(b), left === right);
    }
  }
});

const accepts = test.macro({
  exec: (t, reader: string, writer: string, expected: boolean) =>
    t.is(Version.parse(reader).accepts(Version.parse(writer)), expected),
  title: (_given, reader: string, writer: string, expected) =>
    `accepts(): ${reader} ${expected ? 'accepts' : 'refuses'} ${writer}`,
});
test(accepts, '1.4', '1.4', true);
test(accepts, '1.4', '1.3', true);
test(accepts, '1.10', '1.9', true);
test(accepts, '1.9', '1.10', false);
test(accepts, '1.4', '1.5', false);
test(accepts, '1.4', '1.4.7', true);
test(accepts, '1.4.2', '1.4.7', true);
test(accepts, '1.4.2', '1.4', true);
test(accepts, '1.4.9', '1.5.0', false);
test(accepts, '2.0', '1.9', false);
test(accepts, '1.9', '2.0', false);
test(accepts, '0.2', '0.1', true);

test('ordered(): the older one first, whichever way they are given', (t) => {
  const [older, newer] = [Version.parse('1.9'), Version.parse('1.10')];
  t.deepEqual(ordered(older, newer), [older, newer]);
  t.deepEqual(ordered(newer, older), [older, newer]);
  t.deepEqual(ordered(newer, newer), [newer, newer]);
});

const part = fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 999_999 }));
const text = fc.oneof(
  fc.tuple(part, part).map((parts) => parts.join('.')),
  fc.tuple(part, part, part).map((parts) => parts.join('.')),
);
const version = text.map((generated) => Version.parse(generated));

test('parse(): its inverse is toString()', (t) => {
  fc.assert(fc.property(text, (generated) => Version.parse(generated).toString() === generated));
  t.pass();
});

test('parse(): takes nothing that is not spelled as it would spell it', (t) => {
  const almost = fc.stringMatching(/^[0-9.]{1,9}$/);
  fc.assert(
    fc.property(almost, (generated) => {
      const parsed = Version.tryParse(generated);
      if (parsed === undefined) return;
      const parts =
        generated.split('.').length === 2
          ? [parsed.major, parsed.minor]
          : [parsed.major, parsed.minor, parsed.patch];
      t.is(parts.join('.'), generated);
    }),
  );
});

test('compare(): is a total order', (t) => {
  fc.assert(
    fc.property(version, version, version, (a, b, c) => {
      t.is(a.compare(a), 0);
      t.is(Math.sign(a.compare(b)), Math.sign(-b.compare(a)) + 0);
      if (a.compare(b) <= 0 && b.compare(c) <= 0) t.true(a.compare(c) <= 0);
      if (a.compare(b) === 0) t.is(Math.sign(a.compare(c)), Math.sign(b.compare(c)));
    }),
  );
});

test('accepts(): what a reader accepts, a reader of a newer minor accepts too', (t) => {
  fc.assert(
    fc.property(version, version, version, (reader, newer, writer) => {
      fc.pre(newer.major === reader.major && newer.minor >= reader.minor && reader.accepts(writer));
      t.true(newer.accepts(writer));
    }),
    { numRuns: 50, maxSkipsPerRun: 1_000_000 },
  );
});
