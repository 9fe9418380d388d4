import test from 'ava';
import { backport, modelOf, versionsOf } from '../../../lib/index.js';
import { heat, samplesOf } from '../../../objects/heat/index.js';

const seeds = Array.from({ length: 25 }, (_, index) => index + 1);
const instances = seeds.flatMap((seed) => Object.values<object>({ ...samplesOf(seed) }));

for (const { Class, name } of heat.models) {
  for (const { text: version } of versionsOf(modelOf(Class))) {
    test(`${name} ${version}: every loss is declared`, (t) => {
      const samples = instances.filter((instance) => instance instanceof Class);
      const losses = samples.flatMap((sample) => backport(sample, version).losses);
      t.deepEqual(
        losses.filter((loss) => !loss.declared),
        [],
      );
    });
  }
}
