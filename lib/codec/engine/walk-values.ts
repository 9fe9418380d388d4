import { isDeepStrictEqual } from 'node:util';
import { CyclicObjectError } from '../../errors/payload-errors.js';
import { copyData, isPlainObject, setMember } from '../../field/json.js';
import type { FieldType } from '../../field/field-type.js';
import { shapeAt } from '../../history/shape.js';
import { findModelOfInstance } from '../../model/model-of.js';
import type { Model } from '../../model/model.js';
import { sourceOf, stamp } from './source.js';

/** A deep copy of a field's value: containers and children are new, and children keep what they were read from. */
export function copyValue(type: FieldType, value: unknown, ancestors: readonly object[] = []): unknown {
  const { element } = type;
  if (value instanceof Date) return new Date(value);
  if (element !== undefined && Array.isArray(value))
    return value.map((item) => copyValue(element, item, ancestors));
  if (element !== undefined && value instanceof Set)
    return new Set([...(value as Set<unknown>)].map((item) => copyValue(element, item, ancestors)));
  if (element !== undefined && isPlainObject(value)) {
    const copy: Record<string, unknown> = {};
    for (const key of Object.keys(value)) setMember(copy, key, copyValue(element, value[key], ancestors));
    return copy;
  }
  const model = findModelOfInstance(value);
  return model === undefined ? copyData(value) : copyInstance(value as object, model, ancestors);
}

export function copyInstance(instance: object, model: Model, ancestors: readonly object[] = []): object {
  if (ancestors.includes(instance)) throw new CyclicObjectError(model.name, '');
  const copy = model.construct() as Record<string, unknown>;
  const values = instance as Record<string, unknown>;
  for (const { property, type } of shapeAt(model, model.version).fields)
    copy[property] = copyValue(type, values[property], [...ancestors, instance]);
  const source = sourceOf(instance);
  if (source !== undefined) stamp(copy, source);
  return copy;
}

/** Whether two values of a field are equal: dates by time, sets in any order, children by their fields. */
export function equalValues(type: FieldType, a: unknown, b: unknown): boolean {
  const { element } = type;
  if (element !== undefined && Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, index) => equalValues(element, item, b[index]));
  }
  if (element !== undefined && a instanceof Set && b instanceof Set) {
    const others = [...(b as Set<unknown>)];
    return (
      a.size === b.size &&
      [...(a as Set<unknown>)].every((item) => others.some((other) => equalValues(element, item, other)))
    );
  }
  if (element !== undefined && isPlainObject(a) && isPlainObject(b)) {
    const keys = Object.keys(a);
    return (
      keys.length === Object.keys(b).length &&
      keys.every((key) => Object.hasOwn(b, key) && equalValues(element, a[key], b[key]))
    );
  }
  const model = findModelOfInstance(a);
  if (model === undefined) return isDeepStrictEqual(a, b);
  return model === findModelOfInstance(b) && equalInstances(a as object, b as object, model);
}

export function equalInstances(a: object, b: object, model: Model): boolean {
  if (a === b) return true;
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>];
  return shapeAt(model, model.version).fields.every(({ property, type }) =>
    equalValues(type, left[property], right[property]),
  );
}
