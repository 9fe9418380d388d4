import test from 'ava';
import { releasesOf } from '../../../lib/index.js';
import { laws } from '../../../lib/compat/prove/law.js';
import type { Failure } from '../../../lib/compat/prove/proof.js';
import { type ProveOptions, proveSubject } from '../../../lib/compat/prove/prove.js';
import { verbs } from '../../../lib/compat/prove/subject.js';
import { type Fault, lonely, planted } from './faults.js';

const seeds = Array.from({ length: 20 }, (_, index) => index + 1);

async function failuresOf(fault: Fault, options: ProveOptions): Promise<readonly Failure[]> {
  const { registry, subject = verbs } = fault;
  const { failures } = await proveSubject(subject, registry, releasesOf(registry), {
    ...fault.options,
    ...options,
  });
  return failures;
}

for (const [name, { law, rule, make }] of Object.entries(planted)) {
  test(`prove(): finds ${name}, with each of 20 seeds`, async (t) => {
    const found: boolean[] = [];
    for (const seed of seeds) {
      const failures = await failuresOf(make(), { seed, runs: 20 });
      found.push(failures.some((failure) => failure.law === law && failure.rule === rule));
    }
    t.deepEqual(
      found,
      seeds.map(() => true),
    );
  });
}

for (const law of laws) {
  test(`prove(): what breaks the law ${law} is found by it, and by no other`, async (t) => {
    const all = await failuresOf(lonely[law](), { seed: 1, runs: 60 });
    t.deepEqual([...new Set(all.map((failure) => failure.law))], [law]);
    const others = laws.filter((other) => other !== law);
    t.deepEqual(await failuresOf(lonely[law](), { seed: 1, runs: 60, laws: others }), []);
    const alone = await failuresOf(lonely[law](), { seed: 1, runs: 60, laws: [law] });
    t.deepEqual(
      alone.map(({ rule }) => rule),
      all.map(({ rule }) => rule),
    );
  });
}
