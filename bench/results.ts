import type { Contender } from './contenders/contender.js';
import type { Effort } from './measure/compare.js';
import type { TaskResults } from './run-contender.js';
import type { Curves } from './studies/curves.js';
import type { Prices } from './studies/prices.js';
import type { TierPoint } from './studies/tiers.js';

/** What is known of a contender, and what was measured. */
export interface ContenderResults extends Omit<Contender, 'prepare' | 'packages'> {
  readonly name: string;
  readonly versionsUsed: Readonly<Record<string, string>>;
  readonly tasks: TaskResults;
}

/** Everything that one run of the bench measured, with one version of Node. */
export interface Results {
  readonly node: string;
  readonly v8: string;
  readonly processor: string;
  readonly effort: Effort;
  readonly contenders: readonly ContenderResults[];
  readonly prices: Prices;
  readonly curves: Curves;
  readonly tiers: readonly TierPoint[];
  /** Bytes of heap for one decoded server that is kept. */
  readonly memory: Readonly<Record<string, number>>;
  /** Milliseconds of CPU over those of a bare Node: import, 100 classes of 10 fields, first use of each. */
  readonly startUp: Readonly<Record<string, number>>;
}

/** The major version of the Node that a run used. */
export function majorOf(results: Results): number {
  return Number.parseInt(results.node, 10);
}

/** The ratio to the floor of a contender's task, where there is one. */
export function ratioOf(results: Results, name: string, task: keyof TaskResults): number | undefined {
  return results.contenders.find((contender) => contender.name === name)?.tasks[task]?.ratio;
}
