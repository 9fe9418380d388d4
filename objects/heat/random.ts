/** Numbers that look random and are the same for the same seed, so that a failure can be seen again. */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = (seed * 2_654_435_761 + 1) >>> 0;
  }

  /** A whole number from 0 to `count` - 1. The generator is a linear congruential one; its upper bits are the good ones. */
  below(count: number): number {
    this.#state = (Math.imul(this.#state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((this.#state / 2 ** 32) * count);
  }

  pick<T>(values: readonly [T, ...T[]]): T {
    return values[this.below(values.length)] ?? values[0];
  }

  /** The value in three cases of four, else null. */
  maybe<T>(value: T): T | null {
    return this.below(4) === 0 ? null : value;
  }

  uuid(): string {
    const digits = Array.from({ length: 30 }, () => this.below(16).toString(16)).join('');
    return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-4${digits.slice(12, 15)}-a${digits.slice(15, 18)}-${digits.slice(18)}`;
  }

  /** A whole second in 2016. */
  date(): Date {
    return new Date(Date.UTC(2016, 0, 1) + this.below(366 * 24 * 3600) * 1000);
  }
}
