import type { Rule } from './rule.js';

/** What is wrong with waivers themselves. The check finds these once all else is found. */
export const waiverRules: readonly Rule[] = [
  {
    id: 'WAIVER_EXPIRED',
    severity: 'error',
    mode: 'version',
    direction: 'none',
    profile: 'wire',
    summary: 'the day until which a finding was waived is over',
    find: () => [],
  },
  {
    id: 'WAIVER_UNUSED',
    severity: 'warn',
    mode: 'version',
    direction: 'none',
    profile: 'wire',
    summary: 'a waiver matches nothing that is found',
    find: () => [],
  },
];
