import test from 'ava';
import { Workplace } from './workplace.js';

const FAULTY = `
  import { defineObject, field } from 'backlevel';
  defineObject('Server', '1.1', { id: field.integer(), name: field.string() }, {
    obj_make_compatible: { '1.1': { down: (data) => { data.name = data.name.slice(0, 3); }, up: () => {} } },
  });
  defineObject('Disk', '1.1', { size: field.integer(), label: field.string({ since: '1.1', absent: '' }) });
`;
const place = new Workplace({
  'backlevel.config.json': '{ "modules": ["models.js"] }',
  'models.js': FAULTY,
});
test.after.always(() => place.remove());

test('prove: a value that is lost and not declared, by its rule, with the payload and the seed', async (t) => {
  const { code, stdout, stderr } = await place.run(['prove', '--seed', '7', '--runs', '20']);
  t.is(stderr, '');
  t.is(code, 1);
  t.regex(stdout, /^LOSS_UNDECLARED/m);
  t.regex(stdout, /payload: \{/);
  t.regex(stdout, /failures: \d+ pairs of versions, \d+ payloads, seed 7\n$/);
  t.is((await place.run(['prove', '--seed', '7', '--runs', '20'])).stdout, stdout);
});

test('prove --format github: an annotation for each failure', async (t) => {
  const { code, stdout } = await place.run(['prove', '--seed', '7', '--runs', '20', '--format', 'github']);
  t.is(code, 1);
  t.regex(stdout, /^::error title=LOSS_UNDECLARED::LOSS_UNDECLARED%0A/m);
});

test('prove --object: that one only', async (t) => {
  const answer = await place.json(['prove', '--object', 'Disk', '--seed', '7', '--runs', '20']);
  t.like(answer, { code: 0, ok: true, seed: 7, runs: 20, failures: [] });
  const pairs = answer['pairs'] as readonly { readonly object: string }[];
  t.true(pairs.length > 0);
  t.true(pairs.every(({ object }) => object === 'Disk'));
  t.like(await place.json(['prove', '--object', 'Desk']), { code: 2, error: { code: 'BACKLEVEL_USAGE' } });
});

test('prove: numbers that are none are refused', async (t) => {
  for (const args of [
    ['--seed', 'x'],
    ['--runs', '1.5'],
    ['--runs', '0'],
  ]) {
    const { code, stderr } = await place.run(['prove', ...args]);
    t.is(code, 2);
    t.not(stderr, '');
  }
});

test('prove: without two versions that may meet, it says that nothing was tried', async (t) => {
  const own = new Workplace({
    'backlevel.config.json': '{ "modules": ["models.js"] }',
    'models.js': `import { defineObject } from 'backlevel'; defineObject('Server', '1.0', {});`,
  });
  t.teardown(() => own.remove());
  const { code, stdout } = await own.run(['prove']);
  t.is(code, 0);
  t.regex(stdout, /^there is nothing to prove/);
});

test('check --prove: counts what only the proof finds', async (t) => {
  const own = new Workplace({ 'backlevel.config.json': '{ "modules": ["models.js"] }', 'models.js': FAULTY });
  t.teardown(() => own.remove());
  t.is((await own.run(['snapshot'])).code, 0);
  const without = await own.json(['check']);
  const rulesOf = (answer: Record<string, unknown>): readonly string[] =>
    (answer['findings'] as readonly { readonly rule: string }[]).map(({ rule }) => rule);
  t.false(rulesOf(without).includes('LOSS_UNDECLARED'));
  t.false('seed' in without);
  t.like(await own.json(['check', '--seed', '7']), { code: 2, error: { code: 'BACKLEVEL_USAGE' } });
  const answer = await own.json(['check', '--prove', '--seed', '7']);
  t.like(answer, { code: 1, seed: 7 });
  t.true(rulesOf(answer).includes('LOSS_UNDECLARED'));
  t.regex((await own.run(['check', '--prove'])).stdout, /, proved with seed \d+\n$/);
});

test('check --prove: a waiver for what the proof finds is not unused without it', async (t) => {
  const own = new Workplace({
    'backlevel.config.json': JSON.stringify({
      modules: ['models.js'],
      waivers: [
        {
          rule: 'LOSS_UNDECLARED',
          object: 'Server',
          path: '/name',
          versions: ['1.0', '1.1'],
          reason: 'known',
          until: '2999-01-01',
        },
      ],
    }),
    'models.js': FAULTY,
  });
  t.teardown(() => own.remove());
  t.is((await own.run(['snapshot'])).code, 0);
  const { findings } = await own.json(['check']);
  t.false((findings as readonly { readonly rule: string }[]).some(({ rule }) => rule === 'WAIVER_UNUSED'));
});
