import test from 'ava';
import type { History, Severity } from '../../../lib/compat/index.js';
import { field, type HookData } from '../../../lib/index.js';
import { all, findings, historyOf, object, type Scene, thing } from './scene.js';

const id = field.integer();
const size = field.integer({ since: '1.1', absent: 0 });

/** What a rule finds in a scene: severity and versions. */
async function found(rule: string, scene: Scene): Promise<readonly (readonly [Severity, string])[]> {
  const all = (await findings(scene)).filter((finding) => finding.rule === rule);
  return all.map(({ severity, versions }) => [severity, versions.join(' ')] as const);
}

test('VERSION_UNREACHABLE: a major version without a class of its own is said, one with it is not', async (t) => {
  const scene: Scene = {
    before: [thing('1.1', { id, size })],
    releases: { first: 0 },
    now: thing('2.0', { id: field.uuid() }),
  };
  t.deepEqual(await found('VERSION_UNREACHABLE', scene), [['error', '1.1 2.0']]);
  const both = all(thing('1.1', { id, size }), thing('2.0', { id: field.uuid() }));
  t.deepEqual(await found('VERSION_UNREACHABLE', { ...scene, now: both }), []);
});

test('VERSION_UNREACHABLE: the oldest version itself is reached', async (t) => {
  const scene: Scene = {
    before: [thing('1.2', { id })],
    releases: { first: 0 },
    now: thing('1.3', { id }, { oldest: '1.2' }),
  };
  t.deepEqual(await found('VERSION_UNREACHABLE', scene), []);
});

test('check(): a record below the oldest version is compared no more', async (t) => {
  const rules = (
    await findings({
      before: [thing('1.0', { id, name: field.string() })],
      now: thing('1.2', { id }, { oldest: '1.1' }),
    })
  ).map(({ rule }) => rule);
  t.false(rules.includes('FIELD_REMOVED_NO_SYNTH'), rules.join());
  t.true(rules.includes('VERSION_UNREACHABLE'), rules.join());
});

test('SNAPSHOT_EDITED: a shape or a behaviour that is not that of its fingerprint is found, once a release has it', async (t) => {
  const edited = (part: 'shape' | 'behaviour') => (history: History) => {
    const objects = new Map(history.objects);
    const record = objects.get('shop.Thing');
    const entry = record?.versions['1.0'];
    if (record === undefined || entry === undefined) throw new Error('it was recorded');
    objects.set('shop.Thing', { ...record, versions: { '1.0': { ...entry, [part]: 'x1-0' } } });
    return { ...history, objects };
  };
  for (const part of ['shape', 'behaviour'] as const) {
    const scene: Scene = { before: [thing('1.0', { id })], edit: edited(part), now: thing('1.0', { id }) };
    t.deepEqual(
      await found('SNAPSHOT_EDITED', { ...scene, releases: { first: 0 } }),
      [['error', '1.0']],
      part,
    );
    t.deepEqual(await found('SNAPSHOT_EDITED', scene), [], part);
  }
});

test('check(): one path can differ in two ways, and both are said', async (t) => {
  const rules = (
    await findings({
      before: [thing('1.0', { name: field.string({ minLength: 1, maxLength: 9 }) })],
      now: thing('1.1', {
        name: field.string({ minLength: 2, maxLength: 5, limits: [{ in: '1.1', maxLength: 9 }] }),
      }),
    })
  ).filter(({ rule }) => rule === 'FIELD_LIMIT_TIGHTENED');
  t.deepEqual(
    rules.map(({ message }) => message.split(' of ')[0]),
    ['minLength', 'maxLength'],
  );
});

test('BUMP_WITHOUT_CHANGE: that a child is at another version is a change', async (t) => {
  const part = object('Part', '1.1', { id, size });
  const parent = (versions: Readonly<Record<string, string>>) =>
    thing('1.2', { part: field.object('Part', { versions }) });
  const scene = (versions: Readonly<Record<string, string>>): Scene => ({
    before: [],
    now: all(part, parent(versions)),
  });
  t.deepEqual(await found('BUMP_WITHOUT_CHANGE', scene({ '1.0': '1.0', '1.2': '1.1' })), [['warn', '1.1']]);
  t.deepEqual(await found('BUMP_WITHOUT_CHANGE', scene({ '1.0': '1.1' })), [['warn', '1.1 1.2']]);
});

test('FIELD_RENAMED_UNLINKED: another type, or another optionality, is no rename', async (t) => {
  const scene = (now: Scene['now']): Scene => ({
    before: [thing('1.0', { id, title: field.string() })],
    now,
  });
  t.deepEqual(await found('FIELD_RENAMED_UNLINKED', scene(thing('1.1', { id, name: field.uuid() }))), []);
  t.deepEqual(
    await found(
      'FIELD_RENAMED_UNLINKED',
      scene(thing('1.1', { id, name: field.string({ optional: true }) })),
    ),
    [],
  );
});

test('FIELD_REMOVED_NO_SYNTH: a retired field that is demanded and not made is an error, an optional one a note', async (t) => {
  const scene = (fax: { readonly optional?: true; readonly fill?: string }): Scene => ({
    before: [thing('1.0', { id, fax: field.string(fax.optional === true ? { optional: true } : {}) })],
    now: thing('1.1', { id }, { retired: { fax: field.string({ until: '1.1', ...fax }) } }),
  });
  t.deepEqual(await found('FIELD_REMOVED_NO_SYNTH', scene({})), [['error', '1.0 1.1']]);
  t.deepEqual(await found('FIELD_REMOVED_NO_SYNTH', scene({ fill: '' })), [['info', '1.0 1.1']]);
  t.deepEqual(await found('FIELD_REMOVED_NO_SYNTH', scene({ optional: true })), [['info', '1.0 1.1']]);
});

test('FIELD_ADDED_REQUIRED: a field that stays unset when it is read from older writers is a warning', async (t) => {
  const scene: Scene = {
    before: [thing('1.0', { id })],
    now: thing('1.1', { id, size: field.integer({ since: '1.1' }) }),
  };
  t.deepEqual(await found('FIELD_ADDED_REQUIRED', scene), [['warn', '1.0 1.1']]);
  t.deepEqual(await found('FIELD_ADDED_REQUIRED', { ...scene, options: { profile: 'strict' } }), [
    ['error', '1.0 1.1'],
  ]);
});

test('HOOK_UNKNOWN_FIELD: what every object has is no field, and a misspelt loss is one', async (t) => {
  const hooked = (down: (data: HookData) => void, loses: readonly string[] = []): Scene => ({
    before: [],
    now: thing('1.1', { id, size }, { obj_make_compatible: { '1.1': { down, loses } } }),
  });
  t.deepEqual(
    await found(
      'HOOK_UNKNOWN_FIELD',
      hooked((data) => void data.hasOwnProperty('id')),
    ),
    [],
  );
  t.deepEqual(
    await found(
      'HOOK_UNKNOWN_FIELD',
      hooked(() => {}, ['sise.low']),
    ),
    [['error', '1.0 1.1']],
  );
  t.deepEqual(
    await found(
      'HOOK_UNKNOWN_FIELD',
      hooked((data) => void ('ID' in data)),
    ),
    [['error', '1.0 1.1']],
  );
});

test('check(): a waiver of what only a proof finds is unused only where there is a proof', async (t) => {
  const waiver = {
    rule: 'PATH_DEPENDENT',
    object: 'Thing',
    path: 'size',
    versions: ['1.0', '1.1'],
    reason: 'known',
    until: '2026-12-31',
  };
  const scene: Scene = { before: [], now: thing('1.1', { id, size }) };
  const options = { waivers: [waiver], today: new Date('2026-01-01') };
  const proof = { pairs: [], failures: [] };
  t.deepEqual(await found('WAIVER_UNUSED', { ...scene, options: { ...options, proof } }), [
    ['warn', '1.0 1.1'],
  ]);
  const history = await historyOf(scene);
  const { check } = await import('../../../lib/compat/index.js');
  const { registryOf } = await import('./scene.js');
  t.deepEqual(await check(registryOf(scene.now), history, options), []);
});

test('CHILD_MANIFEST_NOT_MONOTONIC: releases in which the parent grew and the child shrank are found', async (t) => {
  const scene: Scene = {
    before: [],
    now: all(object('Part', '1.1', { id, size }), thing('1.1', { part: field.object('Part'), size })),
    edit: (history) => ({
      ...history,
      releases: { first: { Thing: '1.0', Part: '1.1' }, second: { Thing: '1.1', Part: '1.0' } },
    }),
  };
  t.deepEqual(await found('CHILD_MANIFEST_NOT_MONOTONIC', scene), [['error', '1.0 1.1']]);
});
