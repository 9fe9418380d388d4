import { saidOf } from './crossed-said.js';
import type { Crossed } from './crossings.js';
import { type Said, stepDifference } from './find.js';
import type { Rule } from './rule.js';
import type { Subject } from './world.js';

/** What a declaration says beside the type: defaults, what must not be shown, what must not change. */
export const flagRules: readonly Rule[] = [
  {
    id: 'FIELD_DEFAULT_CHANGED',
    severity: 'error',
    mode: 'step',
    direction: 'none',
    profile: 'wire',
    summary: 'the same payload, or the same call of create, means another value',
    find: stepDifference(['default', 'absent'], meaning),
  },
  {
    id: 'SENSITIVE_EXPOSED',
    severity: 'error',
    mode: 'step',
    direction: 'none',
    profile: 'wire',
    summary: 'a field that was hidden from logs and messages is shown',
    find: stepDifference(['sensitive-removed'], (crossed, subject) => [
      saidOf(
        crossed,
        subject,
        `\`${crossed.wire}\` is not sensitive any more: its values appear in errors, losses and inspections`,
      ),
    ]),
  },
  {
    id: 'READONLY_CHANGED',
    severity: 'warn',
    mode: 'step',
    direction: 'none',
    profile: 'rolling',
    summary: 'whether a field may be changed after it was read, or how, is another thing than it was',
    find: stepDifference(['read-only', 'transitions'], (crossed, subject) => [
      saidOf(crossed, subject, changeable(crossed)),
    ]),
  },
];

/** `default` is what `create` sets: with a new version it may change. `absent` is what silence meant, and that cannot. */
function meaning(crossed: Crossed, subject: Subject): readonly Said[] {
  const { past, wire, difference } = crossed;
  const what = `${difference.name} of \`${wire}\` is ${difference.to}, and was ${difference.from}`;
  const bumped = difference.name === 'default' && past.version.olderThan(subject.model.version);
  return [bumped ? { path: wire, coverage: 'lossless', what, cure: '' } : saidOf(crossed, subject, what)];
}

function changeable({ wire, difference: { kind, from, to } }: Crossed): string {
  if (kind === 'transitions') return `the transitions of \`${wire}\` are ${to}, and were ${from}`;
  return to === 'true'
    ? `\`${wire}\` is read-only now, and older services still write changes of it`
    : `\`${wire}\` may be changed now, and older services refuse to write a change of it`;
}
