import { isBacklevelError } from '../errors/backlevel-error.js';
import { type Fault, pointerOf } from '../errors/fault.js';
import { shorten } from '../errors/shorten.js';
import { isPlainObject } from '../field/json.js';
import { isKindOf } from '../history/references.js';
import { findModelOfInstance, modelOf } from '../model/model-of.js';
import type { Model, ObjectClass } from '../model/model.js';
import { faultsQuickly } from './compiled/quick.js';
import { engine } from './engine/engine.js';
import { isTagged, sealEnvelope } from './engine/envelope.js';
import { envelopeChildren } from './engine/envelope-children.js';
import type { Target } from './engine/options.js';
import { resolveTarget } from './engine/target.js';
import { Work } from './engine/work.js';

export interface ValidateOptions {
  /** The version that the value must fit: an instance must be writable at it, an envelope must claim it, bare data have its shape. */
  readonly at?: Target;
  /** Demand no field of an instance. */
  readonly partial?: boolean;
}

/**
 * All that is wrong with a value: an instance of the class, its envelope, or, with `at`, bare data of that version.
 * Nothing is thrown for the value, whatever it is: what cannot be read is a fault too. For an instance, pointers go through property names.
 *
 * @throws UnregisteredObjectError where `Class` is no versioned class
 */
export function validate(Class: ObjectClass, value: unknown, options: ValidateOptions = {}): Fault[] {
  const model = modelOf(Class);
  const quick = options.at === undefined ? faultsQuickly(value, model, options.partial ?? false) : undefined;
  if (quick !== undefined) return quick;
  const work = new Work(model, envelopeChildren, { all: true, partial: options.partial ?? false }, undefined);
  work.demands = !work.partial;
  try {
    const actual = findModelOfInstance(value);
    if (actual !== undefined && isKindOf(actual, model))
      checkInstance(value as object, actual, options.at, work);
    else return checkPayload(value, model, options.at, work);
  } catch (error) {
    return [...work.faults, faultOf(error, model)];
  }
  return work.faults;
}

/** The fault behind an error: a limit, a refusal on the way down, or a value that cannot even be read (a getter that throws). */
function faultOf(error: unknown, model: Model): Fault {
  const { field, ...facts } = error as { readonly pointer?: string; readonly field?: string };
  const property = model.fields.find(({ wire }) => wire === field)?.property;
  const pointer = facts.pointer ?? (property === undefined ? '' : pointerOf([property]));
  const said = error instanceof Error ? error.message : String(error);
  const message = isBacklevelError(error) ? said : `${model.name}: it cannot be read: ${said}`;
  const kind = isBacklevelError(error, 'BACKLEVEL_LIMIT_EXCEEDED') ? 'limit' : 'value';
  return { kind, pointer, object: model.name, ...(field === undefined ? {} : { field }), message };
}

function checkInstance(instance: object, model: Model, at: Target | undefined, work: Work): void {
  engine.write(instance, model, resolveTarget(model, at), work, false);
}

function checkPayload(value: unknown, model: Model, at: Target | undefined, work: Work): Fault[] {
  if (at === undefined || !isPlainObject(value)) {
    engine.check(value, model, work);
    return work.faults;
  }
  const { version } = resolveTarget(model, at);
  if (!isTagged(value, model)) {
    const faults = faultsIn(sealEnvelope(model, version.text, value, undefined), model, work);
    // The envelope is ours: pointers go into the data as they were given.
    const added = pointerOf([model.envelope.data]).length;
    return faults.map((fault) => ({ ...fault, pointer: fault.pointer.slice(added) }));
  }
  const claimed = value[model.envelope.version];
  if (claimed === version.text) return faultsIn(value, model, work);
  work.path.push(model.envelope.version);
  work.fault('version', `expected ${version}, got ${shorten(claimed)}`);
  return work.faults;
}

function faultsIn(payload: Readonly<Record<string, unknown>>, model: Model, work: Work): Fault[] {
  const quick = faultsQuickly(payload, model, work.partial);
  if (quick !== undefined) return quick;
  engine.check(payload, model, work);
  return work.faults;
}
