import type { FieldDefinition } from './definition.js';
import { FieldType, nullableSchema } from './field-type.js';
import type { Field } from './field-shape.js';
import type { Json } from './json.js';
import { makeField } from './make-field.js';
import type { FieldOptions } from './options.js';
import type { ScalarForm } from './scalar-form.js';
import type { Session } from './session.js';
import { isText } from './string-type.js';

export type FormatOptions = FieldOptions<string | null>;

/** A string in a well-known form, held and written as it came. */
export interface Format {
  readonly kind: string;
  /** `a UUID like 123e4567-e89b-12d3-a456-426614174000` */
  readonly description: string;
  readonly matches: (text: string) => boolean;
  /** Whether JSON writes every text of this form without an escape, and none is longer than 64 characters. */
  readonly plain?: true;
  /** The form that a lenient reader makes of other spellings. */
  readonly coerce?: (text: string) => string;
  /** The JSON Schema that says the same, or as much of it as JSON Schema can. */
  readonly schema: Readonly<Record<string, Json>>;
  readonly data?: Readonly<Record<string, Json>>;
}

/** A field whose values have the form that `formatOf` gives for its options. */
export function formatField<Out>(
  kind: string,
  takes: readonly string[],
  formatOf: (definition: FieldDefinition) => Format,
  options: object | undefined,
): Field<Out> {
  return makeField(
    { kind, takes, build: (definition) => new FormatType(definition, formatOf(definition)) },
    options,
  );
}

class FormatType extends FieldType {
  readonly kind: string;
  readonly #format: Format;

  constructor({ options }: FieldDefinition, format: Format) {
    super(Boolean(options.nullable));
    this.kind = format.kind;
    this.#format = format;
  }

  protected override makeScalar(): ScalarForm {
    const { matches, plain } = this.#format;
    return {
      fits: (wire) => typeof wire === 'string' && matches(wire),
      matches,
      writes: plain === true ? 'plain' : 'text',
    };
  }

  describe(): string {
    return this.#format.description;
  }

  spec(): Record<string, Json> {
    return { kind: this.kind, ...this.#format.data };
  }

  schema(): Record<string, Json> {
    return nullableSchema(this, { type: 'string', ...this.#format.schema });
  }

  override coerce(wire: unknown): unknown {
    return typeof wire === 'string' ? (this.#format.coerce?.(wire.trim()) ?? wire) : wire;
  }

  protected checkWire(wire: unknown, session: Session): boolean {
    if (!isText(wire, this, session)) return false;
    return this.#format.matches(wire) || session.expected(this.describe(), wire, 'value');
  }
}
