import 'reflect-metadata';
import { DeclarationError } from '../errors/declaration-errors.js';
import type { FieldDefinition } from '../field/definition.js';
import { BARE } from '../field/bare-type.js';
import { field } from '../field/field.js';
import type { ObjectReference } from '../field/object-type.js';
import { findModel } from './model-of.js';
import type { ObjectClass } from './model.js';

type DesignType = ObjectClass | ((...args: never[]) => unknown) | undefined;

/**
 * The definition of a bare `@field()`, with the type that the compiler wrote down for the property.
 *
 * @throws DeclarationError where it wrote none, or one that says too little
 */
export function withDesignType(
  Class: ObjectClass,
  property: string,
  definition: FieldDefinition,
): FieldDefinition {
  if (definition.kind !== BARE) return definition;
  const where = `${Class.name}.${property}`;
  const type = Reflect.getMetadata('design:type', Class.prototype as object, property) as DesignType;
  const typed = fieldFor(type, where).definition;
  return Object.freeze({ ...typed, options: definition.options });
}

function fieldFor(type: DesignType, where: string): { readonly definition: FieldDefinition } {
  switch (type) {
    case undefined:
      throw new DeclarationError(
        where,
        '@field() knows no type: the compiler wrote no design:type',
        'set emitDecoratorMetadata and experimentalDecorators (tsc, swc and oxc can; esbuild, tsx and TC39 decorators cannot), ' +
          'or name the type: @field.string()',
      );
    case String:
      return field.string();
    case Number:
      return field.number();
    case Boolean:
      return field.boolean();
    case Date:
      return field.dateTime();
    case BigInt:
      return field.bigint();
    case Array:
      throw vague(where, 'Array', '@field.list(field.string())');
    case Set:
      throw vague(where, 'Set', '@field.set(field.string())');
    case Map:
      throw vague(where, 'Map', '@field.dict(field.string()), which holds a plain object');
    case Object:
      throw vague(
        where,
        'Object',
        "the type itself, as in @field.string({ nullable: true }) for string | null, or @field.enum(['a', 'b'])",
      );
    case Function:
      throw vague(
        where,
        'Function',
        '@field.object(() => Child): with `import type` the compiler cannot see the class',
      );
    default:
      return classField(type as ObjectClass, where);
  }
}

function classField(Class: ObjectClass, where: string): { readonly definition: FieldDefinition } {
  if (findModel(Class) !== undefined) return field.object(Class as ObjectReference<object>);
  throw vague(
    where,
    Class.name,
    `a versioned class: put @versioned() above ${Class.name}, or name the type, as in @field.json()`,
  );
}

function vague(where: string, found: string, name: string): DeclarationError {
  return new DeclarationError(
    where,
    `@field() finds the type ${found}, which does not say what travels`,
    `name ${name}`,
  );
}
