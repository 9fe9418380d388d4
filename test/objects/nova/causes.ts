import { isDeepStrictEqual } from 'node:util';
import { ChildVersionUnknownError, ValueTooNewError, Version } from '../../../lib/index.js';
import {
  dataOf,
  envelopesIn,
  inOrder,
  nameOf,
  versionOf,
  withoutChildren,
  withoutField,
  withoutLeaks,
  withoutStaleChanges,
} from './envelopes.js';
import { rulesOf, sinceOf } from './rules.js';
import type { Row } from './vectors.js';

/** Why Python's answer is not the one to give. Each is told by a predicate over the two answers, never by a list of rows. */
export type Cause =
  | 'no-rule'
  | 'child-missing-from-manifest'
  | 'child-stamped-1.0'
  | 'stale-child-changes'
  | 'hook-crash-on-unset'
  | 'leaked-field'
  | 'ladder-order'
  | 'text-only';

/** A recorded backport, and what this package makes of it. */
export interface Case {
  readonly row: Row;
  /** The payload of the object as it is today. */
  readonly source: unknown;
  readonly ours: { readonly primitive: unknown } | { readonly error: unknown };
}

export type Verdict = 'conforms' | Cause | 'unexplained';

/** Whether the two answers are one, and if not, the one cause that tells them apart. */
export function verdictOf(given: Case): Verdict {
  if (sameAnswer(given)) return 'conforms';
  const told = causes.filter(([, tells]) => tells(given)).map(([cause]) => cause);
  return told.length === 1 ? (told[0] as Cause) : 'unexplained';
}

function sameAnswer(given: Case): boolean {
  const { ours, python } = payloads(given);
  if (ours !== undefined && python !== undefined) return same(ours, python);
  const refusal = refusalOf(given);
  return refusal !== undefined && refusal.saidField === refusal.field;
}

const causes: readonly (readonly [Cause, (given: Case) => boolean])[] = [
  // Without a manifest Python looks for a rule in a table that the classes no longer fill, also for a child that goes away.
  // It answers the same for the same version with a manifest, but for the children's versions.
  [
    'no-rule',
    (given) => {
      const field = /No rule for (\w+)$/.exec(given.row.expected.error?.message ?? '')?.[1];
      const { ours } = payloads(given);
      if (field === undefined || ours === undefined || !(field in dataOf(given.source))) return false;
      return same(withoutChildren(ours), withoutChildren(given.row.withManifest?.primitive));
    },
  ],
  [
    'child-missing-from-manifest',
    ({ row, ours }) =>
      'error' in ours &&
      ours.error instanceof ChildVersionUnknownError &&
      row.manifest !== undefined &&
      !Object.hasOwn(row.manifest, ours.error.child),
  ],
  [
    'child-stamped-1.0',
    (given) => {
      const { ours, python } = payloads(given);
      const versions = (tree: unknown): string[] => envelopesIn(tree).slice(1).map(versionOf);
      return (
        given.row.manifest === undefined &&
        versions(python).length > 0 &&
        versions(python).every((version) => version === '1.0') &&
        !versions(ours).includes('1.0') &&
        same(withoutChildren(ours), withoutChildren(python))
      );
    },
  ],
  [
    'stale-child-changes',
    (given) => {
      const { ours, python } = payloads(given);
      return same(ours, withoutStaleChanges(python));
    },
  ],
  // A method reads a field because another one is set, and fails where it is not; or it writes into a dict that is not there.
  [
    'hook-crash-on-unset',
    (given) => {
      const { ours, python } = payloads(given);
      if (ours === undefined) return false;
      if (python !== undefined) {
        const made = Object.keys(dataOf(ours)).filter((field) => !(field in dataOf(given.source)));
        const [field] = made;
        return (
          made.length === 1 &&
          field !== undefined &&
          rulesOf(nameOf(ours)).some(({ op }) => op === 'hook') &&
          same(withoutField(ours, field), withoutLeaks(python))
        );
      }
      const field = /^'(\w+)'$/.exec(given.row.expected.error?.message ?? '')?.[1];
      return envelopesIn(given.source).some(
        (envelope) =>
          field !== undefined &&
          !(field in dataOf(envelope)) &&
          rulesOf(nameOf(envelope)).some((rule) => rule.field === field),
      );
    },
  ],
  [
    'leaked-field',
    (given) => {
      const { ours, python } = payloads(given);
      return same(ours, withoutLeaks(python));
    },
  ],
  // The value is refused for this version by nova's own rule, which is asked too late, or only where another field is set.
  [
    'ladder-order',
    ({ row, ours, source }) => {
      if (!('error' in ours) || !(ours.error instanceof ValueTooNewError) || row.expected.error !== undefined)
        return false;
      const { object, field, target } = ours.error;
      const value = dataOf(source)[field];
      return rulesOf(object).some(
        (rule) =>
          rule.op === 'refuse_values' &&
          rule.field === field &&
          rule.values.some((refused) => refused === value) &&
          Version.parse(target).olderThan(Version.parse(sinceOf(rule))),
      );
    },
  ],
  [
    'text-only',
    (given) => {
      const refusal = refusalOf(given);
      return refusal !== undefined && refusal.saidField !== refusal.field;
    },
  ],
];

function payloads({ row, ours }: Case): {
  readonly ours: ReturnType<typeof envelopesIn>[0] | undefined;
  readonly python: unknown;
} {
  const [outermost] = 'primitive' in ours ? envelopesIn(ours.primitive) : [];
  return { ours: outermost, python: row.expected.primitive };
}

const REFUSED = /: (\w+)=(\S+) not supported in version \((\d+), (\d+)\)$/;

/** The refusal that both gave, of the same value for the same version; the field as each calls it. */
function refusalOf({
  row,
  ours,
  source,
}: Case): { readonly saidField: string; readonly field: string } | undefined {
  const said = REFUSED.exec(row.expected.error?.message ?? '');
  if (said === null || !('error' in ours) || !(ours.error instanceof ValueTooNewError)) return undefined;
  const [saidField, value, major, minor] = said.slice(1) as [string, string, string, string];
  const { field, target } = ours.error;
  const agreed = dataOf(source)[field] === value && target === `${major}.${minor}` && row.target === target;
  return agreed ? { saidField, field } : undefined;
}

function same(one: unknown, other: unknown): boolean {
  return one !== undefined && other !== undefined && isDeepStrictEqual(inOrder(one), inOrder(other));
}
