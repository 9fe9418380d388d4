import type { Field } from './field-shape.js';
import { numberLimits } from './limit-checks.js';
import { makeField } from './make-field.js';
import { NumericType } from './numeric-type.js';
import type { FieldOptions, Limited, NullableBy, Only } from './options.js';
import type { ScalarForm } from './scalar-form.js';
import type { Session } from './session.js';

export type NumberOptions = FieldOptions<number | null> & Limited<'min' | 'max'>;

/** A floating-point number; NaN and the infinities only where the verb says `python: true`. */
export function number<const O extends NumberOptions = {}>(
  options?: Only<O, NumberOptions>,
): Field<NullableBy<O, number>> {
  return makeField(
    { kind: 'number', takes: numberLimits, build: (definition) => new NumberType(definition) },
    options,
  );
}

// Number() alone takes '' and '0x10' too.
const DECIMAL = /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?\s*$/;

class NumberType extends NumericType {
  readonly kind = 'number';

  protected override makeScalar(): ScalarForm {
    const { limits } = this;
    return {
      fits: (wire) => Number.isFinite(wire) && limits.allows(wire as number),
      test: (v) => `Number.isFinite(${v})${limits.test(v)}`,
      // JSON has no negative zero: String() writes it as 0, as the primitive does.
      writes: 'bare',
      // Where a bigint field is near, large whole numbers come with all their digits.
      same: (value, wire) => Object.is(value, Number(wire)),
    };
  }

  describe(): string {
    return `a finite number${this.limits.describe()}`;
  }

  override coerce(wire: unknown): unknown {
    if (typeof wire === 'boolean') return Number(wire);
    if (typeof wire === 'string' && DECIMAL.test(wire) && Number.isFinite(Number(wire))) return Number(wire);
    return wire;
  }

  protected checkWire(wire: unknown, session: Session): boolean {
    // Where a bigint field is near, large whole numbers come with all their digits.
    if (typeof wire === 'bigint' && !Number.isSafeInteger(Number(wire)))
      return this.checkWire(Number(wire), session);
    if (typeof wire !== 'number') return session.expected(this.describe(), wire);
    if (!Number.isFinite(wire)) {
      if (!session.python) return session.expected(this.describe(), wire);
      session.lossless = true;
    }
    return this.limits.check(wire, session);
  }

  protected override readWire(wire: unknown): unknown {
    return Number(wire);
  }

  protected override writeValue(value: unknown, session: Session): unknown {
    if (typeof value !== 'number') return session.expected(this.describe(), value) ? value : undefined;
    // JSON has no negative zero: JSON.stringify writes 0, and so does the primitive.
    return super.writeValue(Object.is(value, -0) ? 0 : value, session);
  }
}
