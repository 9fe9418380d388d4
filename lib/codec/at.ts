import { modelAt } from '../history/model-at.js';
import { modelOf } from '../model/model-of.js';
import type { DefinedClass } from '../model/define-object.js';
import type { Model, ObjectClass } from '../model/model.js';
import type { Target } from './engine/options.js';
import { resolveTarget } from './engine/target.js';

/** An object of the past: its fields are those of its version. */
export type PastObject = Record<string, unknown>;

const past = new WeakMap<Model, Map<string, DefinedClass<PastObject>>>();

/**
 * The class as readers and writers of a version, a release or a manifest knew it, to play an older service in a test:
 * `decode(at(Stack, '1.1'), payload)`. A field that was renamed since has the property of its old name.
 *
 * Its children are those that went with it, as far as a manifest, a release or `versions` says so; otherwise today's.
 *
 * @throws UnsupportedTargetError for a version that the class never had
 */
export function at(Class: ObjectClass, target: Target): DefinedClass<PastObject> {
  const model = modelOf(Class);
  const { version, manifest } = resolveTarget(model, target);
  if (manifest !== undefined)
    return modelAt(model, version, manifest).Class as unknown as DefinedClass<PastObject>;
  let known = past.get(model);
  if (known === undefined) past.set(model, (known = new Map()));
  let found = known.get(version.text);
  if (found === undefined) {
    found = modelAt(model, version).Class as unknown as DefinedClass<PastObject>;
    known.set(version.text, found);
  }
  return found;
}
