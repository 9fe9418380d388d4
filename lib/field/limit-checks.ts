import type { AnyFieldOptions } from './definition.js';
import type { Json } from './json.js';
import type { Session } from './session.js';

export const stringLimits = ['minLength', 'maxLength', 'pattern', 'limits'] as const;
export const numberLimits = ['min', 'max', 'limits'] as const;

/** Limits of a string, checked after its type; lengths count UTF-16 units, as `length` does. */
export class StringLimits {
  readonly #whole: RegExp | undefined;

  constructor(
    readonly minLength: number | undefined,
    readonly maxLength: number | undefined,
    readonly pattern: RegExp | undefined,
  ) {
    this.#whole =
      pattern === undefined
        ? undefined
        : new RegExp(`^(?:${pattern.source})$`, pattern.flags.replace(/[gy]/g, ''));
  }

  static of({ minLength, maxLength, pattern }: AnyFieldOptions): StringLimits {
    return new StringLimits(minLength, maxLength, pattern);
  }

  /** Whether {@link check} would say yes. */
  allows(text: string): boolean {
    return (
      (this.minLength === undefined || text.length >= this.minLength) &&
      (this.maxLength === undefined || text.length <= this.maxLength) &&
      (this.#whole === undefined || this.#whole.test(text))
    );
  }

  /** {@link allows} as an expression of a string, led by `&&`; `undefined` where a pattern must be asked. */
  test(v: string): string | undefined {
    if (this.#whole !== undefined) return undefined;
    return [
      this.minLength === undefined ? '' : ` && ${v}.length >= ${Number(this.minLength)}`,
      this.maxLength === undefined ? '' : ` && ${v}.length <= ${Number(this.maxLength)}`,
    ].join('');
  }

  check(text: string, session: Session): boolean {
    if (this.minLength !== undefined && text.length < this.minLength) {
      return session.expected(`at least ${this.minLength} characters`, text, 'limit');
    }
    if (this.maxLength !== undefined && text.length > this.maxLength) {
      return session.expected(`at most ${this.maxLength} characters`, text, 'limit');
    }
    return (
      this.#whole === undefined ||
      this.#whole.test(text) ||
      session.expected(`text like ${this.pattern}`, text, 'limit')
    );
  }

  describe(): string {
    const parts: string[] = [];
    if (this.minLength !== undefined) parts.push(` of at least ${this.minLength} characters`);
    if (this.maxLength !== undefined)
      parts.push(`${parts.length > 0 ? ' and' : ' of'} at most ${this.maxLength} characters`);
    if (this.pattern !== undefined) parts.push(` like ${this.pattern}`);
    return parts.join('');
  }

  data(): Record<string, Json> {
    return {
      ...(this.minLength === undefined ? {} : { minLength: this.minLength }),
      ...(this.maxLength === undefined ? {} : { maxLength: this.maxLength }),
      ...(this.pattern === undefined ? {} : { pattern: String(this.pattern) }),
    };
  }
}

/** Limits of a number, both inclusive. */
export class NumberLimits {
  constructor(
    readonly min: number | undefined,
    readonly max: number | undefined,
  ) {}

  static of({ min, max }: AnyFieldOptions): NumberLimits {
    return new NumberLimits(min, max);
  }

  /** Whether {@link check} would say yes. */
  allows(number: number | bigint): boolean {
    return (this.min === undefined || number >= this.min) && (this.max === undefined || number <= this.max);
  }

  /** {@link allows} as an expression of a number, led by `&&`. */
  test(v: string): string {
    return [
      this.min === undefined ? '' : ` && ${v} >= ${Number(this.min)}`,
      this.max === undefined ? '' : ` && ${v} <= ${Number(this.max)}`,
    ].join('');
  }

  check(number: number | bigint, session: Session): boolean {
    if (this.min !== undefined && number < this.min)
      return session.expected(`at least ${this.min}`, number, 'limit');
    return (
      this.max === undefined || number <= this.max || session.expected(`at most ${this.max}`, number, 'limit')
    );
  }

  describe(): string {
    if (this.min !== undefined && this.max !== undefined) return ` from ${this.min} to ${this.max}`;
    if (this.min !== undefined) return ` of at least ${this.min}`;
    return this.max === undefined ? '' : ` of at most ${this.max}`;
  }

  data(): Record<string, Json> {
    return {
      ...(this.min === undefined ? {} : { min: this.min }),
      ...(this.max === undefined ? {} : { max: this.max }),
    };
  }

  schema(): Record<string, Json> {
    return {
      ...(this.min === undefined ? {} : { minimum: this.min }),
      ...(this.max === undefined ? {} : { maximum: this.max }),
    };
  }
}
