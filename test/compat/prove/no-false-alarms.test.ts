import test from 'ava';
import { describeFailure } from '../../../lib/compat/prove/describe-failure.js';
import { prove } from '../../../lib/compat/prove/prove.js';
import { correctClasses } from './correct-classes.js';

// Every other seed with releases, the rest with every version of each class.
const withSeeds = test.macro({
  exec: async (t, seeds: readonly number[]) => {
    const found: string[] = [];
    const outcomes = new Set<string>();
    for (const seed of seeds) {
      const registry = correctClasses(seed % 2 === 0);
      const { failures, pairs, warnings } = await prove(registry, undefined, { seed, runs: 40 });
      found.push(...failures.map(describeFailure), ...warnings);
      for (const { outcome } of pairs) outcomes.add(outcome);
    }
    t.deepEqual(found.slice(0, 6), []);
    t.deepEqual([...outcomes].toSorted(), ['lossless', 'lossy', 'refused']);
  },
  title: (_given, seeds: readonly number[]) =>
    `prove(): finds nothing wrong with what is right, with the seeds ${seeds[0]} to ${seeds.at(-1)}`,
});
test(withSeeds, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
test(withSeeds, [11, 12, 13, 14, 15, 16, 17, 18, 19, 20]);
