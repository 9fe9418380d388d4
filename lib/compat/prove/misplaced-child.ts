import type { Primitive } from '../../codec/engine/envelope.js';
import { mapObjects } from '../../codec/engine/node.js';
import { isBacklevelError } from '../../errors/backlevel-error.js';
import { pointerOf } from '../../errors/fault.js';
import { isRecord } from '../../field/json.js';
import type { ObjectType } from '../../field/object-type.js';
import { type ChildTarget, childTarget } from '../../history/child-version.js';
import { childModel, modelOfReference } from '../../history/references.js';
import type { Manifest } from '../../history/releases.js';
import { shapeAt } from '../../history/shape.js';
import type { Model } from '../../model/model.js';
import { Version } from '../../version/version.js';

/** An object in a payload that stands at another version than its reader has. */
export interface Misplaced {
  readonly path: string;
  readonly message: string;
}

/** The first object of a payload, itself or at any depth in it, that does not stand at the version that goes with its reader. */
export function misplacedChild(
  payload: Primitive,
  model: Model,
  version: Version,
  manifest: Manifest | undefined,
): Misplaced | undefined {
  const newest = manifest === undefined && version.equals(model.version);
  return misplacedIn(payload, { model, version, manifest, newest }, []);
}

interface Expected {
  readonly model: Model;
  readonly version: Version;
  readonly manifest: Manifest | undefined;
  readonly newest: boolean;
}

function misplacedIn(
  payload: Primitive,
  { model, version, manifest, newest }: Expected,
  path: readonly (string | number)[],
): Misplaced | undefined {
  const { envelope } = model;
  const claimed = payload[envelope.version];
  if (Version.tryParse(claimed)?.equals(version) !== true) {
    return {
      path: pointerOf(path),
      message: `${model.name} stands at ${String(claimed)}, its reader has ${version}`,
    };
  }
  const data = payload[envelope.data];
  if (!isRecord(data)) return undefined;
  let found: Misplaced | undefined;
  for (const { wire, type } of shapeAt(model, version).fields) {
    const below = [...path, wire];
    mapObjects(type, data[wire], below, (child, childType) => {
      if (found !== undefined || !isRecord(child)) return child;
      const object = childType as ObjectType;
      const name = child[modelOfReference(object, model).envelope.name];
      const known = childModel(object, model, String(name)) ?? modelOfReference(object, model);
      const target = targetOf({ parent: model, version, field: wire, type: object, newest }, known, manifest);
      if (target !== undefined && target !== 'drop') {
        found = misplacedIn(child, { model: known, newest, ...target }, below);
      }
      return child;
    });
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Where nothing says at which version a child stands, nothing can be wrong about it here: a write refuses it. */
function targetOf(
  place: Parameters<typeof childTarget>[0],
  child: Model,
  manifest: Manifest | undefined,
): ChildTarget | undefined {
  try {
    return childTarget(place, child, manifest);
  } catch (error) {
    if (isBacklevelError(error)) return undefined;
    throw error;
  }
}
