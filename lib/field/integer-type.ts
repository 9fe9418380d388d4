import type { Field } from './field-shape.js';
import { nullableSchema } from './field-type.js';
import type { Json } from './json.js';
import { numberLimits } from './limit-checks.js';
import { makeField } from './make-field.js';
import { NumericType } from './numeric-type.js';
import type { FieldOptions, Limited, NullableBy, Only } from './options.js';
import type { ScalarForm } from './scalar-form.js';
import type { Session } from './session.js';

export type IntegerOptions = FieldOptions<number | null> & Limited<'min' | 'max'>;

/** A whole number between -(2^53 - 1) and 2^53 - 1. For larger ones there is `field.bigint`. */
export function integer<const O extends IntegerOptions = {}>(
  options?: Only<O, IntegerOptions>,
): Field<NullableBy<O, number>> {
  return makeField(
    { kind: 'integer', takes: numberLimits, build: (definition) => new IntegerType(definition) },
    options,
  );
}

class IntegerType extends NumericType {
  readonly kind = 'integer';

  protected override makeScalar(): ScalarForm {
    const { limits } = this;
    return {
      fits: (wire) => Number.isSafeInteger(wire) && !Object.is(wire, -0) && limits.allows(wire as number),
      test: (v) => `Number.isSafeInteger(${v}) && (${v} !== 0 || 1 / ${v} > 0)${limits.test(v)}`,
      writes: 'bare',
    };
  }

  describe(): string {
    return `an integer${this.limits.describe()}`;
  }

  override schema(): Record<string, Json> {
    const safe = { minimum: Number.MIN_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER };
    return nullableSchema(this, { type: 'integer', ...safe, ...this.limits.schema() });
  }

  override coerce(wire: unknown): unknown {
    if (typeof wire === 'boolean') return Number(wire);
    if (typeof wire === 'string' && /^\s*[+-]?\d+\s*$/.test(wire)) return Number(wire);
    return wire;
  }

  protected checkWire(wire: unknown, session: Session): boolean {
    if (Number.isSafeInteger(wire) && !Object.is(wire, -0)) return this.limits.check(wire as number, session);
    if (Number.isInteger(wire) && !Object.is(wire, -0)) {
      return session.expected('an integer within 2^53 (field.bigint reads larger ones)', wire, 'value');
    }
    return session.expected(this.describe(), wire);
  }
}
