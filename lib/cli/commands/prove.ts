import { describeFailure } from '../../compat/prove/describe-failure.js';
import type { Failure, PairResult, Proof } from '../../compat/prove/proof.js';
import { UsageError } from '../cli-errors.js';
import { type Answer, defineCommand } from '../command.js';
import { findObject } from '../config/find-object.js';
import { loadProject } from '../config/load-project.js';
import { historyIn } from '../history/history-of-project.js';
import { proveShare } from '../history/prove-share.js';
import { sharesOf } from '../history/share.js';
import type { Paint } from '../output/paint.js';
import { randomSeed } from '../random-seed.js';

/** `backlevel prove`: payloads of every version that may run, tried on every version that may read them. */
export const prove = defineCommand({
  name: 'prove',
  summary: 'try generated payloads of every version that may run on every version that may read them',
  annotates: true,
  args: {
    seed: { kind: 'integer', value: 'number', summary: 'what payloads are made from; the answer names it' },
    runs: {
      kind: 'integer',
      value: 'number',
      summary: 'payloads for each writer and reader; 200 where nothing is said',
    },
    object: { kind: 'text', value: 'name', summary: 'prove this object only' },
  },
  run: async ({ seed = randomSeed(), runs, object }, context) => {
    if (runs !== undefined && runs < 1)
      throw new UsageError('--runs is no number of payloads', 'say at least 1');
    const project = await loadProject(context);
    const model = object === undefined ? undefined : findObject(project, object);
    const shares = sharesOf(project.registries, historyIn(project.history));
    const proofs: Proof[] = [];
    for (const share of shares) {
      if (model !== undefined && model.registry !== share.registry) continue;
      const options = {
        seed,
        ...(runs === undefined ? {} : { runs }),
        ...(model === undefined ? {} : { objects: [model.name] }),
      };
      proofs.push(await proveShare(share, project.config.window ?? 2, options, context));
    }
    return answerOf(proofs, seed, context.paint);
  },
});

function answerOf(proofs: readonly Proof[], seed: number, paint: Paint): Answer {
  const failures = proofs.flatMap((proof) => proof.failures);
  const pairs = proofs.flatMap((proof) => proof.pairs);
  const warnings = proofs.flatMap((proof) => proof.warnings);
  const ok = failures.length === 0;
  const payloads = pairs.reduce((sum, { counts }) => sum + counts.instances, 0);
  const verdict = ok ? 'every law holds' : `${failures.length} failures`;
  const summary =
    pairs.length === 0
      ? 'there is nothing to prove: no two versions of an object may run side by side'
      : `${verdict}: ${pairs.length} pairs of versions, ${payloads} payloads, seed ${seed}`;
  return {
    ok,
    text: [
      ...failures.map((failure) => painted(failure, paint)),
      ...warnings.map((warning) => `${paint('yellow', 'warn')} ${warning}`),
      paint(ok ? 'green' : 'red', summary),
    ].join('\n\n'),
    json: { seed, runs: proofs[0]?.runs, failures, warnings, pairs: pairs.map(withoutExamples) },
    annotations: [
      ...failures.map((failure) => ({
        level: 'error' as const,
        title: failure.rule,
        message: describeFailure(failure),
      })),
      ...warnings.map((message) => ({ level: 'warning' as const, title: 'backlevel prove', message })),
    ],
  };
}

function painted(failure: Failure, paint: Paint): string {
  const text = describeFailure(failure);
  return paint('red', failure.rule) + text.slice(failure.rule.length);
}

function withoutExamples({ examples: _examples, ...pair }: PairResult): Omit<PairResult, 'examples'> {
  return pair;
}
