import { type Primitive, sealEnvelope } from '../../codec/engine/envelope.js';
import { type ObjectNode, mapObjects } from '../../codec/engine/node.js';
import type { ObjectType } from '../../field/object-type.js';
import { childModel, modelOfReference } from '../../history/references.js';
import { shapeAt } from '../../history/shape.js';
import type { Model } from '../../model/model.js';
import { Version } from '../../version/version.js';

const HIDDEN = '<sensitive>';

/** Stands for a sensitive value: equal for equal values, so that a change of one is still a change. */
class HiddenValue {
  constructor(readonly text: string) {}

  toJSON(): string {
    return HIDDEN;
  }
}

/** A copy of a node without its sensitive values, and without those of its children. */
export function hideValues(model: Model, node: ObjectNode): ObjectNode {
  return { ...node, data: hiddenData(model, node, hideValues) };
}

/** The envelope of a node, or its bare data, without sensitive values. */
export function hiddenEnvelope(model: Model, node: ObjectNode, untagged: boolean): Primitive {
  const data = hiddenData(model, node, (child, childNode) => hiddenEnvelope(child, childNode, untagged));
  if (untagged) return data;
  const changes = node.changes?.filter((name) => Object.hasOwn(data, name));
  return sealEnvelope(model, node.version, data, changes);
}

function hiddenData(
  model: Model,
  node: ObjectNode,
  turn: (model: Model, node: ObjectNode) => unknown,
): Record<string, unknown> {
  const data: Record<string, unknown> = { ...node.data };
  for (const { wire, type, sensitive } of shapeAt(model, Version.parse(node.version)).fields) {
    const value = data[wire];
    if (value === undefined) continue;
    data[wire] = sensitive
      ? new HiddenValue(JSON.stringify(value, withoutBigInts))
      : mapObjects(type, value, [], (object, objectType) => {
          const [child, childType] = [object as ObjectNode, objectType as ObjectType];
          const found =
            childModel(childType, model, child.name, child.namespace) ?? modelOfReference(childType, model);
          return turn(found, child);
        });
  }
  return data;
}

/** What JSON cannot hold as a number, it shows as text. */
export function withoutBigInts(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value;
}
