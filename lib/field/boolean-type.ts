import type { FieldDefinition } from './definition.js';
import { FieldType, nullableSchema } from './field-type.js';
import type { Field } from './field-shape.js';
import type { Json } from './json.js';
import { makeField } from './make-field.js';
import type { FieldOptions, NullableBy, Only } from './options.js';
import type { ScalarForm } from './scalar-form.js';
import type { Session } from './session.js';

export type BooleanOptions = FieldOptions<boolean | null>;

const WORDS: Readonly<Record<string, boolean>> = {
  true: true, t: true, yes: true, y: true, on: true, '1': true,
  false: false, f: false, no: false, n: false, off: false, '0': false,
}; // prettier-ignore

/** True or false. With `coerce` also the words that oslo.utils takes for them: `'yes'`, `'off'`, `'1'`, ... */
export function boolean<const O extends BooleanOptions = {}>(
  options?: Only<O, BooleanOptions>,
): Field<NullableBy<O, boolean>> {
  return makeField(
    { kind: 'boolean', takes: [], build: (definition) => new BooleanType(definition) },
    options,
  );
}

class BooleanType extends FieldType {
  readonly kind = 'boolean';

  constructor({ options }: FieldDefinition) {
    super(Boolean(options.nullable));
  }

  protected override makeScalar(): ScalarForm {
    return {
      fits: (wire) => typeof wire === 'boolean',
      test: (v) => `typeof ${v} === "boolean"`,
      writes: 'bare',
    };
  }

  describe(): string {
    return 'a boolean';
  }

  spec(): Record<string, Json> {
    return { kind: this.kind };
  }

  schema(): Record<string, Json> {
    return nullableSchema(this, { type: 'boolean' });
  }

  override coerce(wire: unknown): unknown {
    if (wire === 0 || wire === 1) return wire === 1;
    if (typeof wire !== 'string') return wire;
    const word = wire.trim().toLowerCase();
    return Object.hasOwn(WORDS, word) ? WORDS[word] : wire;
  }

  protected checkWire(wire: unknown, session: Session): boolean {
    return typeof wire === 'boolean' || session.expected(this.describe(), wire);
  }
}
