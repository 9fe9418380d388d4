import type { ProofLike } from './proof-like.js';
import type { Found } from './rule.js';
import { rules } from './rules.js';
import { UnknownRuleError } from './unknown-rule-error.js';

/** The failures of a proof that break one rule, as findings: a payload has shown them, so nothing covers them. */
export function foundByProof(rule: string, proof: ProofLike | undefined): readonly Found[] {
  return (proof?.failures ?? [])
    .filter((failure) => failure.rule === rule)
    .map(({ object, writer, reader, message, path = '' }) => ({
      object,
      versions: [...new Set([writer, reader])],
      path: fieldIn(path),
      coverage: 'uncovered',
      what: message,
      cure:
        CURES[rule] ??
        'mend the step that the proof names; backlevel explain shows it at work on the payload',
    }));
}

/** The field that a pointer leads into: what stands below it is another payload's each time. */
function fieldIn(pointer: string): string {
  const [field = ''] = pointer.replace(/^\//, '').split('/');
  return field.replaceAll('~1', '/').replaceAll('~0', '~');
}

/** A failure of a rule that nobody knows would be passed over in silence. @throws UnknownRuleError */
export function checkProof(proof: ProofLike | undefined): void {
  const stranger = proof?.failures.find(({ rule }) => !rules.some(({ id }) => id === rule));
  if (stranger !== undefined) throw new UnknownRuleError(stranger.rule);
}

const CURES: Readonly<Record<string, string>> = {
  LOSS_UNDECLARED:
    "declare it where it arises: loses: ['<path>'] on the option or the hook, or carry the value",
  PATH_DEPENDENT:
    'let each hook do only what its own version changed, and work from the fields that it is given',
  ROUND_TRIP_LOSES: 'let up undo what down did, or declare the path in loses',
  HOOK_THROWS: 'take unset and null fields, as in data.name?.length',
  HOOK_MUTATES_INPUT: 'change data only, and make new lists and objects for what you put into it',
  HOOK_NONDETERMINISTIC: 'take times, random numbers and look-ups out of the hook: resolve is for them',
  TRANSITIVE_BREAK: 'mend the hook that leaves what the next one does not take',
};
