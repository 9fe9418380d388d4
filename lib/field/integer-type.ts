import type { FieldDefinition } from './definition.js';
import { FieldType, nullableSchema } from './field-type.js';
import type { Field } from './field-shape.js';
import type { Json } from './json.js';
import { NumberLimits, numberLimits } from './limit-checks.js';
import { makeField } from './make-field.js';
import type { FieldOptions, LimitOptions, NullableBy, Only } from './options.js';
import type { Session } from './session.js';

export type IntegerOptions = FieldOptions<number | null> & Pick<LimitOptions, 'min' | 'max'>;

/** A whole number between -(2^53 - 1) and 2^53 - 1. For larger ones there is `field.bigint`. */
export function integer<const O extends IntegerOptions = {}>(
  options?: Only<O, IntegerOptions>,
): Field<NullableBy<O, number>> {
  return makeField(
    { kind: 'integer', takes: numberLimits, build: (definition) => new IntegerType(definition) },
    options,
  );
}

class IntegerType extends FieldType {
  readonly kind = 'integer';
  readonly #limits: NumberLimits;

  constructor({ options }: FieldDefinition) {
    super(options.nullable !== undefined);
    this.#limits = NumberLimits.of(options);
  }

  describe(): string {
    return `an integer${this.#limits.describe()}`;
  }

  spec(): Record<string, Json> {
    return { kind: this.kind, ...this.#limits.data() };
  }

  schema(): Record<string, Json> {
    return nullableSchema(this, { type: 'integer', ...this.#limits.schema() });
  }

  override coerce(wire: unknown): unknown {
    if (typeof wire === 'boolean') return Number(wire);
    if (typeof wire === 'string' && /^\s*[+-]?\d+\s*$/.test(wire)) return Number(wire);
    return wire;
  }

  protected checkWire(wire: unknown, session: Session): boolean {
    if (Number.isSafeInteger(wire) && !Object.is(wire, -0))
      return this.#limits.check(wire as number, session);
    if (Number.isInteger(wire) && !Object.is(wire, -0)) {
      return session.expected('an integer within 2^53 (field.bigint reads larger ones)', wire, 'value');
    }
    return session.expected(this.describe(), wire);
  }
}
