import test from 'ava';
import { type Waiver, WaiverError } from '../../../lib/compat/index.js';
import { field } from '../../../lib/index.js';
import { findings, type Scene, thing } from './scene.js';

const id = field.integer();
const scene: Scene = {
  before: [thing('1.1', { id })],
  now: thing('1.2', { id, tags: field.list(field.string(), { optional: true }) }),
};
const waiver: Waiver = {
  rule: 'FIELD_ADDED_NO_STRIP',
  object: 'Thing',
  path: 'tags',
  versions: ['1.0', '1.1', '1.2'],
  reason: 'old readers ignore it',
  until: '2026-06-30',
};
const at = async (day: string, given: Waiver, more: Scene['options'] = {}) =>
  findings({ ...scene, options: { ...more, waivers: [given], today: new Date(`${day}T23:59:59Z`) } });

test('a waiver marks its finding with the reason, on its last day too', async (t) => {
  const [found] = await at('2026-06-30', waiver);
  t.like(found, { rule: 'FIELD_ADDED_NO_STRIP', severity: 'error', waived: 'old readers ignore it' });
});

test('a waiver that is over silences nothing, and is an error of its own', async (t) => {
  const found = await at('2026-07-01', waiver);
  t.deepEqual(
    found.filter(({ severity }) => severity === 'error').map(({ rule, waived }) => [rule, waived]),
    [
      ['FIELD_ADDED_NO_STRIP', undefined],
      ['WAIVER_EXPIRED', undefined],
    ],
  );
});

for (const [part, other] of Object.entries({
  rule: 'FIELD_ADDED_REQUIRED',
  object: 'Other',
  path: 'tags.*',
  versions: ['1.1', '1.2'],
})) {
  test(`a waiver with another ${part} covers nothing, and is unused`, async (t) => {
    const found = await at('2026-06-30', { ...waiver, [part]: other });
    t.true(found.every(({ waived }) => waived === undefined));
    t.like(
      found.find(({ rule }) => rule === 'WAIVER_UNUSED'),
      { severity: 'warn' },
    );
  });
}

test('a waiver of more versions than are found still covers', async (t) => {
  const [found] = await at('2026-06-30', { ...waiver, versions: [...waiver.versions, '1.3'] });
  t.is(found?.waived, 'old readers ignore it');
});

test('a waiver of a rule that is not looked for is not unused', async (t) => {
  const notes = await at('2026-06-30', { ...waiver, rule: 'DOC_MISSING' }, { profile: 'wire' });
  t.false(notes.some(({ rule }) => rule === 'WAIVER_UNUSED'));
});

const refused = test.macro({
  exec: async (t, change: Record<string, unknown>, reason: RegExp) => {
    const error = await t.throwsAsync(at('2026-01-01', { ...waiver, ...change } as Waiver), {
      instanceOf: WaiverError,
      code: 'BACKLEVEL_WAIVER',
    });
    t.regex(error?.message ?? '', reason);
    t.is(error?.index, 0);
  },
  title: (_given, change) => `a waiver is refused that says ${JSON.stringify(change)}`,
});
test(refused, { rule: 'FIELD_ADDED' }, /no rule is called "FIELD_ADDED"/);
test(refused, { rule: 'WAIVER_EXPIRED' }, /cannot be waived/);
test(refused, { object: '' }, /names no object/);
test(refused, { path: 7 }, /names no path/);
test(refused, { versions: [] }, /no list of versions/);
test(refused, { versions: ['1.04'] }, /no list of versions/);
test(refused, { versions: '1.0' }, /no list of versions/);
test(refused, { reason: '  ' }, /gives no reason/);
test(refused, { until: '2026-02-30' }, /"2026-02-30" is no day/);
test(refused, { until: '30.6.2026' }, /is no day/);
test(refused, { until: undefined }, /is no day/);
test(refused, { ticket: 'X-1' }, /it says "ticket"/);
test('a waiver is refused that is no object', async (t) => {
  await t.throwsAsync(at('2026-01-01', 'all of them' as unknown as Waiver), { code: 'BACKLEVEL_WAIVER' });
});
