import { DeclarationError } from '../errors/declaration-errors.js';
import type { ClassReference, FieldDefinition } from '../field/definition.js';
import { field } from '../field/field.js';
import type { FieldLike } from '../field/field-shape.js';

import { withDesignType } from '../model/design-type.js';
import type { ObjectClass } from '../model/model.js';
import { childField, type ChildPlace } from './child-field.js';
import type { TypeMetadata } from './storage.js';

/**
 * What a property holds, from its `@Type` and from the type that the compiler wrote down.
 *
 * @throws DeclarationError where they do not say it, or say it of a class that is not versioned
 */
export function propertyType(
  type: TypeMetadata | undefined,
  property: string,
  place: ChildPlace,
): FieldDefinition {
  if (type?.typeFunction === undefined) return designType(property, place);
  const content = classOf(type.typeFunction, property, place);
  const element =
    scalarField(content) ?? childField(content as ObjectClass, type.options.discriminator, place);
  const { reflectedType } = type;
  if (reflectedType === Array) return field.list(element).definition;
  if (reflectedType === Set) return field.set(element).definition;
  if (reflectedType === content || isKind(content, reflectedType)) return element.definition;
  throw new DeclarationError(
    place.where,
    reflectedType === undefined
      ? 'the compiler wrote no design:type, so its @Type may be that of one value or of a list'
      : `its @Type says ${nameOf(content)} and its declaration ${nameOf(reflectedType)}, which together do not say what travels`,
    `name its type in fields: { ${property}: field.list(field.${example(content)}, { nullable: true }) }, or whichever it is`,
  );
}

function designType(property: string, place: ChildPlace): FieldDefinition {
  let definition: FieldDefinition;
  try {
    definition = withDesignType(place.Class, property, field().definition);
  } catch (cause) {
    throw new DeclarationError(
      place.where,
      'it has no @Type, and its declaration does not say what travels',
      `name its type in fields: { ${property}: field.string() }, or whichever it is`,
      { cause },
    );
  }
  return definition.reference === undefined
    ? definition
    : childField(definition.reference as ObjectClass, undefined, place).definition;
}

function classOf(typeFunction: () => unknown, property: string, place: ChildPlace): ClassReference {
  const cure = `name its type in fields: { ${property}: field.object(() => Child) }, or whichever it is`;
  if (typeFunction.length > 0) {
    throw new DeclarationError(place.where, 'its @Type decides by the payload which class it is', cure);
  }
  let content: unknown;
  try {
    content = typeFunction();
  } catch (cause) {
    throw new DeclarationError(
      place.where,
      'its @Type names a class that does not exist yet',
      'call fromClassTransformer() below both classes',
      { cause },
    );
  }
  if (typeof content === 'function') return content as ObjectClass;
  throw new DeclarationError(place.where, 'its @Type answers no class', cure);
}

function scalarField(content: unknown): FieldLike | undefined {
  switch (content) {
    case String:
      return field.string();
    case Number:
      return field.number();
    case Boolean:
      return field.boolean();
    case BigInt:
      return field.bigint();
    case Date:
      return field.dateTime();
    default:
      return undefined;
  }
}

function isKind(content: unknown, base: unknown): boolean {
  return base !== Object && typeof base === 'function' && (content as ObjectClass).prototype instanceof base;
}

function nameOf(type: unknown): string {
  return typeof type === 'function' ? type.name : String(type);
}

function example(content: unknown): string {
  const scalar = scalarField(content);
  return scalar === undefined ? `object(() => ${nameOf(content)})` : `${scalar.definition.kind}()`;
}
