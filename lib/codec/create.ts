import { shorten } from '../errors/shorten.js';
import type { FieldType } from '../field/field-type.js';
import { shapeAt } from '../history/shape.js';
import { modelOf } from '../model/model-of.js';
import type { Model, ObjectClass } from '../model/model.js';
import type { PartialOf, ValuesOf } from '../model/values.js';
import { dump } from './engine/dump.js';
import { envelopeChildren } from './engine/envelope-children.js';
import { sourceOf, stamp } from './engine/source.js';
import { copyValue } from './engine/walk-values.js';
import { Work } from './engine/work.js';

export interface CreateOptions {
  /** The instance whose changes go on: what it was read from is what the new one counts its changes from. */
  readonly from?: object;
}

/**
 * A new instance with these values; defaults where none is given. All fields that are neither optional nor have a default are demanded.
 *
 * @throws InvalidObjectError for a missing or an unknown field, or a value that does not fit; its `faults` are all of them
 */
export function create<T extends object>(
  Class: ObjectClass<T>,
  values: ValuesOf<NoInfer<T>>,
  options: CreateOptions = {},
): T {
  return build(Class, values, options, false) as T;
}

/** An instance with some of its values; no field is demanded and no default is used. */
export function partial<T extends object>(
  Class: ObjectClass<T>,
  values: ValuesOf<NoInfer<T>> = {},
  options: CreateOptions = {},
): PartialOf<T> {
  return build(Class, values, options, true) as PartialOf<T>;
}

function build(Class: ObjectClass, values: object, options: CreateOptions, isPartial: boolean): object {
  const model = modelOf(Class);
  const work = new Work(model, envelopeChildren, { all: true, partial: isPartial }, undefined);
  if (typeof values !== 'object' || values === null) {
    work.fault('type', `expected an object with the values of the fields, got ${shorten(values)}`);
    work.throwInvalidObject();
  }
  const instance = model.construct();
  fill(model, instance, values as Record<string, unknown>, work);
  dump(instance, model, work);
  work.throwInvalidObject();
  const source = options.from === undefined ? undefined : sourceOf(options.from);
  if (source !== undefined) stamp(instance, source);
  return instance;
}

function fill(model: Model, instance: object, values: Record<string, unknown>, work: Work): void {
  const target = instance as Record<string, unknown>;
  const { fields } = shapeAt(model, model.version);
  const known = new Set<string>();
  for (const { property, optional, type, definition } of fields) {
    known.add(property);
    const given = Object.hasOwn(values, property) ? values[property] : undefined;
    target[property] =
      given === undefined && !work.partial ? defaultOf(type, definition.options.default) : given;
    if (target[property] !== undefined || work.partial || optional) continue;
    work.field = property;
    work.path.push(property);
    work.fault('required', `expected ${type.describe()}, got nothing; give a value, or declare a default`);
    work.path.pop();
  }
  work.field = undefined;
  for (const key of Object.keys(values)) {
    if (known.has(key)) continue;
    work.path.push(key);
    work.fault('unknown', `expected no field called ${JSON.stringify(key)}`);
    work.path.pop();
  }
}

function defaultOf(type: FieldType, value: unknown): unknown {
  return typeof value === 'function' ? (value as () => unknown)() : copyValue(type, value);
}
