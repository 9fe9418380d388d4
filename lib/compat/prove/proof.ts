import type { Json } from '../../field/json.js';
import type { Step } from '../../history/plan.js';
import type { Law } from './law.js';

/** What became of a pair of versions: the worst that was seen. */
export type PairOutcome = 'lossless' | 'lossy' | 'refused' | 'failed';

/** One payload that crossed a pair, or was refused. `before` is what the writer has, `after` what the reader gets. */
export interface Example {
  readonly outcome: PairOutcome;
  readonly before: Json;
  readonly after?: Json;
  readonly losses: readonly { readonly path: string; readonly kind: string; readonly declared: boolean }[];
  /** Why it was refused, or what failed. */
  readonly reason?: string;
}

/** How many payloads were tried, and what became of them. */
export interface PairCounts {
  readonly instances: number;
  readonly lossless: number;
  readonly lossy: number;
  readonly refused: number;
  /** Payloads that a class's own `check` refuses: they cannot occur, and count for nothing else. */
  readonly filtered: number;
}

/** What one writer's payloads are to one reader. Of `writer` and `reader` one is older, or one release is. */
export interface PairResult {
  readonly object: string;
  readonly namespace: string;
  readonly writer: string;
  readonly reader: string;
  /** The releases of the two, where releases made the pair. */
  readonly releases?: { readonly writer: string; readonly reader: string };
  readonly outcome: PairOutcome;
  readonly counts: PairCounts;
  /** One payload for each outcome that was seen. */
  readonly examples: readonly Example[];
  /** The paths that the object declares as lost on the way down, and those of them that were seen lost; none going up. */
  readonly declared: readonly string[];
  readonly witnessed: readonly string[];
}

/** The step of a plan that broke a law. */
export interface BrokenStep {
  /** The object whose plan it is: the one on trial, or one in it. */
  readonly object: string;
  /** The version whose change broke it. */
  readonly version: string;
  readonly direction: 'down' | 'up';
  /** What the plan does there; nothing where no step deals with it, which may be the fault itself. */
  readonly step?: Step;
}

/** A law that does not hold for a pair of versions, with the smallest payload that shows it. */
export interface Failure {
  readonly law: Law;
  /** The id of the rule that is broken; `TRANSITIVE_BREAK` where all neighbouring versions between the two get along. */
  readonly rule: string;
  /** Of a transitive break: the rule that is broken between the two. */
  readonly between?: string;
  readonly object: string;
  readonly namespace: string;
  readonly writer: string;
  readonly reader: string;
  readonly releases?: { readonly writer: string; readonly reader: string };
  readonly message: string;
  /** Where in the payload, as a JSON pointer through wire names; empty where the whole is meant. */
  readonly path: string;
  /** The payload as the writer has it, as small as fast-check could make it. */
  readonly payload: Json;
  readonly step?: BrokenStep;
  /** With the same seed and the same objects it is found again. */
  readonly seed: number;
  /** How fast-check found and shrank it; of a payload that is tried in any case, there is none. */
  readonly replay?: string;
}

/** What was proved, and what was not. Plain data, JSON throughout. */
export interface Proof {
  readonly seed: number;
  /** Generated payloads a pair and direction; the boundary values come on top. */
  readonly runs: number;
  readonly laws: readonly Law[];
  readonly pairs: readonly PairResult[];
  readonly failures: readonly Failure[];
  /** What weakens the proof: payloads that a class's own check refuses, look-ups that were not made. */
  readonly warnings: readonly string[];
}
