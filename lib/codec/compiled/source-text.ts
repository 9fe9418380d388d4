/** JavaScript that is being written: its lines, its variables, and the values it uses. Names and texts go in as `quoted` only. */
export class SourceText {
  readonly #lines: string[] = [];
  readonly #constants = new Map<unknown, string>();
  #variables = 0;

  line(text: string): void {
    this.#lines.push(text);
  }

  /** A variable that is used nowhere else. */
  variable(): string {
    this.#variables += 1;
    return `v${this.#variables}`;
  }

  /** The name under which the source finds a value. */
  constant(value: unknown): string {
    let name = this.#constants.get(value);
    if (name === undefined) this.#constants.set(value, (name = `k${this.#constants.size}`));
    return name;
  }

  get text(): string {
    return this.#lines.join('\n');
  }

  get constants(): Record<string, unknown> {
    return Object.fromEntries([...this.#constants].map(([value, name]) => [name, value]));
  }
}

/** A text as it stands in source: the one way in which a name gets there. */
export function quoted(text: string): string {
  return JSON.stringify(text);
}
