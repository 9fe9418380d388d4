import type { FieldDefinition } from './definition.js';
import { FieldType, nullableSchema } from './field-type.js';
import type { Field } from './field-shape.js';
import type { Json } from './json.js';
import { StringLimits, stringLimits } from './limit-checks.js';
import { makeField } from './make-field.js';
import type { FieldOptions, Limited, NullableBy, Only } from './options.js';
import type { ScalarForm } from './scalar-form.js';
import type { Session } from './session.js';

export type StringOptions = FieldOptions<string | null> & Limited<'minLength' | 'maxLength' | 'pattern'>;

/** A string: well-formed Unicode, limited in length and form where the options say so. */
export function string<const O extends StringOptions = {}>(
  options?: Only<O, StringOptions>,
): Field<NullableBy<O, string>> {
  return makeField(
    { kind: 'string', takes: stringLimits, build: (definition) => new StringType(definition) },
    options,
  );
}

export class StringType extends FieldType {
  readonly kind = 'string';
  readonly #limits: StringLimits;

  constructor({ options }: FieldDefinition) {
    super(Boolean(options.nullable));
    this.#limits = StringLimits.of(options);
  }

  protected override makeScalar(): ScalarForm {
    const limits = this.#limits;
    const asks = limits.test('') === undefined;
    return {
      fits: (wire) => typeof wire === 'string' && limits.allows(wire),
      ...(asks ? {} : { test: (v) => `typeof ${v} === "string"${limits.test(v) ?? ''}` }),
      writes: 'text',
    };
  }

  describe(): string {
    return `a string${this.#limits.describe()}`;
  }

  spec(): Record<string, Json> {
    return { kind: this.kind, ...this.#limits.data() };
  }

  schema(): Record<string, Json> {
    const { pattern: _asDeclared, ...lengths } = this.#limits.data();
    return nullableSchema(this, { type: 'string', ...lengths, ...patternSchema(this.#limits.pattern) });
  }

  override coerce(wire: unknown): unknown {
    if (typeof wire === 'number') return textOf(wire) ?? wire;
    if (typeof wire === 'bigint') return String(wire);
    if (typeof wire === 'boolean') return wire ? 'True' : 'False';
    return wire;
  }

  protected checkWire(wire: unknown, session: Session): boolean {
    return isText(wire, this, session) && this.#limits.check(wire, session);
  }
}

/** The text that Python makes of a number: `1e-07`. There is none for NaN, and for an integer that may have lost digits. */
function textOf(number: number): string | undefined {
  if (Number.isSafeInteger(number)) return String(number);
  if (!Number.isFinite(number) || Number.isInteger(number)) return undefined;
  const [digits = '', exponent = ''] = number.toExponential().split('e');
  return Number(exponent) < -4 ? `${digits}e-${exponent.slice(1).padStart(2, '0')}` : String(number);
}

// JSON Schema searches with the pattern, has no flags, and reads it as with `u`: what cannot be told so is left out.
function patternSchema(pattern: RegExp | undefined): Record<string, Json> {
  if (pattern === undefined || /[imsv]/.test(pattern.flags)) return {};
  const whole = `^(?:${pattern.source})$`;
  try {
    return { pattern: new RegExp(whole, 'u').source };
  } catch {
    return {};
  }
}

/** Whether a value is text that JSON and UTF-8 can carry; reports where it is not. */
export function isText(wire: unknown, type: FieldType, session: Session): wire is string {
  if (typeof wire !== 'string') return session.expected(type.describe(), wire);
  session.string(wire);
  return wire.isWellFormed() || session.fault('value', 'expected well-formed Unicode, got a lone surrogate');
}
