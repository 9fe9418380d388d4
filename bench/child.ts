import type { TaskName } from './contenders/contender.js';
import type { Effort } from './measure/compare.js';
import { type Kind, runContender } from './run-contender.js';
import { measureCurves } from './studies/curves.js';
import { measureMemory } from './studies/memory.js';
import { measurePrices } from './studies/prices.js';
import { measureTiers } from './studies/tiers.js';

/** What a process of its own is asked to measure; the answer is JSON on its standard output. */
export type Request =
  | {
      readonly measure: 'contender';
      readonly name: string;
      readonly kind: Kind;
      readonly effort: Effort;
    }
  | { readonly measure: 'prices' | 'curves'; readonly effort: Effort }
  | { readonly measure: 'memory'; readonly name: string; readonly task: TaskName; readonly count: number }
  | { readonly measure: 'tiers'; readonly codegen: boolean; readonly counts: readonly number[] };

const request = JSON.parse(process.argv[2] ?? 'null') as Request;
process.stdout.write(JSON.stringify(await answer(request)));

async function answer(asked: Request): Promise<unknown> {
  switch (asked.measure) {
    case 'contender':
      return runContender(asked.name, asked.kind, asked.effort);
    case 'prices':
      return measurePrices(asked.effort);
    case 'curves':
      return measureCurves(asked.effort);
    case 'memory':
      return measureMemory(asked.name, asked.task, asked.count);
    case 'tiers':
      return measureTiers(asked.codegen, asked.counts);
  }
}
