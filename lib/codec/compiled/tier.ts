import type { Model } from '../../model/model.js';

/** How code is made: `tiered` compiles what is used again, interprets that, and then generates; the others are for tests, which compare them. */
export type Tier = 'tiered' | 'plain' | 'interpreted' | 'generated';

// A generation, with what V8 then spends on the new code, is paid for by some thousands of calls; the bench's study of tiers shows it.
// With 2000, 4000 or 8000 the sums hardly differ in the long run. With a few hundred, a service that stops early has paid up to twice as much.
const WARM = 2000;

// To compile a class takes as long as several uses of the interpreting engine. With more than 4, those who go on pay for the delay.
const COLD = 4;

let tier: Tier = 'tiered';
let allowed = true;

/** Whether compiled code may be used at all. */
export function compiles(): boolean {
  return tier !== 'plain';
}

/** How many first uses of a class are left to the interpreting engine, which has nothing to prepare. */
export function coldUses(): number {
  return tier === 'tiered' ? COLD : 0;
}

/** For the tests of this library: makes every object that is compiled from now on work in one way. */
export function forceTier(forced: Tier): void {
  tier = forced;
}

/** Allows or forbids code to be generated from now on; what was generated before stays. */
export function allowGeneration(allow: boolean): void {
  allowed = allow;
}

/** Counts the calls of one compiled object until it is worth to generate code for it. */
export class Heat {
  #calls = 0;
  readonly #allowedHere: boolean;

  constructor({ registry }: Model) {
    this.#allowedHere = registry.codegen;
  }

  /** Whether code can be generated at some time: `false` where the registry forbids it. */
  get canRise(): boolean {
    return this.#allowedHere;
  }

  /** Whether this call is the one that pays for a generation. */
  due(): boolean {
    if (!allowed || !this.#allowedHere || tier === 'interpreted' || tier === 'plain') return false;
    this.#calls += 1;
    return tier === 'generated' || this.#calls === WARM;
  }
}

/**
 * A function from source text, with `constants` in scope under their names. `undefined` where code may not be generated: by `configure`,
 * or by a policy of the process, which is found out here and nowhere else, and then not asked again.
 */
export function generate<F>(body: string, constants: Readonly<Record<string, unknown>>): F | undefined {
  if (!allowed) return undefined;
  try {
    // oxlint-disable-next-line typescript/no-implied-eval -- the one place that generates code; names are in it as JSON texts only
    const make = new Function(...Object.keys(constants), `"use strict";\n${body}`) as (
      ...values: unknown[]
    ) => F;
    return make(...Object.values(constants));
  } catch (error) {
    if (!(error instanceof EvalError)) throw error;
    allowed = false;
    return undefined;
  }
}
