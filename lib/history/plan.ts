import type { Nest } from '../field/field-type.js';
import type { Json, Scalar } from '../field/json.js';
import type { Container } from '../field/revision.js';
import type { Model } from '../model/model.js';
import type { Version } from '../version/version.js';
import { type Change, historyOf, type VersionChanges } from './changes.js';
import { shapeAt, shapeBefore } from './shape.js';

/**
 * One step of a plan. `at` is the version that made the change. Fields are wire names, as they are called when the step runs.
 *
 * - `hook`: the hook that `object` wrote for its `version`
 * - `values`: values that the other version does not know, inside the containers `each`
 * - `retype`, `fill` (with `computed`), `drop` (with `computed`): a function of the declaration, found by field and version
 * - `drop`: the field goes; where it is set and not `absent`, `refuse` refuses instead
 * - `check`: `fields` must fit the shape of `version`
 */
export type Step =
  | { readonly do: 'hook'; readonly at: string; readonly object: string; readonly version: string }
  | {
      readonly do: 'values';
      readonly at: string;
      readonly field: string;
      readonly each: readonly Container[];
      readonly replace: readonly (readonly [from: Scalar, to: Json])[];
      readonly drop: readonly Scalar[];
      readonly dropObjects: readonly string[];
    }
  | { readonly do: 'rename'; readonly at: string; readonly from: string; readonly to: string }
  | {
      readonly do: 'drop';
      readonly at: string;
      readonly field: string;
      readonly absent?: Json;
      readonly refuse?: true;
      readonly computed?: true;
    }
  | {
      readonly do: 'fill';
      readonly at: string;
      readonly field: string;
      readonly value?: Json;
      readonly computed?: true;
    }
  | { readonly do: 'retype'; readonly at: string; readonly field: string }
  | {
      readonly do: 'check';
      readonly at: string;
      readonly version: string;
      readonly fields: 'all' | readonly string[];
    };

/**
 * The way of one object from one version to another, as data: JSON but for the functions, which its steps name.
 * `children` are the fields of `to` that hold objects. At which versions those are written is no part of the plan: the reader's
 * manifest, or a release, decides it for each write.
 */
export interface Plan {
  readonly object: string;
  readonly from: string;
  readonly to: string;
  readonly direction: 'down' | 'up';
  readonly steps: readonly Step[];
  readonly children: Readonly<Record<string, Nest>>;
}

const plans = new WeakMap<Model, Map<string, Plan>>();

/** The plan that leads a model from one of its versions to another; made once. */
export function planFor(model: Model, from: Version, to: Version): Plan {
  let known = plans.get(model);
  if (known === undefined) plans.set(model, (known = new Map()));
  const key = `${from}>${to}`;
  let plan = known.get(key);
  if (plan === undefined) known.set(key, (plan = makePlan(model, from, to)));
  return plan;
}

function makePlan(model: Model, from: Version, to: Version): Plan {
  const direction = to.olderThan(from) ? 'down' : 'up';
  const [low, high] = direction === 'down' ? [to, from] : [from, to];
  const crossed = historyOf(model).filter(({ version }) => low.olderThan(version) && high.atLeast(version));
  const steps =
    direction === 'down'
      ? crossed.toReversed().flatMap((changes) => stepsDown(model, changes))
      : crossed.flatMap((changes) => stepsUp(model, changes));
  const children: Record<string, Nest> = {};
  for (const { wire, type } of shapeAt(model, to).fields)
    if (type.nest !== undefined) children[wire] = type.nest;
  return Object.freeze({
    object: model.name,
    from: from.text,
    to: to.text,
    direction,
    steps: Object.freeze(steps),
    children,
  });
}

function stepsDown(model: Model, { version, changes }: VersionChanges): Step[] {
  const at = version.text;
  const hooks = hookSteps(changes, at, 'down').toReversed();
  const older = shapeBefore(model, version);
  const newer = shapeAt(model, version);
  const undone = changes.flatMap((change) =>
    change.kind === 'values' || change.kind === 'retyped' ? undo(change, at) : [],
  );
  const renamed = changes.flatMap((change): Step[] =>
    change.kind === 'renamed' ? [{ do: 'rename', at, from: change.field, to: change.from }] : [],
  );
  const removed = changes.flatMap((change): Step[] => {
    if (change.kind === 'added')
      return [dropStep(at, change.field, newer.byWire.get(change.field)?.definition.options ?? {})];
    return change.kind === 'removed'
      ? fillStep(at, change.field, older.byWire.get(change.field)?.definition.options.fill)
      : [];
  });
  const touched = touchedBy(changes, (change) =>
    change.kind === 'removed'
      ? hasFill(older.byWire.get(change.field)?.definition.options.fill)
      : change.kind !== 'added',
  );
  const oldNames = touched
    .map((field) => changes.find((change) => change.kind === 'renamed' && change.field === field))
    .map((change, index) => (change?.kind === 'renamed' ? change.from : (touched[index] as string)));
  return [
    ...hooks,
    ...undone,
    ...renamed,
    ...removed,
    ...checkStep(at, older.version, hooks.length > 0, oldNames),
  ];
}

function stepsUp(model: Model, { version, changes }: VersionChanges): Step[] {
  const at = version.text;
  const hooks = hookSteps(changes, at, 'up');
  const newer = shapeAt(model, version);
  const removed = changes.flatMap((change): Step[] =>
    change.kind === 'removed' ? [{ do: 'drop', at, field: change.field }] : [],
  );
  const renamed = changes.flatMap((change): Step[] =>
    change.kind === 'renamed' ? [{ do: 'rename', at, from: change.from, to: change.field }] : [],
  );
  const retyped = changes.flatMap((change): Step[] =>
    change.kind === 'retyped' ? [{ do: 'retype', at, field: change.field }] : [],
  );
  const filled = changes.flatMap((change): Step[] =>
    change.kind === 'added'
      ? fillStep(at, change.field, newer.byWire.get(change.field)?.definition.options.absent)
      : [],
  );
  const touched = touchedBy(
    changes,
    (change) =>
      change.kind === 'limits' || change.kind === 'retyped' || (change.kind === 'added' && filled.length > 0),
  );
  return [
    ...hooks,
    ...removed,
    ...renamed,
    ...retyped,
    ...filled,
    ...checkStep(at, version, hooks.length > 0, touched),
  ];
}

function hookSteps(changes: readonly Change[], at: string, direction: 'down' | 'up'): Step[] {
  return changes.flatMap((change): Step[] =>
    change.kind === 'hook' && change[direction]
      ? [{ do: 'hook', at, object: change.object, version: change.version }]
      : [],
  );
}

function undo(change: Extract<Change, { kind: 'values' | 'retyped' }>, at: string): Step[] {
  if (change.kind === 'retyped') return [{ do: 'retype', at, field: change.field }];
  const { each, replace, drop, dropObjects } = change.revision;
  if (replace.length + drop.length + dropObjects.length === 0) return [];
  return [{ do: 'values', at, field: change.field, each, replace, drop, dropObjects }];
}

function dropStep(
  at: string,
  field: string,
  { absent, down }: { readonly absent?: Json; readonly down?: unknown },
): Step {
  return {
    do: 'drop',
    at,
    field,
    ...(absent === undefined ? {} : { absent }),
    ...(down === 'refuse' ? { refuse: true } : {}),
    ...(typeof down === 'function' ? { computed: true } : {}),
  };
}

function fillStep(at: string, field: string, fill: unknown): Step[] {
  if (!hasFill(fill)) return [];
  return [
    typeof fill === 'function'
      ? { do: 'fill', at, field, computed: true }
      : { do: 'fill', at, field, value: fill as Json },
  ];
}

function hasFill(fill: unknown): boolean {
  return fill !== undefined;
}

function touchedBy(
  changes: readonly Change[],
  counts: (change: Exclude<Change, { kind: 'hook' }>) => boolean,
): string[] {
  return [
    ...new Set(changes.flatMap((change) => (change.kind !== 'hook' && counts(change) ? [change.field] : []))),
  ];
}

function checkStep(at: string, version: Version, hooked: boolean, fields: readonly string[]): Step[] {
  if (hooked) return [{ do: 'check', at, version: version.text, fields: 'all' }];
  return fields.length === 0 ? [] : [{ do: 'check', at, version: version.text, fields }];
}
