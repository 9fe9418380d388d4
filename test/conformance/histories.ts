import type { Hooks } from '../../lib/index.js';
import type { FieldHistory } from './field-for.js';
import type { OracleClass, OracleOp, OracleProject } from './oracle.js';

/** What the recorded rules say of a class: the history of each field, the oldest version, the base's versions. */
export interface ClassHistory {
  readonly fields: ReadonlyMap<string, FieldHistory>;
  readonly oldest: string | undefined;
  readonly base: Readonly<Record<string, string>> | undefined;
  /** For what a rule does to a field that is not set: no option says that. */
  readonly hooks: Hooks;
  /** Whether the rules are more than options can say. */
  readonly needsHook: boolean;
  readonly hasRules: boolean;
}

export const NO_HISTORY: ClassHistory = {
  fields: new Map(),
  oldest: undefined,
  base: undefined,
  hooks: {},
  needsHook: false,
  hasRules: false,
};

/** Reads the operations of a class's `obj_make_compatible` as options of its fields. */
export function historyOfClass(
  project: OracleProject,
  { name, obj_relationships: relationships }: OracleClass,
): ClassHistory {
  const methods = [
    ...project.methods.filter((method) => method.class === name),
    ...project.baseMethods.filter((method) => method.inherited_by?.includes(name)),
  ];
  const ops = methods.flatMap((method) => method.ops);
  const fields = new Map<string, FieldHistory>();
  const add = (field: string, history: FieldHistory): void => {
    const known = fields.get(field) ?? {};
    fields.set(field, {
      ...known,
      ...history,
      ...(history.values === undefined ? {} : { values: { ...known.values, ...history.values } }),
    });
  };
  for (const op of ops) {
    const below = versionBelow(op.when);
    if (below !== undefined) addOp(op, below, add);
  }
  for (const [field, pairs] of Object.entries(relationships)) {
    add(field, {
      versions: Object.fromEntries(pairs),
      ...(pairs[0] === undefined ? {} : { since: pairs[0][0] }),
    });
  }
  return {
    fields,
    oldest: ops.find((op) => op.op === 'floor')?.version,
    base: baseVersions(ops),
    hooks: hooksOf(ops),
    needsHook: methods.some((method) => method.needs_a_hook) || ops.some(isLookup),
    hasRules: ops.some((op) => op.op !== 'super' && op.op !== 'note'),
  };
}

function addOp(op: OracleOp, since: string, add: (field: string, history: FieldHistory) => void): void {
  const { field = '', values = [] } = op;
  const listed = Array.isArray(values) ? (values as readonly (string | number)[]) : [];
  switch (op.op) {
    case 'remove':
      add(field, { since });
      break;
    case 'refuse_values':
      add(field, { values: Object.fromEntries(listed.map((value) => [value, { since }])) });
      break;
    case 'replace_values':
      add(field, {
        values: Object.fromEntries(
          Object.entries(values).map(([value, fallback]) => [value, { since, fallback: String(fallback) }]),
        ),
      });
      break;
    case 'remove_if_value':
      add(field, { values: Object.fromEntries(listed.map((value) => [value, { since, drop: true }])) });
      break;
    case 'null_becomes':
      add(field, { nullable: { since, fallback: op.value ?? '' } });
      break;
    case 'rename':
      add(op.from ?? '', { renamed: [{ in: since, from: op.to ?? '' }] });
      break;
    default:
      break;
  }
}

/** A rule that makes a value of null and of nothing. */
function hooksOf(ops: readonly OracleOp[]): Hooks {
  const fills = ops.flatMap(({ op, field = '', value, says, when }) => {
    const since = versionBelow(when);
    return op === 'null_becomes' && since !== undefined && says?.includes('unset')
      ? [{ since, field, value }]
      : [];
  });
  return Object.fromEntries(
    [...new Set(fills.map(({ since }) => since))].map((version) => [
      version,
      {
        down: (data: Record<string, unknown>) => {
          for (const { since, field, value } of fills) if (since === version) data[field] ??= value;
        },
      },
    ]),
  );
}

/** The value in the rule is not all: another comes from a database. */
function isLookup({ op, says }: OracleOp): boolean {
  return op === 'null_becomes' && says?.includes('looked up') === true;
}

function versionBelow(when: string | null): string | undefined {
  return /^< (\d+\.\d+)$/.exec(when ?? '')?.[1];
}

/** `super()` called with a version of the base's own: from which version of the class on the base is at which of its own. */
function baseVersions(ops: readonly OracleOp[]): Record<string, string> | undefined {
  const map: Record<string, string> = {};
  let from = '1.0';
  for (const { op, args, when } of ops) {
    const theirs = /^'(\d+\.\d+)'$/.exec(args?.[1] ?? '')?.[1];
    if (op !== 'super' || theirs === undefined) continue;
    map[from] = theirs;
    from = versionBelow(when) ?? from;
  }
  return Object.keys(map).length === 0 ? undefined : map;
}
