import type { Field } from './field-shape.js';
import { nullableSchema } from './field-type.js';
import type { Json } from './json.js';
import { numberLimits } from './limit-checks.js';
import { makeField } from './make-field.js';
import { NumericType } from './numeric-type.js';
import type { FieldOptions, Limited, NullableBy, Only } from './options.js';
import type { ScalarForm } from './scalar-form.js';
import type { Session } from './session.js';

export type BigintOptions = FieldOptions<bigint | null> & Limited<'min' | 'max'>;

/** A whole number of any size: a `bigint` in the instance, a JSON number on the wire. */
export function bigint<const O extends BigintOptions = {}>(
  options?: Only<O, BigintOptions>,
): Field<NullableBy<O, bigint>> {
  return makeField(
    { kind: 'bigint', takes: numberLimits, build: (definition) => new BigintType(definition) },
    options,
  );
}

class BigintType extends NumericType {
  readonly kind = 'bigint';

  /** Only what a JSON number holds exactly; anything larger is for the lossless writer. */
  protected override makeScalar(): ScalarForm {
    const { limits } = this;
    const fits = (wire: unknown): boolean => Number.isSafeInteger(wire) && limits.allows(wire as number);
    return {
      fits,
      writes: 'bare',
      same: (value, wire) => value === BigInt(wire as number | bigint),
      turn: {
        toValue: (wire) => (fits(wire) ? BigInt(wire as number) : undefined),
        toWire: (value) => (typeof value === 'bigint' && fits(Number(value)) ? Number(value) : undefined),
      },
    };
  }

  describe(): string {
    return `a whole number of any size${this.limits.describe()}`;
  }

  override schema(): Record<string, Json> {
    return nullableSchema(this, { type: 'integer', ...this.limits.schema() });
  }

  override coerce(wire: unknown): unknown {
    return typeof wire === 'string' && /^\s*[+-]?\d+\s*$/.test(wire)
      ? BigInt(wire.trim().replace('+', ''))
      : wire;
  }

  protected checkWire(wire: unknown, session: Session): boolean {
    if (typeof wire === 'bigint') {
      session.lossless = true;
      return this.limits.check(wire, session);
    }
    if (Number.isSafeInteger(wire)) return this.limits.check(wire as number, session);
    return session.expected(
      Number.isInteger(wire) ? 'the exact digits of a number beyond 2^53, as a bigint' : this.describe(),
      wire,
    );
  }

  protected override readWire(wire: unknown): unknown {
    return BigInt(wire as bigint | number);
  }

  protected override writeValue(value: unknown, session: Session): unknown {
    if (typeof value !== 'bigint') return session.expected('a bigint', value) ? value : undefined;
    if (!this.limits.check(value, session)) return undefined;
    if (value >= Number.MIN_SAFE_INTEGER && value <= Number.MAX_SAFE_INTEGER) return Number(value);
    session.lossless = true;
    return value;
  }
}
