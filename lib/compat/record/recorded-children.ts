import type { Json } from '../../field/json.js';
import type { Manifest } from '../../history/releases.js';
import type { Model } from '../../model/model.js';
import { Version } from '../../version/version.js';
import type { Outcome } from './object-record.js';
import { outcomesOf } from './outcomes.js';

/** The children of samples, as far as today's code still has their versions: a recorded one can have fallen below the oldest. */
export class RecordedChildren {
  readonly #versions: Manifest;
  /** The beginnings of the envelopes that today's code no longer reads. */
  readonly #gone: readonly string[];

  constructor(
    readonly model: Model,
    recorded: Manifest,
  ) {
    const entries = Object.entries(recorded).map(
      ([name, text]) => [name, text, model.registry.find(name)] as const,
    );
    const gone = entries.flatMap(([, text, child]) =>
      child !== undefined && Version.parse(text).olderThan(child.oldest) ? [child] : [],
    );
    this.#gone = gone.map(({ envelope, name }) => `${JSON.stringify(envelope.name)}:${JSON.stringify(name)}`);
    this.#versions = Object.fromEntries(
      entries.map(([name, text, child]) => [
        name,
        child !== undefined && gone.includes(child) ? child.oldest.text : text,
      ]),
    );
  }

  /** What samples become; what was recorded of one stands where a child in it cannot be read any more. */
  outcomes(
    samples: readonly Json[],
    from: Version,
    to: Version,
    recorded: readonly Outcome[] | undefined,
  ): readonly Outcome[] {
    const now = outcomesOf(this.model, samples, from, to, this.#versions);
    return now.map((outcome, index) => {
      const before = recorded?.[index];
      return before !== undefined && this.#isGone([samples[index], before]) ? before : outcome;
    });
  }

  #isGone(data: unknown): boolean {
    const text = JSON.stringify(data);
    return this.#gone.some((envelope) => text.includes(envelope));
  }
}
