import test from 'ava';
import {
  check,
  type Coverage,
  type Profile,
  type ProofLike,
  type Severity,
} from '../../../lib/compat/index.js';
import { defineReleases, field } from '../../../lib/index.js';
import { severityOf } from '../../../lib/compat/rules/severity-of.js';
import { all, cleanProof, findings, historyOf, object, registryOf, type Scene, thing } from './scene.js';

const id = field.integer();
const size = field.integer({ since: '1.1', absent: 0 });
const covered: Scene = { before: [thing('1.0', { id })], now: thing('1.1', { id, size }) };

const severity = test.macro({
  exec: (t, given: Severity, coverage: Coverage | undefined, profile: Profile, expected: Severity) =>
    t.is(severityOf(given, coverage, profile), expected),
  title: (_given, ...row) => `severityOf(): ${row.join(', ')}`,
});
test(severity, 'error', 'uncovered', 'rolling', 'error');
test(severity, 'error', 'lossless', 'rolling', 'info');
test(severity, 'error', 'declared-loss', 'rolling', 'warn');
test(severity, 'error', 'unproved', 'rolling', 'warn');
test(severity, 'error', 'unproved', 'strict', 'error');
test(severity, 'warn', 'unproved', 'strict', 'warn');
test(severity, 'warn', 'uncovered', 'wire', 'warn');
test(severity, 'info', 'declared-loss', 'rolling', 'info');
test(severity, 'error', undefined, 'rolling', 'error');

test('check(): what a history bridges is a note with a proof, a warning without, an error without under strict', async (t) => {
  const severities = async (options: Scene['options']): Promise<Severity[]> =>
    (await findings({ ...covered, ...(options === undefined ? {} : { options }) }))
      .filter(({ rule }) => rule === 'FIELD_ADDED_NO_STRIP')
      .map((finding) => finding.severity);
  const history = await historyOf(covered);
  t.deepEqual(await severities({ proof: cleanProof(registryOf(covered.now), history) }), ['info']);
  const unproved = await check(registryOf(covered.now), history);
  t.deepEqual(
    unproved.map((finding) => [finding.rule, finding.severity, finding.coverage, finding.cure]),
    [
      ['FIELD_ADDED_NO_STRIP', 'warn', 'unproved', 'run backlevel prove'],
      ['FIELD_ADDED_REQUIRED', 'warn', 'unproved', 'run backlevel prove'],
    ],
  );
  const strict = await check(registryOf(covered.now), history, { profile: 'strict' });
  t.true(strict.some(({ rule, severity: at }) => rule === 'FIELD_ADDED_NO_STRIP' && at === 'error'));
});

test('check(): a proof that did not try a version proves nothing of it', async (t) => {
  const coverages = async (...pairs: ProofLike['pairs']): Promise<readonly unknown[]> =>
    (await findings({ ...covered, options: { proof: { pairs, failures: [] } } })).map(
      ({ coverage }) => coverage,
    );
  const down = { object: 'Thing', writer: '1.1', reader: '1.0' };
  const up = { object: 'Thing', writer: '1.0', reader: '1.1' };
  t.deepEqual(await coverages(down, { ...up, object: 'Other' }), ['unproved', 'unproved']);
  t.deepEqual(await coverages(down), ['unproved', 'unproved']);
  t.deepEqual(await coverages(up, { ...down, reader: '0.9' }), ['unproved', 'unproved']);
  t.deepEqual(await coverages(up, down), ['lossless', 'lossless']);
});

test('check(): a failure of a proof is an error, whatever the history says of the field', async (t) => {
  const history = await historyOf(covered);
  const failure = {
    rule: 'FIELD_ADDED_NO_STRIP',
    object: 'Thing',
    writer: '1.1',
    reader: '1.0',
    message: 'seen',
  };
  const found = await check(registryOf(covered.now), history, {
    proof: cleanProof(registryOf(covered.now), history, [failure]),
  });
  t.like(found[0], { rule: 'FIELD_ADDED_NO_STRIP', severity: 'error', coverage: 'uncovered' });
});

test('check(): a proof that speaks of an unknown rule is refused', async (t) => {
  const failure = { rule: 'NO_RULE', object: 'Thing', writer: '1.1', reader: '1.0', message: 'seen' };
  await t.throwsAsync(findings({ ...covered, options: { proof: { pairs: [], failures: [failure] } } }), {
    code: 'BACKLEVEL_UNKNOWN_RULE',
  });
});

test('check(): wire leaves out what rolling has, and strict adds words for people', async (t) => {
  const scene: Scene = {
    before: [thing('1.0', { id })],
    now: thing('1.1', { id: field.integer({ readOnly: true, deprecated: true }) }),
  };
  const ids = async (profile: Profile): Promise<string[]> =>
    (await findings({ ...scene, options: { profile } })).map(({ rule }) => rule);
  const [wire, rolling, strict] = [await ids('wire'), await ids('rolling'), await ids('strict')];
  t.false(wire.includes('READONLY_CHANGED'));
  t.true(rolling.includes('READONLY_CHANGED'));
  t.false(rolling.includes('DEPRECATED_NO_REPLACEMENT'));
  t.true(strict.includes('DEPRECATED_NO_REPLACEMENT'));
  t.true(rolling.every((rule) => strict.includes(rule)));
});

const short = field.string({ maxLength: 9 });
const released: Scene = {
  before: [
    thing('1.0', { id, name: field.string() }),
    thing('1.1', { id, name: field.string({ maxLength: 9, limits: [{ in: '1.1', maxLength: null }] }) }),
    thing('1.2', {
      id,
      name: field.string({ maxLength: 9, limits: [{ in: '1.1', maxLength: null }] }),
      size: field.integer({ since: '1.2', absent: 0 }),
    }),
  ],
  releases: { first: 0, second: 1, third: 2 },
  now: thing('1.2', { id, name: short, size: field.integer({ since: '1.2', absent: 0 }) }),
};

test('check(): only the releases of the window count for what is in motion, all that is recorded for what is stored', async (t) => {
  const tightened = async (options: Scene['options']): Promise<(readonly string[])[]> =>
    (await findings({ ...released, ...(options === undefined ? {} : { options }) }))
      .filter(({ rule }) => rule === 'FIELD_LIMIT_TIGHTENED')
      .map(({ versions }) => versions);
  t.deepEqual(await tightened({}), []);
  t.deepEqual(await tightened({ profile: 'storage' }), [['1.0', '1.2']]);
  t.deepEqual(await tightened({ window: 3 }), [['1.0', '1.2']]);
});

test('check(): what old readers need does not grow with what is stored', async (t) => {
  const scene: Scene = {
    before: [thing('1.0', { id }), thing('1.1', { id, size }), thing('1.1', { id, size })],
    releases: { first: 0, second: 1, third: 2 },
    now: thing('1.1', { id, size: field.integer({ optional: true }) }),
  };
  const rules = (await findings({ ...scene, options: { profile: 'storage' } })).map(({ rule }) => rule);
  t.false(rules.includes('FIELD_ADDED_NO_STRIP'));
});

test('check(): the releases that the code defines count beside those of the history', async (t) => {
  const registry = registryOf(released.now);
  const history = await historyOf({ ...released, releases: { third: 2 } });
  const rulesNow = async (): Promise<string[]> => (await check(registry, history)).map(({ rule }) => rule);
  t.false((await rulesNow()).includes('FIELD_LIMIT_TIGHTENED'));
  const releases = defineReleases(registry, { early: { Thing: '1.0' } });
  t.true((await rulesNow()).includes('FIELD_LIMIT_TIGHTENED'));
  const given = await check(registry, { ...history, releases: {} }, { releases });
  t.deepEqual(
    given.filter(({ rule }) => rule === 'FIELD_LIMIT_TIGHTENED').map(({ versions }) => versions),
    [['1.0', '1.2']],
  );
});

test('check(): what no release has frozen may be recorded anew, and the cure says so', async (t) => {
  const scene: Scene = {
    before: [thing('1.0', { id })],
    now: thing('1.0', { id, tags: field.list(field.string()) }),
  };
  const cures = async (more: Partial<Scene>): Promise<string[]> =>
    (await findings({ ...scene, ...more }))
      .filter(({ rule }) => rule === 'DRIFT_SHAPE_NO_BUMP')
      .map(({ cure }) => cure);
  const edit = "`tags` is new: add since: '1.1', and set the version of Thing to '1.1'";
  t.deepEqual(await cures({ releases: { first: 0 } }), [edit]);
  t.deepEqual(await cures({}), [`run backlevel snapshot if no service has 1.0 yet; else ${edit}`]);
});

test('check(): the next free version is that of the class until a release has it', async (t) => {
  const cures = async (version: string): Promise<string | undefined> =>
    (
      await findings({
        before: [thing('1.9', { id })],
        releases: { first: 0 },
        now: thing(version, { id, tags: field.list(field.string(), { optional: true }) }),
      })
    ).find(({ rule }) => rule === 'FIELD_ADDED_NO_STRIP')?.cure;
  t.is(await cures('1.9'), "`tags` is new: add since: '1.10', and set the version of Thing to '1.10'");
  t.is(await cures('1.10'), "`tags` is new: add since: '1.10'");
});

test('check(): a difference that versions share is one finding that names them all', async (t) => {
  const found = await findings({
    before: [thing('1.3', { id })],
    now: thing('1.4', { id, tags: field.list(field.string(), { optional: true }) }),
  });
  t.deepEqual(
    found.filter(({ rule }) => rule === 'FIELD_ADDED_NO_STRIP').map(({ versions }) => versions),
    [['1.0', '1.1', '1.2', '1.3', '1.4']],
  );
});

test('check(): errors come first, notes last', async (t) => {
  const found = await findings({
    before: [thing('1.0', { id, name: field.string() })],
    now: thing('1.1', { id: field.integer({ readOnly: true }), size, name: field.integer() }),
  });
  const order = { error: 0, warn: 1, info: 2 };
  const ranks = found.map((finding) => order[finding.severity]);
  t.deepEqual(
    ranks,
    ranks.toSorted((a, b) => a - b),
  );
  t.is(new Set(ranks).size, 3);
});

test('check(): an object that two namespaces have is named with its own', async (t) => {
  const found = await findings({
    before: [],
    now: all(
      object('Thing', '1.0', { id: field.integer() }, { namespace: 'one' }),
      object('Thing', '1.0', { id: field.integer() }, { namespace: 'two' }),
    ),
    options: { profile: 'strict' },
  });
  t.deepEqual(new Set(found.map((finding) => finding.object)), new Set(['one.Thing', 'two.Thing']));
});

test('check(): another prefix of the envelope is found, whatever the version', async (t) => {
  const found = await findings({
    before: [thing('1.0', { id })],
    now: thing('1.1', { id, size }, { envelope: 'other' }),
  });
  t.like(found[0], {
    rule: 'DRIFT_SHAPE_NO_BUMP',
    versions: ['1.0', '1.1'],
    cure: "say envelope: 'versioned_object' again",
  });
});

test('check(): without a record, there is nothing to break', async (t) => {
  const found = await findings({ before: [], now: thing('1.4', { id, size }) });
  t.deepEqual(
    found.filter((finding) => finding.severity === 'error'),
    [],
  );
});
