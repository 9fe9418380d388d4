import { modelOfInstance } from '../model/model-of.js';
import { writeWith } from './encode.js';
import type { Primitive } from './engine/envelope.js';
import { envelopeChildren } from './engine/envelope-children.js';
import type { Lookups } from './engine/lookups.js';
import type { WriteOptions } from './engine/options.js';
import { Work } from './engine/work.js';

/** The envelope of an instance as a tree of plain JSON, for readers of `target`; what `encode` makes before it is text. */
export function toPrimitive(instance: object, options: WriteOptions = {}): Primitive {
  return toPrimitiveWith(instance, options, undefined);
}

export function toPrimitiveWith(
  instance: object,
  options: WriteOptions,
  lookups: Lookups | undefined,
): Primitive {
  const work = new Work(modelOfInstance(instance), envelopeChildren, options, lookups);
  return writeWith(instance, options, work, false).primitive;
}
