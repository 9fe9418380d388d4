import { readFileSync } from 'node:fs';
import test from 'ava';
import { parts } from './coercion.js';
import { coercionExceptions } from './coercion-table.js';
import { deviations } from './deviations.js';

const page = readFileSync(new URL('../../../docs/oslo.md', import.meta.url), 'utf8');

/** Cause → count and reason, as the page's tables say them. */
const said = Object.fromEntries(
  [...page.matchAll(/^\| `([a-z0-9.^-]+)` *\| (\d+) *\| (.+?) *\|$/gm)].map(([, cause = '', count, why]) => [
    cause,
    { count: Number(count), why },
  ]),
);

function summed(
  causes: Readonly<Record<string, string>>,
  ...counts: readonly Readonly<Record<string, number>>[]
): Record<string, { count: number; why: string }> {
  return Object.fromEntries(
    Object.entries(causes).map(([cause, why]) => [
      cause,
      { count: counts.reduce((sum, { [cause]: count = 0 }) => sum + count, 0), why },
    ]),
  );
}

test('docs/oslo.md: says every cause of the conformance tests, its count and its reason', (t) => {
  const { causes, transitions } = coercionExceptions;
  t.deepEqual(said, {
    ...summed(deviations.causes, ...Object.values(deviations.counts)),
    ...summed(causes, ...parts.flatMap((part) => Object.values(coercionExceptions[part])), transitions),
  });
});

test('docs/oslo.md: says how the table of values came out', (t) => {
  for (const [part, totals] of Object.entries(coercionExceptions.totals)) {
    const { equal, exception, apart = 0 } = totals;
    const row = page.split('\n').find((line) => new RegExp(`\\| ${equal} +\\| ${exception} `).test(line));
    t.regex(row ?? '', new RegExp(`\\| ${apart} +\\|$`), part);
  }
});

test('docs/oslo.md: says how often backports that change content differ, by cause', (t) => {
  const rows = [...page.matchAll(/^\| (\d+) +\| [\d.]+ % +\| `([a-z0-9.-]+)` *\|$/gm)];
  t.deepEqual(
    Object.fromEntries(rows.map(([, count, cause = '']) => [cause, Number(count)])),
    deviations['changing content'],
  );
  for (const count of Object.values(deviations['lists of changes']))
    t.true(page.includes(`In ${count} `), String(count));
});
