/** Thrown inside the codec when a hook waits for a look-up; it never leaves an async verb. */
export const PENDING = Symbol('pending');

/**
 * What the hooks of one async verb looked up. A verb runs until every reachable hook has asked, waits for all answers,
 * and runs again: hooks are pure, so the second run comes to the same places and finds the answers there.
 */
export class Lookups {
  readonly #answers = new Map<string, unknown>();
  readonly #asked = new Map<string, Promise<void>>();

  /** The answer for a place. @throws PENDING while it is not there */
  answer(place: string, ask: () => unknown): unknown {
    if (this.#answers.has(place)) return this.#answers.get(place);
    if (!this.#asked.has(place)) {
      const asked = this.#ask(place, ask);
      // settle() throws what it rejects with; but where the verb fails first, nobody waits for it any more.
      asked.catch(() => undefined);
      this.#asked.set(place, asked);
    }
    throw PENDING;
  }

  async settle(): Promise<void> {
    const asked = [...this.#asked.values()];
    this.#asked.clear();
    await Promise.all(asked);
  }

  async #ask(place: string, ask: () => unknown): Promise<void> {
    this.#answers.set(place, await ask());
  }
}

/** Runs a synchronous verb again and again until its hooks have all that they look up. */
export async function withLookups<T>(verb: (lookups: Lookups) => T): Promise<T> {
  const lookups = new Lookups();
  for (;;) {
    try {
      return verb(lookups);
    } catch (signal) {
      if (signal !== PENDING) throw signal;
    }
    await lookups.settle();
  }
}
