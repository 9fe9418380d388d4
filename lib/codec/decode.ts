import { reachableModels } from '../history/references.js';
import { defaultLimits } from '../field/limits.js';
import type { FieldDefinition } from '../field/definition.js';
import { modelOf } from '../model/model-of.js';
import type { Model, ObjectClass } from '../model/model.js';
import type { PartialOf } from '../model/values.js';
import { fromPrimitiveAt } from './from-primitive.js';
import type { ReadOptions } from './engine/options.js';
import { parseText } from './engine/parse-text.js';

/**
 * The instance of a JSON text: parsed, checked in the shape of the version that it claims, then brought up.
 * No hook runs on unchecked input, and no class is built but those of the registry.
 *
 * @throws PayloadSyntaxError for what is not JSON, and what `fromPrimitive` throws
 * @example
 * decode(Stack, text).name; // => 'web'
 */
export function decode<T extends object>(
  Class: ObjectClass<T>,
  text: string,
  options: ReadOptions & { readonly partial: true },
): PartialOf<T>;
export function decode<T extends object>(Class: ObjectClass<T>, text: string, options?: ReadOptions): T;
export function decode(Class: ObjectClass, text: string, options: ReadOptions = {}): object {
  return fromPrimitiveAt([], Class, parseFor(Class, text, options), options, true);
}

/** The tree of a text, with exact integers where the class, or one that it contains, has bigint fields. */
export function parseFor(Class: ObjectClass, text: string, options: ReadOptions): unknown {
  const model = modelOf(Class);
  return parseText(text, {
    exact: hasBigints(model),
    python: options.python ?? false,
    limits: options.limits === undefined ? defaultLimits : { ...defaultLimits, ...options.limits },
  });
}

const known = new WeakMap<readonly Model[], boolean>();

function hasBigints(model: Model): boolean {
  const models = reachableModels(model);
  let found = known.get(models);
  if (found === undefined) {
    found = models.some((reached) =>
      reached.fields.concat(reached.retired).some((field) => isBigint(field.definition)),
    );
    known.set(models, found);
  }
  return found;
}

function isBigint({ kind, element, options: { retyped } }: FieldDefinition): boolean {
  return (
    kind === 'bigint' ||
    (element !== undefined && isBigint(element)) ||
    (retyped !== undefined && retyped.some((change) => isBigint(change.from.definition)))
  );
}
