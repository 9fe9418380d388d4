import { HookError, ValueTooNewError } from '../../errors/backport-errors.js';
import { InvalidPayloadError } from '../../errors/payload-errors.js';
import type { FieldDefinition } from '../../field/definition.js';
import { copyData, isRecord, sameData, setMember } from '../../field/json.js';
import type { Plan, Step } from '../../history/plan.js';
import { shapeAt, shapeBefore } from '../../history/shape.js';
import type { Model } from '../../model/model.js';
import { Version } from '../../version/version.js';
import { checkData } from './check-data.js';
import { DROPPED } from './dropped.js';
import { type HookRun, runConversion, runFunction, runHook } from './run-hook.js';
import type { ObjectNode } from './node.js';
import { nodeChildren } from './node-children.js';
import { Work } from './work.js';

/**
 * Runs a plan over a node, step by step: `node.data` is changed in place from the plan's first version to its last.
 *
 * @throws ValueTooNewError, HookError going down; InvalidPayloadError, HookError going up
 */
export function interpret(plan: Plan, model: Model, node: ObjectNode, work: Work): void {
  const run: HookRun = { plan, model, node, work, before: undefined, written: new Set() };
  for (const step of plan.steps) runStep(step, run);
  node.version = plan.to;
}

function runStep(step: Step, run: HookRun): void {
  const { data } = run.node;
  switch (step.do) {
    case 'hook':
      runHook(step, run);
      break;
    case 'values':
      if (data[step.field] !== undefined)
        setOrUnset(data, step.field, replaceValues(step, data[step.field], 0));
      break;
    case 'rename':
      rename(step.names, run.node);
      break;
    case 'drop':
      drop(step, run);
      break;
    case 'fill':
      fill(step, run);
      break;
    case 'retype':
      retype(step, run);
      break;
    case 'check':
      check(step, run);
      carryChanges(run);
      run.before = undefined;
      run.written.clear();
      break;
  }
}

/** The value that takes the place of one which the other version does not know; DROPPED where nothing does. */
export function replaceValues(step: Extract<Step, { do: 'values' }>, value: unknown, level: number): unknown {
  const container = step.each[level];
  if (container !== undefined) {
    if (Array.isArray(value)) {
      const kept = value
        .map((item: unknown) => replaceValues(step, item, level + 1))
        .filter((item) => item !== DROPPED);
      // Two values of a set can fall back to the same one.
      return container === 'set' ? [...new Set(kept)] : kept;
    }
    if (!isRecord(value)) return value;
    const kept: Record<string, unknown> = {};
    for (const key of Object.keys(value)) {
      const next = replaceValues(step, value[key], level + 1);
      if (next !== DROPPED) setMember(kept, key, next);
    }
    return kept;
  }
  if (step.drop.some((dropped) => dropped === value)) return DROPPED;
  if (isRecord(value) && typeof value['name'] === 'string' && step.dropObjects.includes(value['name']))
    return DROPPED;
  const pair = step.replace.find(([from]) => from === value);
  return pair === undefined ? value : copyData(pair[1]);
}

function rename(names: readonly (readonly [string, string])[], node: ObjectNode): void {
  const { data } = node;
  const taken = names.map(([from, to]) => [to, data[from]] as const);
  for (const [from] of names) delete data[from];
  for (const [to, value] of taken) if (value !== undefined && data[to] === undefined) data[to] = value;
  if (node.changes === undefined) return;
  const renamed = new Map(names);
  node.changes = node.changes.map((name) => renamed.get(name) ?? name);
}

function drop(step: Extract<Step, { do: 'drop' }>, run: HookRun): void {
  const value = run.node.data[step.field];
  if (value === undefined) return;
  const meant = step.absent !== undefined && sameData(value, step.absent);
  if (!meant && step.refuse) {
    const { model, plan } = run;
    throw new ValueTooNewError(
      model.name,
      step.field,
      step.at,
      plan.to,
      'it is set, and it may not be dropped',
    );
  }
  delete run.node.data[step.field];
  const { down } = optionsOf(run.model, step.field, step.at, 'newer');
  if (meant || typeof down !== 'function') return;
  runFunction(run, step.at, (context) => down(copyData(value), context.data, context));
}

function fill(step: Extract<Step, { do: 'fill' }>, run: HookRun): void {
  const { node } = run;
  if (node.data[step.field] !== undefined) return;
  setOrUnset(node.data, step.field, step.computed ? runFill(step, run) : copyData(step.value));
}

function runFill(step: Extract<Step, { do: 'fill' }>, run: HookRun): unknown {
  const made = optionsOf(run.model, step.field, step.at, 'older').fill;
  if (typeof made !== 'function') return undefined;
  return runFunction(run, step.at, (context) => {
    context.data[step.field] = (made as (data: unknown) => unknown)(context.data);
    return context.data[step.field] as unknown;
  });
}

function retype(step: Extract<Step, { do: 'retype' }>, run: HookRun): void {
  const { data } = run.node;
  const value = data[step.field];
  if (value === undefined || value === null) return;
  const turn = retypeIn(run.model, run.plan.direction, step);
  if (turn === undefined) return;
  run.before ??= { data: { ...data } };
  setOrUnset(
    data,
    step.field,
    runConversion(run, step.at, () => turn(copyData(value))),
  );
}

/** The function that turns a field's value where its type changed. */
export function retypeIn(
  model: Model,
  direction: Plan['direction'],
  step: Extract<Step, { do: 'retype' }>,
): ((wire: unknown) => unknown) | undefined {
  const change = optionsOf(model, step.field, step.at, 'newer').retyped?.find((candidate) =>
    Version.parse(candidate.in).equals(Version.parse(step.at)),
  );
  return change?.[direction] as ((wire: unknown) => unknown) | undefined;
}

/** What a declaration says of a field, by its name on one side of a version. */
export function optionsOf(
  model: Model,
  field: string,
  at: string,
  side: 'newer' | 'older',
): FieldDefinition['options'] {
  const version = Version.parse(at);
  const shape = side === 'newer' ? shapeAt(model, version) : shapeBefore(model, version);
  return shape.byWire.get(field)?.definition.options ?? {};
}

function setOrUnset(data: Record<string, unknown>, field: string, value: unknown): void {
  if (value === DROPPED || value === undefined) delete data[field];
  else data[field] = value;
}

/**
 * Where a changed field is gone after a version, what functions wrote in it carries the change on: nobody knows what they made of
 * what, and a change that is reported once too often is not lost.
 */
function carryChanges({ node, written, before }: HookRun): void {
  if (written.size === 0 || before === undefined || node.changes === undefined) return;
  const gone = node.changes.some(
    (name) => Object.hasOwn(before.data, name) && !Object.hasOwn(node.data, name),
  );
  if (gone) node.changes = [...new Set([...node.changes, ...written])];
}

/** Checks what the steps before touched, in the shape that they made; what the user's functions wrote is their fault. */
function check(step: Extract<Step, { do: 'check' }>, run: HookRun): void {
  const { model, node, plan, work } = run;
  const shape = shapeAt(model, Version.parse(step.version));
  const options = { partial: true, unknown: 'refuse', python: work.python, limits: work.limits } as const;
  const probe = new Work(model, nodeChildren, options, undefined);
  const data =
    step.fields === 'all'
      ? node.data
      : Object.fromEntries(step.fields.map((name) => [name, node.data[name]]));
  const fits = checkData(shape, data, probe);
  work.lossless ||= probe.lossless;
  const problem = probe.problems[0];
  if (fits || problem === undefined) return;
  const { fault, path, reason } = problem;
  const field = String(path[0]);
  if (run.before !== undefined && !sameData(run.before.data[field], node.data[field])) {
    const said = `wrote what ${model.name} ${step.version} does not take: ${fault.message}`;
    throw new HookError(model.name, step.at, plan.direction, said);
  }
  if (plan.direction === 'down') throw new ValueTooNewError(fault.object, field, step.at, plan.to, reason);
  throw new InvalidPayloadError(model.name, step.version, [
    { ...fault, pointer: work.pointer + fault.pointer },
  ]);
}
