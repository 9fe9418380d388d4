import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'ava';
import { addRelease, emptyHistory, readHistory, takeSnapshot, writeHistory } from '../../lib/compat/index.js';
import { defineObject, field, type FieldLike, Registry } from '../../lib/index.js';
import { assertFingerprints, fingerprintTest } from '../../lib/testing/fingerprint-test.js';

type Fields = Readonly<Record<string, FieldLike>>;

function shop(version: string, fields: Fields): Registry {
  const registry = new Registry({ namespace: 'shop' });
  defineObject('Item', version, { id: field.integer(), ...fields }, { registry });
  return registry;
}

/** A folder in which a class was recorded and released. */
async function recorded(registry: Registry): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'backlevel-testing-'));
  const { history } = await takeSnapshot(registry, emptyHistory(folder));
  writeHistory(addRelease(history, registry, 'first'));
  return folder;
}

const released = await recorded(shop('1.4', { name: field.string() }));
test.after.always(() => rmSync(released, { recursive: true }));

test('assertFingerprints(): nothing is wrong where nothing changed', async (t) => {
  await t.notThrowsAsync(assertFingerprints(shop('1.4', { name: field.string() }), released));
});

test('assertFingerprints(): a change without a version says the edit itself', async (t) => {
  const registry = shop('1.4', { name: field.string(), tags: field.list(field.string()) });
  const error = await t.throwsAsync(assertFingerprints(registry, released), {
    code: 'BACKLEVEL_INCOMPATIBLE_CHANGE',
    message: /DRIFT_SHAPE_NO_BUMP/,
  });
  t.regex(error.message, /tags/);
  t.regex(error.message, /since: '1\.5'/);
  t.regex(error.message, /'1\.5'/);
});

test('assertFingerprints(): a version without since breaks the older peer, and says so', async (t) => {
  const registry = shop('1.5', { name: field.string(), tags: field.list(field.string()) });
  await t.throwsAsync(assertFingerprints(registry, released), { message: /FIELD_ADDED_NO_STRIP/ });
});

test('assertFingerprints(): a change that is told is still to be recorded', async (t) => {
  const registry = shop('1.5', {
    name: field.string(),
    tags: field.list(field.string(), { since: '1.5', absent: [] }),
  });
  await t.throwsAsync(assertFingerprints(registry, released), {
    message: 'shop.Item 1.5 is not recorded yet\n  → backlevel snapshot',
  });
});

test('assertFingerprints(): once it is recorded, nothing is wrong', async (t) => {
  const registry = shop('1.5', {
    name: field.string(),
    tags: field.list(field.string(), { since: '1.5', absent: [] }),
  });
  const folder = await recorded(shop('1.4', { name: field.string() }));
  writeHistory((await takeSnapshot(registry, readHistory(folder))).history);
  await t.notThrowsAsync(assertFingerprints(registry, folder));
  rmSync(folder, { recursive: true });
});

test('assertFingerprints(): a recorded payload that is read no more is told', async (t) => {
  const registry = new Registry({ namespace: 'shop' });
  const refuses = { registry, check: (): string => 'nothing is ever right' };
  defineObject('Item', '1.4', { id: field.integer(), name: field.string() }, refuses);
  await t.throwsAsync(assertFingerprints(registry, released), {
    message:
      /shop\.Item: recorded payloads of 1\.0, 1\.1, 1\.2, 1\.3, 1\.4 cannot be read\n {2}of 1\.0: .*nothing is ever right/,
  });
});

test('assertFingerprints(): a folder that is not there says what to type', async (t) => {
  await t.throwsAsync(assertFingerprints(shop('1.0', {}), join(released, 'none')), {
    code: 'BACKLEVEL_HISTORY_MISSING',
    message: /backlevel snapshot/,
  });
});

interface Declared {
  readonly title: string;
  readonly run: (context?: unknown) => Promise<void>;
}

/** The tests that a runner would run. */
function declaredBy(registry: Registry, folder: string): Declared[] {
  const declared: Declared[] = [];
  fingerprintTest((title, run) => declared.push({ title, run } as Declared), registry, folder);
  return declared;
}

test('fingerprintTest(): declares a test for each class, which Jest does not take for one that calls back', (t) => {
  const declared = declaredBy(shop('1.4', { name: field.string() }), 'history');
  t.deepEqual(
    declared.map(({ title }) => title),
    [
      'history: Item changes no older peer unasked',
      'history: every recorded payload is read, and written back',
      'history: nothing that was recorded is missing',
    ],
  );
  t.true(declared.every(({ run }) => run.length === 0));
});

test("fingerprintTest(): a test passes in AVA's eyes, and without a context", async (t) => {
  let passed = 0;
  for (const { run } of declaredBy(shop('1.4', { name: field.string() }), released)) {
    await run({ pass: () => (passed += 1) });
    await run();
  }
  t.is(passed, 3);
});

test('fingerprintTest(): only the test of the class that changed fails', async (t) => {
  const registry = shop('1.4', { name: field.string({ nullable: true }) });
  defineObject('Other', '1.0', {}, { registry });
  const folder = await recorded(
    (() => {
      const before = shop('1.4', { name: field.string() });
      defineObject('Other', '1.0', {}, { registry: before });
      return before;
    })(),
  );
  const results = await Promise.allSettled(declaredBy(registry, folder).map(({ run }) => run()));
  t.is(results[0]?.status, 'rejected');
  t.is(results[1]?.status, 'fulfilled');
  rmSync(folder, { recursive: true });
});
