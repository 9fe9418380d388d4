import { isBacklevelError } from '../errors/backlevel-error.js';
import type { Fault } from '../errors/fault.js';
import { shorten } from '../errors/shorten.js';
import { isPlainObject } from '../field/json.js';
import { isKindOf } from '../history/references.js';
import { findModelOfInstance, modelOf } from '../model/model-of.js';
import type { Model, ObjectClass } from '../model/model.js';
import { engine } from './engine/engine.js';
import { isTagged, sealEnvelope } from './engine/envelope.js';
import { envelopeChildren } from './engine/envelope-children.js';
import type { Target } from './engine/options.js';
import { resolveTarget } from './engine/target.js';
import { Work } from './engine/work.js';

export interface ValidateOptions {
  /** The version that the value must fit: an instance must be writable at it, an envelope must claim it, bare data have its shape. */
  readonly at?: Target;
}

/**
 * All that is wrong with a value: an instance of the class, its envelope, or, with `at`, bare data of that version.
 * Nothing is thrown for the value, whatever it is; for an instance, pointers go through property names.
 *
 * @throws UnregisteredObjectError where `Class` is no versioned class
 */
export function validate(Class: ObjectClass, value: unknown, options: ValidateOptions = {}): Fault[] {
  const model = modelOf(Class);
  const work = new Work(model, envelopeChildren, { all: true }, undefined);
  try {
    const actual = findModelOfInstance(value);
    if (actual !== undefined && isKindOf(actual, model))
      checkInstance(value as object, actual, options.at, work);
    else checkPayload(value, model, options.at, work);
  } catch (error) {
    if (!isBacklevelError(error)) throw error;
    const pointer = (error as { readonly pointer?: string }).pointer ?? '';
    work.problems.push({
      fault: { kind: 'value', pointer, object: model.name, message: error.message },
      reason: error.message,
      error,
    });
  }
  return work.problems.map((problem) => problem.fault);
}

function checkInstance(instance: object, model: Model, at: Target | undefined, work: Work): void {
  engine.write(instance, model, resolveTarget(model, at), work, false);
}

function checkPayload(value: unknown, model: Model, at: Target | undefined, work: Work): void {
  if (at === undefined || !isPlainObject(value)) {
    engine.check(value, model, work);
    return;
  }
  const { version } = resolveTarget(model, at);
  if (!isTagged(value, model)) {
    engine.check(sealEnvelope(model, version.text, value, undefined), model, work);
    return;
  }
  const claimed = value[model.envelope.version];
  if (claimed !== version.text) {
    work.path.push(model.envelope.version);
    work.fault('version', `expected ${version}, got ${shorten(claimed)}`);
    work.path.pop();
    return;
  }
  engine.check(value, model, work);
}
