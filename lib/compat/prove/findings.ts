import { copyData, sameData } from '../../field/json.js';
import type { Primitive } from '../../codec/engine/envelope.js';
import type { Model } from '../../model/model.js';
import { differencesOf } from './compare.js';
import { judgeRefusal } from './judge-refusal.js';
import type { Law } from './law.js';
import type { Finding } from './trial.js';

type More = Partial<Pick<Finding, 'path' | 'at' | 'way'>>;

/** What a call answered, or threw. */
export type Attempt<T> = { readonly value: T } | { readonly error: unknown };

export function attempt<T>(call: () => T): Attempt<T> {
  try {
    return { value: call() };
  } catch (error) {
    return { error };
  }
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** What was found against one payload, by the laws that are held. */
export class Findings {
  readonly list: Finding[] = [];

  constructor(
    readonly model: Model,
    readonly laws: ReadonlySet<Law>,
  ) {}

  add(law: Law, rule: string, message: string, { path = '', at, way }: More = {}): void {
    if (!this.laws.has(law)) return;
    this.list.push({
      law,
      rule,
      message,
      path,
      ...(at === undefined ? {} : { at }),
      ...(way === undefined ? {} : { way }),
    });
  }

  /** Calls a verb with a copy of a payload, which it may not change. */
  purely<T>(source: Primitive, call: (input: Primitive) => T): T {
    const input = copyData(source);
    try {
      return call(input);
    } finally {
      if (this.laws.has('pure') && !sameData(input, source))
        this.add('pure', 'HOOK_MUTATES_INPUT', `the payload of ${this.model.name} was changed`);
    }
  }

  /** Holds a second run against the first. */
  deterministic(first: unknown, second: Attempt<unknown>): void {
    if ('error' in second || !sameData(first, second.value))
      this.add(
        'deterministic',
        'HOOK_NONDETERMINISTIC',
        'done twice with the same payload, it gives two results',
      );
  }

  /** Holds the way through every version against the direct way. */
  stepwise(direct: Primitive, slow: Attempt<Primitive>): void {
    if ('error' in slow) {
      const message = `it is done at once, but refused step by step: ${messageOf(slow.error)}`;
      this.add('stepwise', 'PATH_DEPENDENT', message);
    } else {
      this.same('stepwise', 'PATH_DEPENDENT', direct, slow.value, 'step by step it becomes another');
    }
  }

  /** Holds one payload to be the same as another, but for what versions it claims. */
  same(law: Law, rule: string, one: Primitive, other: Primitive, otherwise: string): void {
    const [difference] = differencesOf(one, other, {
      model: this.model,
      high: () => undefined,
      partial: false,
    });
    if (difference === undefined) return;
    this.add(law, rule, `${otherwise}: ${difference.path} differs`, { path: difference.path });
  }

  /** Takes what was thrown on the way back of a round trip: a refusal that nobody declared. What the class's own check says is answered. */
  refusedOnReturn(error: unknown, payload: unknown, way: 'down' | 'up'): string | undefined {
    const judged = judgeRefusal(error, this.model, payload);
    if (judged.kind === 'broken') {
      const { rule, reason, path, at } = judged;
      this.add('refusal', rule, reason, { path, way, ...(at === undefined ? {} : { at }) });
    }
    return judged.kind === 'filtered' ? judged.reason : undefined;
  }
}
