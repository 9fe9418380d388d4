import test from 'ava';
import { explainPayload } from '../../lib/cli/explain/explain-payload.js';
import { sealEnvelope } from '../../lib/codec/engine/envelope.js';
import {
  backport,
  fromPrimitive,
  isBacklevelError,
  modelOf,
  releasesOf,
  toPrimitive,
} from '../../lib/index.js';
import { readHistory } from '../../lib/compat/record/read-history.js';
import { heat, samplesOf } from '../../objects/heat/index.js';
import { Workplace } from './workplace.js';

const samples = [1, 2, 3].flatMap((seed) =>
  Object.values(samplesOf(seed) as unknown as Record<string, object>),
);
const releases = releasesOf(heat);

for (const release of releases?.names ?? []) {
  test(`explain: says of every object for ${release} what the engine does, and each loss at one step`, (t) => {
    const manifest = releases?.manifest(release) ?? {};
    let explained = 0;
    for (const sample of samples) {
      const model = modelOf(sample.constructor as typeof Object);
      if (manifest[model.name] === undefined) continue;
      const payload = toPrimitive(sample);
      const { primitive, losses } = backport(payload, release, { registry: heat });
      const explanation = explainPayload(payload, model, release);
      t.is(explanation.refused, undefined);
      t.deepEqual(unhidden(explanation.result, primitive), JSON.parse(JSON.stringify(primitive)));
      t.deepEqual(explanation.losses, losses);
      const told = explanation.steps.flatMap((step) => step.losses.map(({ path }) => path));
      t.deepEqual(told.toSorted(), losses.map(({ path }) => path).toSorted());
      explained += 1;
    }
    t.true(explained > 0);
  });
}

/** What an explanation shows, with the values that it hides. */
function unhidden(shown: unknown, whole: unknown): unknown {
  if (shown === '<sensitive>') return whole;
  if (typeof shown !== 'object' || shown === null) return shown;
  const own = (key: string | number): unknown => (whole as Record<string | number, unknown>)[key];
  if (Array.isArray(shown)) return shown.map((item, index) => unhidden(item, own(index)));
  return Object.fromEntries(Object.entries(shown).map(([key, value]) => [key, unhidden(value, own(key))]));
}

test('explain: brings up what old services sent, as reading it does', (t) => {
  const history = readHistory('objects/heat/history');
  let explained = 0;
  for (const model of heat.models) {
    const record = history.objects.get(`heat.${model.name}`);
    for (const [version, { samples: recorded }] of Object.entries(record?.versions ?? {})) {
      for (const data of recorded as readonly Record<string, unknown>[]) {
        const sent = sealEnvelope(model, version, data, undefined);
        const { refused, result, to } = explainPayload(sent, model, undefined);
        const read = toPrimitive(fromPrimitive(model.Class, sent, { partial: true }));
        t.is(refused, undefined);
        t.is(to, model.version.text);
        t.deepEqual(dataIn(unhidden(result, read)), dataIn(JSON.parse(JSON.stringify(read))));
        explained += 1;
      }
    }
  }
  t.true(explained > 20);
});

/** An envelope and those in it, without what counts as changed. */
function dataIn(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(dataIn);
  const kept = Object.entries(value).filter(([key]) => !key.endsWith('.changes'));
  return Object.fromEntries(kept.map(([key, member]) => [key, dataIn(member)]));
}

const place = new Workplace({
  'backlevel.config.json': '{ "modules": ["models.js"] }',
  'models.js': `
    import { defineObject, field, Registry } from 'backlevel';
    const Secret = defineObject('Secret', '1.1', {
      key: field.string({ sensitive: true, renamed: [{ in: '1.1', from: 'token' }] }),
    });
    defineObject('Server', '1.3', {
      id: field.integer(),
      name: field.string({ renamed: [{ in: '1.1', from: 'title' }] }),
      state: field.enum(['on', 'idle'], { values: { idle: { since: '1.2', fallback: 'on' } } }),
      zone: field.string({ since: '1.3', down: 'refuse', optional: true }),
      password: field.string({ sensitive: true }),
      secret: field.object(() => Secret, { versions: { '1.0': '1.0' } }),
      big: field.bigint({ nullable: true }),
    }, { untagged: '1.0' });`,
});
test.after.always(() => place.remove());

const secret = {
  'versioned_object.name': 'Secret',
  'versioned_object.namespace': 'backlevel',
  'versioned_object.version': '1.1',
  'versioned_object.data': { key: 'hush' },
};
const payload = {
  'versioned_object.name': 'Server',
  'versioned_object.namespace': 'backlevel',
  'versioned_object.version': '1.3',
  'versioned_object.data': { id: 1, name: 'web', state: 'idle', password: 'hush', secret, big: null },
};

test('explain: step by step, with losses, and without a sensitive value', async (t) => {
  place.write({ 'p.json': JSON.stringify(payload) });
  const { code, stdout, stderr } = await place.run(['explain', 'p.json', '--target', '1.0']);
  t.is(stderr, '');
  t.is(code, 0);
  t.true(
    stdout.startsWith(`Server 1.3 → 1.0

undo Server 1.3
  (zone is new)
  nothing here changed

undo Server 1.2
  (state: "idle" is new; older readers get "on")
  ~ /state "idle" → "on"

undo Server 1.1
  (title is called name)
  - /name "web"
  + /title "web"

undo Secret 1.1 at /secret
  (token is called key)
  - /key "<sensitive>"
  + /token "<sensitive>"

lost:
  /state "idle" → "on" (replaced, not declared)

{`),
    stdout,
  );
  t.false(stdout.includes('hush'));
  t.false((await place.run(['explain', 'p.json', '--target', '1.0', '--json'])).stdout.includes('hush'));
});

test('explain: from stdin, upwards, to the newest version where none is said', async (t) => {
  const old = { id: 1, title: 'web', state: 'on', password: 'hush', secret, big: null };
  const text = JSON.stringify({
    ...payload,
    'versioned_object.version': '1.0',
    'versioned_object.data': old,
  });
  const up = await place.json(['explain', '-'], text);
  t.like(up, { code: 0, direction: 'up', from: '1.0', to: '1.3', losses: [] });
  t.like(up['steps'], [
    {
      version: '1.1',
      direction: 'up',
      effects: [
        { path: '/title', before: 'web' },
        { path: '/name', after: 'web' },
      ],
    },
  ]);
  t.like(await place.json(['explain', '-', '--target', '1.2'], text), { code: 0, to: '1.2' });
});

test('explain: a bare payload, where --object says what it is', async (t) => {
  const bare = JSON.stringify({
    id: 1,
    title: 'web',
    state: 'on',
    password: 'x',
    secret,
    big: 12345678901234567000,
  }).replace('12345678901234567000', '12345678901234567001');
  const answer = await place.json(['explain', '-', '--object', 'Server'], bare);
  t.like(answer, { code: 0, object: 'Server', from: '1.0' });
  t.true(JSON.stringify(answer).includes('12345678901234567001'));
  t.like(await place.json(['explain', '-'], bare), { code: 2, error: { code: 'BACKLEVEL_USAGE' } });
});

test('explain: a payload that is refused on its way is a finding, with the step before it', async (t) => {
  const zoned = { ...payload['versioned_object.data'], zone: 'eu' };
  const answer = await place.json(
    ['explain', '-', '--target', '1.1'],
    JSON.stringify({ ...payload, 'versioned_object.data': zoned }),
  );
  t.like(answer, { code: 1, ok: false, refused: { code: 'BACKLEVEL_VALUE_TOO_NEW' } });
  t.is(answer['result'], undefined);
});

const refused = test.macro({
  exec: async (t, change: object, args: readonly string[], code: string) => {
    const answer = await place.json(['explain', '-', ...args], JSON.stringify({ ...payload, ...change }));
    t.like(answer, { code: 2, ok: false, error: { code } });
  },
  title: (name) => `explain: ${name} is refused by its code`,
});
test(
  'an unknown version',
  refused,
  { 'versioned_object.version': '1.9' },
  [],
  'BACKLEVEL_INCOMPATIBLE_OBJECT_VERSION',
);
test(
  'another major version',
  refused,
  { 'versioned_object.version': '2.0' },
  [],
  'BACKLEVEL_INCOMPATIBLE_OBJECT_VERSION',
);
test('no version', refused, { 'versioned_object.version': 'x' }, [], 'BACKLEVEL_ENVELOPE');
test('an unknown object', refused, { 'versioned_object.name': 'Sever' }, [], 'BACKLEVEL_UNKNOWN_OBJECT');
test('wrong data', refused, { 'versioned_object.data': { id: 'x' } }, [], 'BACKLEVEL_INVALID_PAYLOAD');
test('an unknown target', refused, {}, ['--target', '1.7'], 'BACKLEVEL_UNSUPPORTED_TARGET');
test('an unknown release', refused, {}, ['--target', 'spring'], 'BACKLEVEL_UNKNOWN_RELEASE');

test('explain: what is no JSON, and a file that is not there', async (t) => {
  t.like(await place.json(['explain', '-'], '{'), { code: 2, error: { code: 'BACKLEVEL_PAYLOAD_SYNTAX' } });
  t.like(await place.json(['explain', 'nowhere.json']), { code: 2, error: { code: 'BACKLEVEL_USAGE' } });
});

test('explainPayload(): throws only what backlevel throws', (t) => {
  const model = heat.models[0];
  if (model === undefined) return t.fail();
  const error = t.throws(() => explainPayload(null, model, undefined));
  t.true(isBacklevelError(error));
});
