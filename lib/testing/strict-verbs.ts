import { decode as lenientDecode } from '../codec/decode.js';
import { decodeAny as lenientDecodeAny } from '../codec/decode-any.js';
import type { ReadOptions } from '../codec/engine/options.js';
import { fromPrimitive as lenientFromPrimitive } from '../codec/from-primitive.js';
import type { ObjectClass } from '../model/model.js';
import type { Registry } from '../model/registry.js';

// In a test, a field that nobody knows is a mistake: there the verbs that read refuse it unless they are told otherwise.

/** `decode` that refuses unknown fields. */
export const decode: typeof lenientDecode = (Class: ObjectClass, text: string, options?: ReadOptions) =>
  lenientDecode<never>(Class as ObjectClass<never>, text, { unknown: 'refuse', ...options });

/** `fromPrimitive` that refuses unknown fields. */
export const fromPrimitive: typeof lenientFromPrimitive = (
  Class: ObjectClass,
  primitive: unknown,
  options?: ReadOptions,
) => lenientFromPrimitive<never>(Class as ObjectClass<never>, primitive, { unknown: 'refuse', ...options });

/** `decodeAny` that refuses unknown fields. */
export function decodeAny(tree: unknown, options: ReadOptions & { readonly registry: Registry }): unknown {
  return lenientDecodeAny(tree, { unknown: 'refuse', ...options });
}
