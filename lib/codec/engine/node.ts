import type { FieldType } from '../../field/field-type.js';
import { isRecord, setMember } from '../../field/json.js';
import { DROPPED } from './dropped.js';

/**
 * An object between the wire and the instance: its data in wire names and JSON values, its children as nodes.
 * It is what hooks see of a child. Every node is fresh: who converts it may change it.
 */
export interface ObjectNode {
  name: string;
  version: string;
  namespace?: string;
  data: Record<string, unknown>;
  changes?: readonly string[];
  /** In a node that was brought up again: the version at which it had been written. */
  written?: string;
}

/**
 * The wire value with each object in it turned; containers are copied. What `turn` drops is left out of its list or dict,
 * and a value that is itself dropped is answered as such. `path` follows the walk.
 */
export function mapObjects(
  type: FieldType,
  wire: unknown,
  path: (string | number)[],
  turn: (object: unknown, type: FieldType) => unknown,
): unknown {
  if (wire === null || wire === undefined || type.nest === undefined) return wire;
  const { element } = type;
  if (element === undefined) return turn(wire, type);
  if (Array.isArray(wire)) {
    const turned: unknown[] = [];
    for (const [index, item] of wire.entries()) {
      path.push(index);
      const next = mapObjects(element, item, path, turn);
      path.pop();
      if (next !== DROPPED) turned.push(next);
    }
    return turned;
  }
  if (!isRecord(wire)) return wire;
  const turned: Record<string, unknown> = {};
  for (const key of Object.keys(wire)) {
    path.push(key);
    const next = mapObjects(element, wire[key], path, turn);
    path.pop();
    if (next !== DROPPED) setMember(turned, key, next);
  }
  return turned;
}
