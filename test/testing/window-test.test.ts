import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'ava';
import { addRelease, emptyHistory, takeSnapshot, writeHistory } from '../../lib/compat/index.js';
import { defineObject, defineReleases, field, type FieldLike, Registry } from '../../lib/index.js';
import { assertWindow, windowTest } from '../../lib/testing/window-test.js';

function shop(version: string, fields: Readonly<Record<string, FieldLike>>): Registry {
  const registry = new Registry({ namespace: 'shop' });
  defineObject('Item', version, { id: field.integer(), ...fields }, { registry });
  return registry;
}

const tagged = (): Registry =>
  shop('1.1', { tags: field.list(field.string(), { since: '1.1', absent: [] }) });
const fast = { seed: 1, runs: 20 } as const;

test('windowTest(): declares a test for each class, which fails for nothing', async (t) => {
  const declared: [title: string, run: () => Promise<void>][] = [];
  windowTest((title, run) => declared.push([title, run as () => Promise<void>]), tagged(), fast);
  t.deepEqual(
    declared.map(([title]) => title),
    ['window: Item is read by every version that may run beside it'],
  );
  await t.notThrowsAsync((declared[0] as [string, () => Promise<void>])[1]());
});

test('assertWindow(): says payload, step and seed of what breaks', async (t) => {
  const kind = field.enum(['a', 'b'], { values: { b: { since: '1.1' } } });
  const error = await t.throwsAsync(assertWindow(shop('1.1', { kind }), fast), {
    code: 'BACKLEVEL_INCOMPATIBLE_CHANGE',
    message: /ENUM_VALUE_ADDED_NO_FALLBACK/,
  });
  t.regex(error.message, /"kind":"b"/);
  t.regex(error.message, /seed 1/);
});

test('assertWindow(): the window is that of the releases which are given', async (t) => {
  const registry = shop('1.1', { kind: field.enum(['a', 'b'], { values: { b: { since: '1.1' } } }) });
  const now = defineReleases(registry, { now: { Item: '1.1' } });
  await t.notThrowsAsync(assertWindow(registry, { ...fast, releases: now }));
});

test('assertWindow(): with a history, old readers are what was recorded, whatever the code says they were', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'backlevel-window-'));
  const before = shop('1.0', {});
  writeHistory(addRelease((await takeSnapshot(before, emptyHistory(folder))).history, before, 'first'));
  const forgotten = (): Registry => shop('1.1', { tags: field.list(field.string()) });
  await t.notThrowsAsync(assertWindow(forgotten(), fast));
  await t.throwsAsync(assertWindow(forgotten(), { ...fast, history: folder }), {
    message: /FIELD_ADDED_NO_STRIP/,
  });
  await t.notThrowsAsync(assertWindow(tagged(), { ...fast, history: folder }));
  rmSync(folder, { recursive: true });
});
