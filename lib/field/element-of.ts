import { DeclarationError } from '../errors/declaration-errors.js';
import { shorten } from '../errors/shorten.js';
import type { FieldDefinition } from './definition.js';
import type { FieldLike } from './field-shape.js';

/** The definition of what is in a container. @throws DeclarationError for what is no field type */
export function elementOf(kind: 'list' | 'set' | 'dict', element: FieldLike): FieldDefinition {
  const given: unknown = element;
  if (typeof given === 'function' && 'definition' in given) return element.definition;
  throw new DeclarationError(
    `field.${kind}()`,
    `it takes the type of what is in it, got ${shorten(given)}`,
    `name it, as in field.${kind}(field.string())`,
  );
}
