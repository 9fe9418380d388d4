import type { AnyFieldOptions } from '../field/definition.js';
import type { Nest } from '../field/field-type.js';
import type { Json, Scalar } from '../field/json.js';
import type { Container, Revision } from '../field/revision.js';
import type { Model } from '../model/model.js';
import type { Version } from '../version/version.js';
import { type Change, historyOf, type VersionChanges } from './changes.js';
import { type Shape, shapeAt, shapeBefore } from './shape.js';

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
  | {
      readonly do: 'rename';
      readonly at: string;
      readonly names: readonly (readonly [from: string, to: string])[];
    }
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

/** The steps of one version, by the order in which they run. */
class Phases {
  readonly hooks: Step[] = [];
  readonly convert: Step[] = [];
  readonly drop: Step[] = [];
  readonly names: [from: string, to: string][] = [];
  readonly fill: Step[] = [];
  /** Fields of the resulting shape whose values came about here. */
  readonly touched = new Set<string>();

  constructor(readonly at: string) {}

  steps(shape: Version): Step[] {
    const { at } = this;
    const steps = [...this.hooks, ...this.convert, ...this.drop];
    // All at once, so that two fields can swap their names.
    if (this.names.length > 0) steps.push({ do: 'rename', at, names: this.names });
    steps.push(...this.fill);
    // Functions of the user's may have touched anything.
    const computed = steps.some(
      (step) => step.do === 'hook' || ('computed' in step && step.computed === true),
    );
    if (computed) steps.push({ do: 'check', at, version: shape.text, fields: 'all' });
    else if (this.touched.size > 0)
      steps.push({ do: 'check', at, version: shape.text, fields: [...this.touched] });
    return steps;
  }
}

function stepsDown(model: Model, { version, changes }: VersionChanges): Step[] {
  const at = version.text;
  const older = shapeBefore(model, version);
  const newer = shapeAt(model, version);
  const phases = new Phases(at);
  const before = namesBefore(changes);
  for (const change of changes) {
    switch (change.kind) {
      case 'hook':
        if (change.down)
          phases.hooks.unshift({ do: 'hook', at, object: change.object, version: change.version });
        break;
      case 'values':
        phases.convert.push(...valuesStep(change.revision, at, change.field));
        phases.touched.add(before(change.field));
        break;
      case 'retyped':
        phases.convert.push({ do: 'retype', at, field: change.field });
        phases.touched.add(before(change.field));
        break;
      case 'limits':
        phases.touched.add(before(change.field));
        break;
      case 'renamed':
        phases.names.push([change.field, change.from]);
        break;
      case 'added':
        if (!isRewritten(change.field, changes))
          phases.drop.push(dropStep(at, change.field, optionsIn(newer, change.field)));
        break;
      case 'removed':
        phases.fill.push(...fillStep(at, change.field, optionsIn(older, change.field).fill));
        if (optionsIn(older, change.field).fill !== undefined) phases.touched.add(change.field);
        break;
    }
  }
  return phases.steps(older.version);
}

function stepsUp(model: Model, { version, changes }: VersionChanges): Step[] {
  const at = version.text;
  const newer = shapeAt(model, version);
  const phases = new Phases(at);
  for (const change of changes) {
    switch (change.kind) {
      case 'hook':
        if (change.up) phases.hooks.push({ do: 'hook', at, object: change.object, version: change.version });
        break;
      case 'values':
        break;
      case 'retyped':
        // After the names have changed: it is found by the name that it has in the newer shape.
        phases.fill.push({ do: 'retype', at, field: change.field });
        phases.touched.add(change.field);
        break;
      case 'limits':
        phases.touched.add(change.field);
        break;
      case 'renamed':
        phases.names.push([change.from, change.field]);
        break;
      case 'added':
        phases.fill.push(...fillStep(at, change.field, optionsIn(newer, change.field).absent));
        if (optionsIn(newer, change.field).absent !== undefined) phases.touched.add(change.field);
        break;
      case 'removed':
        if (!isRewritten(change.field, changes)) phases.drop.push({ do: 'drop', at, field: change.field });
        break;
    }
  }
  return phases.steps(version);
}

/** What a field of the newer shape was called before the version renamed it. */
function namesBefore(changes: readonly Change[]): (field: string) => string {
  const names = new Map(
    changes.flatMap((change) => (change.kind === 'renamed' ? [[change.field, change.from]] : [])),
  );
  return (field) => names.get(field) ?? field;
}

// A field that goes and one that comes under the same name: with a hook, what stands there is the hook's.
function isRewritten(field: string, changes: readonly Change[]): boolean {
  const kinds = new Set(
    changes.filter((change) => change.kind === 'hook' || change.field === field).map((change) => change.kind),
  );
  return kinds.has('added') && kinds.has('removed') && kinds.has('hook');
}

function optionsIn(shape: Shape, field: string): AnyFieldOptions {
  return shape.byWire.get(field)?.definition.options ?? {};
}

function valuesStep({ each, replace, drop, dropObjects }: Revision, at: string, field: string): Step[] {
  if (replace.length + drop.length + dropObjects.length === 0) return [];
  return [{ do: 'values', at, field, each, replace, drop, dropObjects }];
}

function dropStep(at: string, field: string, { absent, down }: AnyFieldOptions): Step {
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
  if (fill === undefined) return [];
  return [
    typeof fill === 'function'
      ? { do: 'fill', at, field, computed: true }
      : { do: 'fill', at, field, value: fill as Json },
  ];
}
