import type { TriedPair, Waiver } from '../../../lib/compat/index.js';
import { field } from '../../../lib/index.js';
import type { Pair } from './pair.js';
import { thing } from './scene.js';

const id = field.integer({ doc: 'its number' });
const today = new Date('2026-06-30T12:00:00Z');

/** A pair in which a proof fails by the rule, and one in which it fails by another. */
function proved(rule: string, other: string, found: Pair['triggers']['found']): Pair {
  const failing = (broken: string) => ({
    before: [thing('1.0', { id })],
    now: thing('1.1', { id, size: field.integer({ since: '1.1', absent: 0 }) }),
    options: {
      proof: {
        pairs: [{ object: 'Thing', writer: '1.1', reader: '1.0' }],
        failures: [
          { rule: broken, object: 'Thing', writer: '1.1', reader: '1.0', path: '/size/0', message: 'seen' },
        ],
      },
    },
  });
  return { triggers: { ...failing(rule), found }, spares: failing(other) };
}

type Losses = Required<Pick<TriedPair, 'declared' | 'witnessed'>>;

/** A proof that saw losses, or none, between 1.2 and two older versions. */
function losing(oldest: Losses, older: Losses): Pair['spares'] {
  const pair = { object: 'Thing', writer: '1.2' };
  const pairs = [
    { ...pair, reader: '1.0', ...oldest },
    { ...pair, reader: '1.1', ...older },
  ];
  return {
    before: [],
    now: thing('1.2', { id }),
    options: { proof: { pairs, failures: [] } },
  };
}

const seen = { path: 'size', severity: 'error', versions: ['1.0', '1.1'], coverage: 'uncovered' } as const;
const waiver: Waiver = {
  rule: 'READONLY_CHANGED',
  object: 'Thing',
  path: 'id',
  versions: ['1.0', '1.1'],
  reason: 'nobody changes it',
  until: '2026-06-30',
};
const waived = (given: Waiver): Pick<Pair['spares'], 'before' | 'now' | 'options'> => ({
  before: [thing('1.0', { id })],
  now: thing('1.1', { id: field.integer({ readOnly: true }) }),
  options: { waivers: [given], today },
});

/** What a proof, the notes for people and the waivers give. */
export const otherScenes: Readonly<Record<string, Pair>> = {
  LOSS_UNDECLARED: proved('LOSS_UNDECLARED', 'ROUND_TRIP_LOSES', {
    ...seen,
    direction: 'new-to-old',
    message: 'seen (writer 1.1, readers 1.0)',
    cure: "declare it where it arises: loses: ['<path>'] on the option or the hook, or carry the value",
  }),
  LOSS_STALE_DECLARATION: {
    triggers: {
      ...losing({ declared: ['size', 'name'], witnessed: ['name'] }, { declared: ['size'], witnessed: [] }),
      found: {
        path: 'size',
        severity: 'warn',
        versions: ['1.0', '1.1', '1.2'],
        cure: "take 'size' out of loses",
      },
    },
    // Between one pair of versions it is never lost, between another it is.
    spares: losing({ declared: ['size'], witnessed: [] }, { declared: ['size'], witnessed: ['size'] }),
  },
  PATH_DEPENDENT: proved('PATH_DEPENDENT', 'ROUND_TRIP_LOSES', {
    ...seen,
    cure: 'let each hook do only what its own version changed, and work from the fields that it is given',
  }),
  ROUND_TRIP_LOSES: proved('ROUND_TRIP_LOSES', 'PATH_DEPENDENT', {
    ...seen,
    cure: 'let up undo what down did, or declare the path in loses',
  }),
  HOOK_THROWS: proved('HOOK_THROWS', 'HOOK_MUTATES_INPUT', {
    ...seen,
    cure: 'take unset and null fields, as in data.name?.length',
  }),
  HOOK_MUTATES_INPUT: proved('HOOK_MUTATES_INPUT', 'HOOK_THROWS', {
    ...seen,
    cure: 'change data only, and make new lists and objects for what you put into it',
  }),
  HOOK_NONDETERMINISTIC: proved('HOOK_NONDETERMINISTIC', 'HOOK_THROWS', {
    ...seen,
    cure: 'take times, random numbers and look-ups out of the hook: resolve is for them',
  }),
  TRANSITIVE_BREAK: proved('TRANSITIVE_BREAK', 'PATH_DEPENDENT', {
    ...seen,
    cure: 'mend the hook that leaves what the next one does not take',
  }),
  DOC_MISSING: {
    triggers: {
      before: [],
      now: thing('1.0', { id, size: field.integer() }),
      options: { profile: 'strict' },
      found: {
        path: 'size',
        severity: 'info',
        versions: ['1.0'],
        cure: "add doc: '<what it is>' to `size`",
      },
    },
    spares: { before: [], now: thing('1.0', { id }), options: { profile: 'strict' } },
  },
  DEPRECATED_NO_REPLACEMENT: {
    triggers: {
      before: [],
      now: thing('1.0', { id: field.integer({ deprecated: true }) }),
      options: { profile: 'strict' },
      found: {
        path: 'id',
        severity: 'warn',
        versions: ['1.0'],
        cure: "say deprecated: 'use <the other field>' on `id`",
      },
    },
    spares: {
      before: [],
      now: thing('1.0', { id: field.integer({ deprecated: 'use uuid' }) }),
      options: { profile: 'strict' },
    },
  },
  DEPRECATION_EXPIRED: {
    triggers: {
      before: [],
      now: thing('1.0', { id: field.integer({ deprecated: 'use uuid; until 2026-06-30' }) }),
      options: { profile: 'strict', today },
      found: {
        path: 'id',
        severity: 'error',
        versions: ['1.0'],
        message: '`id` was to be gone by 2026-06-30',
        cure: "move it into retired: { id: ... } with until: '1.0', or name a later end",
      },
    },
    spares: {
      before: [],
      now: thing('1.0', { id: field.integer({ deprecated: 'use uuid; until 2026-07-01' }) }),
      options: { profile: 'strict', today },
    },
  },
  WAIVER_EXPIRED: {
    triggers: {
      ...waived({ ...waiver, until: '2026-06-29' }),
      found: {
        path: 'id',
        severity: 'error',
        versions: ['1.0', '1.1'],
        message: 'READONLY_CHANGED was waived until 2026-06-29: nobody changes it',
        cure: 'mend what READONLY_CHANGED says and remove the waiver, or look at it again and set another until',
      },
    },
    spares: waived(waiver),
  },
  WAIVER_UNUSED: {
    triggers: {
      ...waived({ ...waiver, path: 'size' }),
      found: {
        path: 'size',
        severity: 'warn',
        versions: ['1.0', '1.1'],
        cure: 'remove the waiver; or, if it has another path or other versions now, take them from the finding',
      },
    },
    spares: waived(waiver),
  },
};
