import { IncompatibleCopyError, UnregisteredObjectError } from '../errors/declaration-errors.js';
import { shorten } from '../errors/shorten.js';
import { isPlainObject } from '../field/json.js';
import type { Model, ObjectClass } from './model.js';

const MODEL = Symbol.for('backlevel.model');

/** The format of the models that this copy of backlevel reads and writes. */
export const MODEL_FORMAT = 1;

interface Marked {
  readonly [MODEL]?: { readonly format?: unknown };
}

export function attachModel(Class: ObjectClass, model: Model): void {
  Object.defineProperty(Class, MODEL, { value: model });
}

/**
 * The model of a versioned class, or of the nearest versioned class that it extends.
 *
 * @throws UnregisteredObjectError where there is none
 * @throws IncompatibleCopyError where another copy of backlevel, of another format, declared it
 */
export function modelOf(Class: ObjectClass): Model {
  const model = findModel(Class);
  if (model !== undefined) return model;
  const name =
    typeof Class === 'function' ? `class ${Class.name === '' ? '(anonymous)' : Class.name}` : shorten(Class);
  throw new UnregisteredObjectError(
    name,
    "put @versioned('Name', '1.0') above the class, or make it with defineObject()",
  );
}

/** The model of an instance's class, or `undefined` for anything that is no instance of a versioned class. */
export function findModelOfInstance(value: unknown): Model | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const prototype = Object.getPrototypeOf(value) as { readonly constructor?: unknown } | null;
  const Class = prototype?.constructor;
  return typeof Class === 'function' ? findModel(Class as ObjectClass) : undefined;
}

/** @throws UnregisteredObjectError for a plain object, a spread or a structuredClone of an instance, a class, ... */
export function modelOfInstance(value: unknown): Model {
  const model = findModelOfInstance(value);
  if (model !== undefined) return model;
  throw unregistered(value);
}

export function unregistered(value: unknown, expected = 'Class', pointer = ''): UnregisteredObjectError {
  const place = pointer === '' ? '' : ` at ${pointer}`;
  if (isPlainObject(value)) {
    return new UnregisteredObjectError(
      `a plain object${place}`,
      `a spread or a structuredClone is no instance; make one with create(${expected}, it)`,
    );
  }
  if (typeof value === 'function')
    return new UnregisteredObjectError('a class', 'an instance of it is needed here');
  return new UnregisteredObjectError(
    `${shorten(value)}${place}`,
    `an instance of a versioned class is needed here; make one with create(${expected}, {...})`,
  );
}

/** The model that a class itself was declared with, not that of a class it extends. */
export function findOwnModel(Class: ObjectClass): Model | undefined {
  return typeof Class === 'function' && Object.hasOwn(Class, MODEL) ? findModel(Class) : undefined;
}

export function findModel(Class: ObjectClass): Model | undefined {
  if (typeof Class !== 'function') return undefined;
  const marked = (Class as unknown as Marked)[MODEL];
  if (marked === undefined) return undefined;
  return checkFormat(marked as Model);
}

/** A model that was found by its name: it may come from a registry of another copy. @throws IncompatibleCopyError */
export function checkFormat(model: Model): Model {
  if (model.format === MODEL_FORMAT) return model;
  throw new IncompatibleCopyError(String(model.format), MODEL_FORMAT);
}
