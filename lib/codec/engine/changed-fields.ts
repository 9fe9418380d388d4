import { isDeepStrictEqual } from 'node:util';
import type { FieldType } from '../../field/field-type.js';
import { isPlainObject, isRecord } from '../../field/json.js';
import type { Session } from '../../field/session.js';
import { shapeAt } from '../../history/shape.js';
import { findModelOfInstance } from '../../model/model-of.js';
import type { Model } from '../../model/model.js';
import { type Source, sourceOf, UNTRACKED } from './source.js';

/**
 * The wire names of the set fields that changed since the instance was read: those that the payload listed, those that
 * differ, and those whose child changed. All set fields of an instance that was made here; `undefined` where nobody knows.
 */
export function changedFields(instance: object, model: Model, session: Session): string[] | undefined {
  const source = sourceOf(instance);
  if (source === UNTRACKED) return undefined;
  const values = instance as Record<string, unknown>;
  return shapeAt(model, model.version)
    .fields.filter(({ property, wire, type }) => {
      const value = values[property];
      return value !== undefined && (source === undefined || isChanged(type, value, wire, source, session));
    })
    .map((field) => field.wire);
}

function isChanged(type: FieldType, value: unknown, wire: string, source: Source, session: Session): boolean {
  if (source.listed.has(wire)) return true;
  const read = source.data[wire];
  return read === undefined || !isAsRead(type, value, read, session);
}

/** Whether a field's value is the one that was read as `wire`, its children unchanged. */
export function isAsRead(type: FieldType, value: unknown, wire: unknown, session: Session): boolean {
  if (value === null || wire === null) return value === wire;
  if (type.nest === undefined) return isDeepStrictEqual(value, type.read(wire, session));
  const { element } = type;
  if (element === undefined) return isSameChild(value, wire, session);
  if (value instanceof Set || Array.isArray(value)) {
    const items = [...(value as Iterable<unknown>)];
    return (
      Array.isArray(wire) &&
      items.length === wire.length &&
      items.every((item, index) => isAsRead(element, item, wire[index], session))
    );
  }
  if (!isPlainObject(value) || !isRecord(wire)) return false;
  const keys = Object.keys(value);
  return (
    keys.length === Object.keys(wire).length &&
    keys.every((key) => Object.hasOwn(wire, key) && isAsRead(element, value[key], wire[key], session))
  );
}

function isSameChild(child: unknown, wire: unknown, session: Session): boolean {
  const model = findModelOfInstance(child);
  if (model === undefined) return false;
  const source = sourceOf(child as object);
  if (source === undefined || source === UNTRACKED || source.tree !== wire) return false;
  return changedFields(child as object, model, session)?.length === 0;
}
