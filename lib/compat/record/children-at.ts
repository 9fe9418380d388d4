import { childVersionAt } from '../../history/child-version.js';
import { childModels, objectTypeIn } from '../../history/references.js';
import type { Manifest } from '../../history/releases.js';
import { knownVersion, shapeAt } from '../../history/shape.js';
import type { Model } from '../../model/model.js';
import type { Version } from '../../version/version.js';

/**
 * The versions of all objects that a payload of `model` at `version` can hold, as they went with it, itself not among them.
 * What nothing is said of stands at its newest.
 */
export function childrenAt(model: Model, version: Version): Manifest {
  const found = new Map<Model, Version>([[model, version]]);
  for (const [parent, at] of found) {
    for (const { type } of shapeAt(parent, at).fields) {
      const object = objectTypeIn(type);
      if (object === undefined) continue;
      for (const child of childModels(object, parent)) {
        if (found.has(child)) continue;
        const then = childVersionAt(parent, at, child, object.versions) ?? child.version;
        found.set(child, knownVersion(child, then));
      }
    }
  }
  found.delete(model);
  const entries = [...found].map(([child, at]) => [child.name, at.text] as const);
  return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
