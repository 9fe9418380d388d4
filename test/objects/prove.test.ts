import test from 'ava';
import { describeFailure } from '../../lib/compat/prove/describe-failure.js';
import { prove } from '../../lib/compat/prove/prove.js';
import * as heat from '../../objects/heat/index.js';
import * as nova from '../../objects/nova/index.js';

const proves = test.macro({
  exec: async (t, registry: typeof heat.heat, releases: typeof heat.releases) => {
    const { failures, pairs, warnings, seed } = await prove(registry, releases);
    t.log(`seed ${seed}, ${pairs.length} pairs`);
    t.deepEqual(failures.map(describeFailure), []);
    t.deepEqual(warnings, []);
    t.true(pairs.length > 0 && pairs.every(({ counts }) => counts.instances >= 200));
  },
  title: (name) => `prove(): the objects of ${name} hold over their window`,
});
test('heat', proves, heat.heat, heat.releases);
test('nova', proves, nova.nova, nova.releases);
