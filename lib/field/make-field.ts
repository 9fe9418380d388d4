import { DeclarationError } from '../errors/declaration-errors.js';
import type { AnyFieldOptions, FieldDefinition } from './definition.js';
import type { Field } from './field-shape.js';
import { commonOptions } from './options.js';
import { recordField } from './record.js';

/** The parts of a definition that a kind of field adds to its options. */
export type FieldParts = Omit<FieldDefinition, 'options'>;

/**
 * A field of one kind: a decorator that records its definition, and the definition itself.
 *
 * @throws DeclarationError for an option that the kind does not take
 */
export function makeField<Out, In = Out>(parts: FieldParts, options: object = {}): Field<Out, In> {
  for (const name of Object.keys(options)) {
    if (!(commonOptions as readonly string[]).includes(name) && !parts.takes.includes(name)) {
      throw new DeclarationError(
        `field.${parts.kind}()`,
        `it takes no option called ${JSON.stringify(name)}`,
        `it takes ${[...parts.takes, ...commonOptions].join(', ')}`,
      );
    }
  }
  const definition: FieldDefinition = Object.freeze({
    ...parts,
    options: Object.freeze({ ...options }) as AnyFieldOptions,
  });
  const decorate = (target: unknown, context: unknown): void => recordField(target, context, definition);
  const field = Object.assign(decorate, { definition, as: () => field });
  return field as unknown as Field<Out, In>;
}
