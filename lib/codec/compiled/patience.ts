/** How often the engine may have to do again what hooks began, and more often than not, before all is left to it. */
const MOST_FAILURES = 16;

/** Ends where hooks look at children as a rule: to try it first would then only cost. */
export class Patience {
  #begun = 0;
  #done = 0;

  /** Whether it is worth to begin. */
  lasts(): boolean {
    if (this.#begun - this.#done > MOST_FAILURES && this.#done * 2 < this.#begun) return false;
    this.#begun += 1;
    return true;
  }

  /** What was begun came to its end. */
  renew(): void {
    this.#done += 1;
  }
}
