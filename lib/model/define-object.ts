import { DeclarationError } from '../errors/declaration-errors.js';
import type { FieldLike, Value } from '../field/field-shape.js';
import { buildModel, type VersionedOptions } from './build-model.js';
import type { Hooks } from './hooks.js';
import type { ObjectClass } from './model.js';

/** The instance of a class made by `defineObject`: `InstanceOf<{ id: Field<number> }> // { id: number }`. */
export type InstanceOf<Fields extends Readonly<Record<string, FieldLike>>> = {
  -readonly [K in keyof Fields]: Value<Fields[K]>;
};

/** A class made by `defineObject`. */
export interface DefinedClass<T extends object> {
  new (): T;
  readonly prototype: T;
}

export interface DefineOptions<T = object, Base extends object = object> extends VersionedOptions<T> {
  /** The versioned class whose fields and history it inherits; with `base`, from which version on. */
  readonly extends?: ObjectClass<Base>;
  readonly obj_make_compatible?: Hooks;
}

/**
 * A versioned class from data, without decorators: `const Stack = defineObject('Stack', '1.1', { id: field.uuid() })`.
 *
 * @throws DeclarationError, DuplicateRegistrationError as `@versioned` does
 */
export function defineObject<
  const Fields extends Readonly<Record<string, FieldLike>>,
  Base extends object = object,
>(
  name: string,
  version: string,
  fields: Fields,
  options: DefineOptions<InstanceOf<Fields> & NoInfer<Base>, Base> = {},
): DefinedClass<InstanceOf<Fields> & NoInfer<Base>> {
  const { obj_make_compatible: hooks, extends: base, ...rest } = options;
  const Class = classExtending(base) as DefinedClass<InstanceOf<Fields> & NoInfer<Base>>;
  Object.defineProperty(Class, 'name', { value: name });
  if (hooks !== undefined) Object.defineProperty(Class, 'obj_make_compatible', { value: hooks });
  for (const [property, given] of Object.entries<unknown>(fields)) checkField(name, property, given);
  const declared = new Map(Object.entries(fields).map(([property, field]) => [property, field.definition]));
  buildModel(Class, name, version, rest, declared);
  return Class;
}

function classExtending(base: ObjectClass | undefined): ObjectClass {
  return base === undefined ? class {} : class extends (base as new () => object) {};
}

function checkField(name: string, property: string, given: unknown): void {
  if (typeof given === 'function' && 'definition' in given) return;
  throw new DeclarationError(
    `${name}.${property}`,
    'it is no field',
    'call the function of a field type, as in field.string()',
  );
}
