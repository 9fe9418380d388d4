import type { Direction, Severity } from '../finding.js';
import { saidOf } from './crossed-said.js';
import type { Crossed } from './crossings.js';
import type { DifferenceKind } from './difference.js';
import { eachDifference, type Said, stepDifference } from './find.js';
import type { Rule, RuleRow } from './rule.js';
import type { Subject } from './world.js';

/** What a field holds: its type, its form, and which object stands in it; in lists, sets and dicts too. */
export const typeRules: readonly Rule[] = [
  typeRule(
    'FIELD_TYPE_CHANGED',
    'type',
    'error',
    'none',
    'a type is another one: neither side reads the other',
  ),
  typeRule(
    'FIELD_TYPE_WIDENED',
    'widened',
    'warn',
    'new-to-old',
    'a type takes more than it did: older readers get values that they do not know',
  ),
  typeRule(
    'FIELD_TYPE_NARROWED',
    'narrowed',
    'error',
    'old-to-new',
    'a type takes less than it did: values that older writers send are refused',
  ),
  stepRule(
    'FIELD_FORMAT_CHANGED',
    'format',
    'a value is written in another form: zone, precision, IP version',
  ),
  stepRule('CHILD_TYPE_REPLACED', 'child', 'another object stands where one stood'),
];

function typeRule(
  id: string,
  kind: DifferenceKind,
  severity: Severity,
  direction: Direction,
  summary: string,
): Rule {
  const row: RuleRow = { id, severity, mode: 'window', direction, profile: 'wire', summary };
  return { ...row, find: eachDifference([kind], said, { stored: direction !== 'new-to-old' }) };
}

function stepRule(id: string, kind: DifferenceKind, summary: string): Rule {
  const row: RuleRow = { id, severity: 'error', mode: 'step', direction: 'none', profile: 'wire', summary };
  return { ...row, find: stepDifference([kind], said) };
}

function said(crossed: Crossed, subject: Subject): readonly Said[] {
  const { path, from, to } = crossed.difference;
  return [saidOf(crossed, subject, `\`${path}\` is ${to}, and was ${from}`)];
}
