import test from 'ava';
import { describeField } from '../../lib/cli/history/describe-field.js';
import { differences } from '../../lib/cli/output/differences.js';
import { annotationLine } from '../../lib/cli/output/github.js';
import { paintFor } from '../../lib/cli/output/paint.js';
import { ProgressLine } from '../../lib/cli/output/progress-line.js';
import { table } from '../../lib/cli/output/table.js';

test('annotationLine(): escapes what GitHub would take for its own', (t) => {
  t.is(
    annotationLine({ level: 'error', title: 'A:B,C', message: '100%: a,\r\nb' }),
    '::error title=A%3AB%2CC::100%25: a,%0D%0Ab',
  );
});

test('paintFor(): colours on a terminal, not elsewhere, and not under NO_COLOR', (t) => {
  t.is(paintFor({ isTTY: true }, {})('red', 'x'), '\u001B[31mx\u001B[39m');
  t.is(paintFor({ isTTY: true }, { NO_COLOR: '' })('red', 'x'), '\u001B[31mx\u001B[39m');
  t.is(paintFor({ isTTY: true }, { NO_COLOR: '1' })('red', 'x'), 'x');
  t.is(paintFor({}, {})('red', 'x'), 'x');
});

test('ProgressLine: one line on a terminal, nothing elsewhere', (t) => {
  const written: string[] = [];
  const stream = { isTTY: true, write: (text: string) => written.push(text) };
  const line = new ProgressLine(stream);
  line.show('1 of 2');
  line.show('2 of 2');
  line.clear();
  line.clear();
  t.deepEqual(written, ['\r\u001B[K1 of 2', '\r\u001B[K2 of 2', '\r\u001B[K']);
  const silent = new ProgressLine({ write: () => t.fail() });
  silent.show('x');
  silent.clear();
});

test('table(): columns in line, cells of several lines, no spaces at the end', (t) => {
  t.is(
    table(
      ['a', 'long head', 'c'],
      [
        ['1', 'x\nyy', ''],
        ['22', '', 'z'],
      ],
    ),
    'a   long head  c\n1   x\n    yy\n22             z',
  );
});

test('differences(): as deep as both sides go', (t) => {
  t.deepEqual(differences({ a: [1, { b: 2 }], c: 1, d: [1] }, { a: [1, { b: 3 }], d: [1, 2], e: null }), [
    { path: ['a', 1, 'b'], from: 2, to: 3 },
    { path: ['c'], from: 1, to: undefined },
    { path: ['d'], from: [1], to: [1, 2] },
    { path: ['e'], from: undefined, to: null },
  ]);
});

test('describeField(): the type, its limits, and what the field says', (t) => {
  const type = {
    kind: 'list',
    element: { kind: 'string', nullable: true, maxLength: 3 },
    maxItems: 2,
  } as const;
  t.is(
    describeField({ type, optional: true, absent: { value: [] } }),
    'list of string, nullable, maxLength 3, maxItems 2, optional, absent []',
  );
});
