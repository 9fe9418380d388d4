import type { FieldLike, Value } from '../field/field-shape.js';
import { buildModel, type VersionedOptions } from './build-model.js';
import type { Hooks } from './hooks.js';

/** The instance of a class made by `defineObject`: `InstanceOf<{ id: Field<number> }> // { id: number }`. */
export type InstanceOf<Fields extends Readonly<Record<string, FieldLike>>> = {
  -readonly [K in keyof Fields]: Value<Fields[K]>;
};

/** A class made by `defineObject`. */
export interface DefinedClass<T extends object> {
  new (): T;
  readonly prototype: T;
}

export interface DefineOptions<T = object> extends VersionedOptions<T> {
  readonly obj_make_compatible?: Hooks;
}

/**
 * A versioned class from data, without decorators: `const Stack = defineObject('Stack', '1.1', { id: field.uuid() })`.
 *
 * @throws DeclarationError, DuplicateRegistrationError as `@versioned` does
 */
export function defineObject<const Fields extends Readonly<Record<string, FieldLike>>>(
  name: string,
  version: string,
  fields: Fields,
  options: DefineOptions<InstanceOf<Fields>> = {},
): DefinedClass<InstanceOf<Fields>> {
  const Class = class {} as DefinedClass<InstanceOf<Fields>>;
  Object.defineProperty(Class, 'name', { value: name });
  const { obj_make_compatible: hooks, ...rest } = options;
  if (hooks !== undefined) Object.defineProperty(Class, 'obj_make_compatible', { value: hooks });
  const declared = new Map(Object.entries(fields).map(([property, field]) => [property, field.definition]));
  buildModel(Class, name, version, rest, declared);
  return Class;
}
