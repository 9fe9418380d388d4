/** A source of numbers that gives the same ones for the same seed. */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  /** In [0, 1). */
  fraction(): number {
    // mulberry32
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  /** A whole number from `least` to `most`, both included. */
  integer(least: number, most: number): number {
    return least + Math.floor(this.fraction() * (most - least + 1));
  }

  boolean(): boolean {
    return this.fraction() < 0.5;
  }

  pick<T>(items: readonly T[]): T {
    return items[this.integer(0, items.length - 1)] as T;
  }

  hex(digits: number): string {
    let text = '';
    while (text.length < digits) text += this.integer(0, 15).toString(16);
    return text;
  }

  uuid(): string {
    return `${this.hex(8)}-${this.hex(4)}-4${this.hex(3)}-a${this.hex(3)}-${this.hex(12)}`;
  }

  mac(): string {
    return ['fa', '16', '3e', this.hex(2), this.hex(2), this.hex(2)].join(':');
  }

  ipv4(): string {
    return `10.${this.integer(0, 255)}.${this.integer(0, 255)}.${this.integer(1, 254)}`;
  }

  /** Never a whole second, so that every library writes the same text. */
  date(): Date {
    return new Date(Date.UTC(2024, 0, 1) + this.integer(0, 60_000_000) * 1000 + this.integer(1, 999));
  }

  words(count: number): string {
    return Array.from({ length: count }, () => this.pick(WORDS)).join(' ');
  }
}

const WORDS =
  'rack node build batch queue cache proxy ledger worker report search archive mirror relay index stage'.split(
    ' ',
  );
