import { LossError } from '../errors/backport-errors.js';
import { modelOfInstance } from '../model/model-of.js';
import { writeQuickly } from './compiled/quick.js';
import { engine } from './engine/engine.js';
import type { Written } from './engine/engine-shape.js';
import { envelopeChildren } from './engine/envelope-children.js';
import type { Lookups } from './engine/lookups.js';
import type { WriteOptions } from './engine/options.js';
import { resolveTarget } from './engine/target.js';
import { Work } from './engine/work.js';
import { writeText } from './engine/write-text.js';

/**
 * The JSON text of an instance, for readers of `target`: a version, a release, a manifest or `'untagged'`; its newest version
 * where nothing is said. Every value is checked on the way out.
 *
 * @throws UnregisteredObjectError for what is no instance
 * @throws InvalidObjectError, CyclicObjectError for a value that its class does not take
 * @throws ValueTooNewError, ChildVersionUnknownError, HookError where it cannot be written for that reader
 * @throws LossError with `strict`, where something would be lost
 * @example
 * encode(stack, { target: '1.2' }); // => '{"versioned_object.name":"Stack",...}'
 */
export function encode(instance: object, options: WriteOptions = {}): string {
  return encodeWith(instance, options, undefined);
}

export function encodeWith(instance: object, options: WriteOptions, lookups: Lookups | undefined): string {
  const model = modelOfInstance(instance);
  const quick = writeQuickly(instance, model, options);
  if (quick !== undefined) return quick;
  const work = new Work(model, envelopeChildren, options, lookups);
  if (options.target === undefined) {
    const text = engine.writeText(instance, model, work);
    work.throwInvalidObject();
    return text as string;
  }
  return writeText(writeWith(instance, options, work, false).primitive, work);
}

/** What the verbs that write have in common: the target, the problems, and `strict`. */
export function writeWith(instance: object, options: WriteOptions, work: Work, losses: boolean): Written {
  const { model } = work;
  const target = resolveTarget(model, options.target);
  const written = engine.write(instance, model, target, work, losses || options.strict === true);
  work.throwInvalidObject();
  const { losses: found } = written as Written;
  if (options.strict === true && found.length > 0)
    throw new LossError(model.name, target.version.text, found);
  return written as Written;
}
