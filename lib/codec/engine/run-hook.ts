import { HookError, NeedsAsyncError, ValueTooNewError } from '../../errors/backport-errors.js';
import { isBacklevelError } from '../../errors/backlevel-error.js';
import { InvalidPayloadError } from '../../errors/payload-errors.js';
import type { ChildData, HookContext } from '../../field/hook-context.js';
import { copyData, sameData } from '../../field/json.js';
import { reachableModels } from '../../history/references.js';
import type { Plan, Step } from '../../history/plan.js';
import type { Hook } from '../../model/hooks.js';
import { modelOf } from '../../model/model-of.js';
import { DeclarationError } from '../../errors/declaration-errors.js';
import type { Model, ObjectClass } from '../../model/model.js';
import { Version } from '../../version/version.js';
import { PENDING } from './lookups.js';
import type { ObjectNode } from './node.js';
import type { Work } from './work.js';

/** A plan on its way over a node. */
export interface HookRun {
  readonly plan: Plan;
  readonly model: Model;
  readonly node: ObjectNode;
  readonly work: Work;
  /** The data as they were before the hooks of the version that is being crossed. */
  before: { readonly data: Record<string, unknown> } | undefined;
  /** The fields that functions wrote since. */
  readonly written: Set<string>;
}

/** Thrown by `context.refuse` inside a hook, and turned into a typed error outside it. */
class Refusal {
  constructor(
    readonly field: string,
    readonly reason: string,
  ) {}
}

/** Runs one hook over a copy of the data, and takes what it wrote. */
export function runHook(step: Extract<Step, { do: 'hook' }>, run: HookRun): void {
  const { model, node, plan } = run;
  const entry = model.hooks.find((hook) => hook.object === step.object && hook.version === step.version);
  const turn = entry?.hook[plan.direction];
  if (entry === undefined || turn === undefined) return;
  run.before ??= { data: node.data };
  const before = node.data;
  node.data = copyData(before);
  const context = contextOf(run, step.at, undefined);
  const resolved = resolve(entry.hook, context, step, run);
  const answer: unknown = guarded(run, step.at, () =>
    turn(node.data, { ...context, data: node.data, resolved }),
  );
  if (answer !== undefined) throw returned(answer, run, step.at);
  dropUnset(node);
  noteWritten(run, before);
}

/** Notes what a function wrote, by the names that the fields have while it runs. */
function noteWritten({ node, written }: HookRun, before: Readonly<Record<string, unknown>>): void {
  for (const name of Object.keys(node.data)) if (!sameData(before[name], node.data[name])) written.add(name);
}

/** Takes away what a function unset by writing `undefined`. */
function dropUnset({ data }: ObjectNode): void {
  for (const key of Object.keys(data)) if (data[key] === undefined) delete data[key];
}

/** Runs a small function of a declaration (`down`, `fill`) over a copy of the data, with the guards of a hook. */
export function runFunction<T>(run: HookRun, at: string, call: (context: HookContext) => T): T {
  const { node } = run;
  const before = node.data;
  run.before ??= { data: before };
  node.data = copyData(before);
  const answer = runConversion(run, at, () => call(contextOf(run, at, undefined)));
  dropUnset(node);
  noteWritten(run, before);
  return answer;
}

/** Runs a function that sees one value only, with the guards of a hook. */
export function runConversion<T>(run: HookRun, at: string, call: () => T): T {
  const answer = guarded(run, at, call);
  if (isThenable(answer)) throw returned(answer, run, at);
  return answer;
}

function resolve(
  hook: Hook,
  context: HookContext,
  step: Extract<Step, { do: 'hook' }>,
  run: HookRun,
): unknown {
  const { work, model, plan } = run;
  const fallback = hook.fallback;
  if (hook.needs === undefined || hook.resolve === undefined) return fallback;
  const { needs, resolve: lookUp } = hook;
  if (!guarded(run, step.at, () => needs(copyData(run.node.data), context), 'needs')) return fallback;
  if (work.lookups !== undefined) {
    const place = `${plan.direction} ${work.pointer} ${step.object} ${step.version} ${model.name}`;
    return work.lookups.answer(place, () =>
      guardedAsync(run, step.at, () => lookUp(copyData(run.node.data), context)),
    );
  }
  if (Object.hasOwn(hook, 'fallback')) return fallback;
  throw new NeedsAsyncError(
    model.name,
    step.at,
    plan.direction === 'down' ? 'encodeAsync()' : 'decodeAsync()',
  );
}

function contextOf({ model, node, plan, work }: HookRun, version: string, resolved: unknown): HookContext {
  const { manifest, context } = work;
  return hookContext(model, plan, { data: node.data, version, manifest, context, resolved });
}

/** What a hook of a model is told on the way of a plan. */
export function hookContext(
  model: Model,
  plan: Plan,
  facts: Pick<HookContext, 'data' | 'version' | 'manifest' | 'context' | 'resolved'>,
): HookContext {
  const { data, version, manifest, context, resolved } = facts;
  return {
    data,
    object: model.name,
    version,
    direction: plan.direction,
    target: plan.to,
    manifest,
    context,
    resolved,
    child: (object, data) => childData(object, data, model),
    refuse: (field, reason) => {
      throw new Refusal(field, reason);
    },
  };
}

function childData(object: object | string, data: Record<string, unknown>, parent: Model): ChildData {
  const found = typeof object === 'string' ? parent.registry.find(object) : modelOf(object as ObjectClass);
  if (found === undefined) {
    throw new DeclarationError(
      `${parent.name}: context.child(${JSON.stringify(object)})`,
      'no class of that name is registered',
      'name the class itself',
    );
  }
  // A class of today stands for the child of the same name in the parent's own registry, which at() gives a past of its own.
  const model = parent.registry.find(found.name, found.namespace, found.version.major) ?? found;
  return { name: model.name, version: model.version.text, namespace: model.namespace, data };
}

type Part = 'down' | 'up' | 'needs' | 'resolve';

function guarded<T>(run: HookRun, at: string, call: () => T, part: Part = run.plan.direction): T {
  try {
    return call();
  } catch (cause) {
    throw wrapped(cause, run, at, part);
  }
}

async function guardedAsync(run: HookRun, at: string, call: () => unknown): Promise<unknown> {
  try {
    return await call();
  } catch (cause) {
    throw wrapped(cause, run, at, 'resolve');
  }
}

function wrapped(cause: unknown, run: HookRun, at: string, part: Part): unknown {
  const { model, plan } = run;
  if (cause === PENDING) return cause;
  if (cause instanceof Refusal) return refused(cause, run, at);
  if (isBacklevelError(cause) && !isBacklevelError(cause, 'BACKLEVEL_DECLARATION')) return cause;
  const quiet = reachableModels(model).some((reached) =>
    [...reached.fields, ...reached.retired].some((field) => field.definition.options.sensitive),
  );
  const said =
    cause instanceof Error
      ? `${cause.name}${quiet ? '' : `: ${cause.message}`}`
      : 'something that is no Error';
  return new HookError(
    model.name,
    at,
    part,
    `threw ${said} on the way to ${plan.to}; fields can be unset or null there`,
    { cause, hideCause: quiet },
  );
}

function refused({ field, reason }: Refusal, { model, plan, work }: HookRun, at: string): Error {
  if (plan.direction === 'down') return new ValueTooNewError(model.name, field, at, plan.to, reason);
  const message = `${model.name}.${field}: ${reason}`;
  return new InvalidPayloadError(model.name, Version.parse(at).text, [
    { kind: 'rule', pointer: work.pointer, object: model.name, field, message },
  ]);
}

function returned(answer: unknown, { model, plan }: HookRun, at: string): HookError {
  if (!isThenable(answer)) {
    return new HookError(
      model.name,
      at,
      plan.direction,
      'returned something; a hook changes the data it is given and returns nothing',
    );
  }
  ignore(answer);
  return new HookError(
    model.name,
    at,
    plan.direction,
    'returned a promise; hooks are synchronous: declare needs and resolve',
  );
}

/** The promise that a hook returned is refused; what becomes of it must not end the process. */
export function ignore(answer: unknown): void {
  if (isThenable(answer)) answer.then(undefined, () => undefined);
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return (
    typeof value === 'object' && value !== null && typeof (value as { then?: unknown }).then === 'function'
  );
}
