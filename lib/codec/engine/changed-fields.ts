import { isDeepStrictEqual } from 'node:util';
import type { FieldType } from '../../field/field-type.js';
import { isPlainObject, isRecord } from '../../field/json.js';
import type { Session } from '../../field/session.js';
import { shapeAt } from '../../history/shape.js';
import { findModelOfInstance } from '../../model/model-of.js';
import type { Model } from '../../model/model.js';
import { listing, type Source, sourceOf, UNTRACKED } from './source.js';

/**
 * The wire names of the set fields that changed since the instance was read: those that the payload listed, those that
 * differ, and those whose child changed. All set fields of an instance that was made here; `undefined` where nobody knows.
 */
export function changedFields(instance: object, model: Model, session: Session): string[] | undefined {
  const source = sourceOf(instance);
  if (source === UNTRACKED) return undefined;
  const isListed = source === undefined ? undefined : listing(source);
  return fieldsThat(instance, model, (type, value, wire) => {
    if (source === undefined || isListed?.(wire) === true) return true;
    const read = source.data[wire];
    return read === undefined || !isAsRead(type, value, read, session, hasNoChanges);
  });
}

/** Whether a field's value differs from what was read, whatever the payload said was changed before it came here. */
export function differs(type: FieldType, value: unknown, wire: unknown, session: Session): boolean {
  return !isAsRead(type, value, wire, session, hasNoDifference);
}

function fieldsThat(
  instance: object,
  model: Model,
  holds: (type: FieldType, value: unknown, wire: string) => boolean,
): string[] {
  const values = instance as Record<string, unknown>;
  return shapeAt(model, model.version)
    .fields.filter(({ property, wire, type }) => {
      const value = values[property];
      return value !== undefined && holds(type, value, wire);
    })
    .map((field) => field.wire);
}

/** Whether a child that stands where it was read counts as unchanged. */
type ChildRule = (child: object, model: Model, source: Source, session: Session) => boolean;

const hasNoChanges: ChildRule = (child, model, source, session) =>
  !wasUnset(child, model, source) && changedFields(child, model, session)?.length === 0;

const hasNoDifference: ChildRule = (child, model, source, session) => {
  const changed = fieldsThat(child, model, (type, value, wire) => {
    const read = source.data[wire];
    return read === undefined || !isAsRead(type, value, read, session, hasNoDifference);
  });
  return changed.length === 0 && !wasUnset(child, model, source);
};

/** Whether a field has no value any more; such a field cannot be listed, but whoever holds the object changed. */
function wasUnset(instance: object, model: Model, source: Source): boolean {
  const values = instance as Record<string, unknown>;
  return model.fields.some(
    ({ property, wire }) => values[property] === undefined && source.data[wire] !== undefined,
  );
}

function isAsRead(
  type: FieldType,
  value: unknown,
  wire: unknown,
  session: Session,
  rule: ChildRule,
): boolean {
  if (value === null || wire === null) return value === wire;
  if (type.nest === undefined) return isDeepStrictEqual(value, type.read(wire, session));
  const { element } = type;
  if (element === undefined) return isSameChild(value, wire, session, rule);
  if (value instanceof Set || Array.isArray(value)) {
    const items = [...(value as Iterable<unknown>)];
    return (
      Array.isArray(wire) &&
      items.length === wire.length &&
      items.every((item, index) => isAsRead(element, item, wire[index], session, rule))
    );
  }
  if (!isPlainObject(value) || !isRecord(wire)) return false;
  const keys = Object.keys(value);
  return (
    keys.length === Object.keys(wire).length &&
    keys.every((key) => Object.hasOwn(wire, key) && isAsRead(element, value[key], wire[key], session, rule))
  );
}

function isSameChild(child: unknown, wire: unknown, session: Session, rule: ChildRule): boolean {
  const model = findModelOfInstance(child);
  if (model === undefined) return false;
  const source = sourceOf(child as object);
  if (source === undefined || source === UNTRACKED || source.tree !== wire) return false;
  return rule(child as object, model, source, session);
}
