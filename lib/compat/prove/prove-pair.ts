import type * as FastCheck from 'fast-check';
import { declaredLosses } from '../../history/fate.js';
import { reachableModels } from '../../history/references.js';
import type { Releases } from '../../history/releases.js';
import { brokenStep } from './broken-step.js';
import { covers } from './compare.js';
import { examineDown } from './examine-down.js';
import { examineUp } from './examine-up.js';
import { type Instances, instancesDown, instancesUp, isPossible } from './instances.js';
import { jsonOf } from './json-of.js';
import type { Law } from './law.js';
import type { Example, Failure, PairCounts, PairResult } from './proof.js';
import { shrinkProbe } from './shrink-probe.js';
import type { Case, Finding, Instance, Verdict } from './trial.js';

export interface PairOptions {
  readonly fc: typeof FastCheck;
  readonly runs: number;
  readonly seed: number;
  readonly releases: Releases | undefined;
}

export interface ProvedPair {
  readonly result: PairResult;
  readonly failures: readonly Failure[];
}

/** How often a law is asked while its counterexample shrinks. */
const SHRINKS = 1000;

/** Tries one writer on one reader: `down` where the writer is newer, `up` where the reader is. */
export function provePair(on: Case, direction: 'down' | 'up', options: PairOptions): ProvedPair {
  const { fc, runs, seed } = options;
  const { pair, trial } = on;
  const { model } = pair;
  const instances = direction === 'down' ? instancesDown(fc, on) : instancesUp(fc, on, options.releases);
  const examine = direction === 'down' ? examineDown : examineUp;
  const [writer, reader] = direction === 'down' ? [pair.high, pair.low] : [pair.low, pair.high];
  const checked =
    direction === 'down' && writer.today && reachableModels(model).some(({ check }) => check !== undefined);
  const tally = new Tally(
    direction === 'down' ? declaredLosses(model, pair.low.version, pair.high.version) : [],
  );
  const broken = new Map<
    Law,
    { readonly instance: Instance; readonly finding: Finding; readonly probe: boolean }
  >();
  const judge = (instance: Instance, probe: boolean): void => {
    if (checked && !isPossible(model, instance)) {
      tally.filtered();
      return;
    }
    const verdict = examine(on, instance);
    tally.add(instance, verdict);
    for (const finding of verdict.findings)
      if (!broken.has(finding.law)) broken.set(finding.law, { instance, finding, probe });
  };
  const property = fc.property(instances.random, (instance) => judge(instance, false));
  runAll(fc, property, { seed, numRuns: runs });
  for (const instance of instances.probes) judge(instance, true);

  const releases =
    writer.release === undefined && reader.release === undefined
      ? {}
      : { releases: { writer: writer.release ?? 'today', reader: reader.release ?? 'today' } };
  const named = {
    object: model.name,
    namespace: model.namespace,
    writer: writer.version.text,
    reader: reader.version.text,
    ...releases,
  };
  const failures = [...broken].map(([law, { instance, probe }]): Failure => {
    const alone = { trial: trial.only(law), pair };
    const findingIn = (candidate: Instance): Finding | undefined =>
      checked && !isPossible(model, candidate) ? undefined : examine(alone, candidate).findings[0];
    const smallest = probe
      ? {
          instance: shrinkProbe(
            fc,
            model,
            instance,
            instances.plain,
            (some) => findingIn(some) !== undefined,
          ),
        }
      : shrink(fc, instances, (some) => findingIn(some) !== undefined, options, instance);
    const finding = findingIn(smallest.instance) ?? (broken.get(law) as { finding: Finding }).finding;
    const step = brokenStep(on, direction, smallest.instance, finding);
    return {
      law,
      rule: finding.rule,
      ...named,
      message: finding.message,
      path: finding.path,
      payload: jsonOf(smallest.instance.payload),
      ...(step === undefined ? {} : { step }),
      seed,
      ...('replay' in smallest ? { replay: smallest.replay } : {}),
    };
  });
  return { result: { ...named, ...tally.result(failures.length > 0) }, failures };
}

/** What the verbs throw is judged inside the property: what it throws itself is a fault of the proof, and nothing to shrink. */
function runAll(
  fc: typeof FastCheck,
  property: FastCheck.IProperty<[Instance]>,
  parameters: FastCheck.Parameters<[Instance]>,
): void {
  const { failed, errorInstance } = fc.check(property, { ...parameters, endOnFailure: true });
  if (failed) throw errorInstance;
}

/** The same run again, with one law: fast-check finds the payload that broke it, and makes it small. */
function shrink(
  fc: typeof FastCheck,
  { random }: Instances,
  fails: (instance: Instance) => boolean,
  { seed, runs }: PairOptions,
  found: Instance,
): { readonly instance: Instance; readonly replay?: string } {
  let left = SHRINKS;
  let failing = false;
  const property = fc.property(random, (instance) => {
    if (failing && left-- <= 0) return true;
    const broken = fails(instance);
    failing ||= broken;
    return !broken;
  });
  const { counterexample, counterexamplePath } = fc.check(property, { seed, numRuns: runs });
  if (counterexample === null) return { instance: found };
  return {
    instance: counterexample[0],
    ...(counterexamplePath === null ? {} : { replay: counterexamplePath }),
  };
}

/** What became of the payloads of a pair. */
class Tally {
  readonly #counts = { instances: 0, lossless: 0, lossy: 0, refused: 0, filtered: 0 };
  readonly #examples = new Map<string, Example>();
  #failing: Example | undefined;
  readonly #declared: readonly (readonly string[])[];
  readonly #witnessed = new Set<string>();

  constructor(declared: readonly (readonly string[])[]) {
    this.#declared = declared;
  }

  filtered(): void {
    this.#counts.instances += 1;
    this.#counts.filtered += 1;
  }

  add({ payload, partial, mixed }: Instance, { outcome, findings, after, losses, reason }: Verdict): void {
    this.#counts.instances += 1;
    this.#counts[outcome] += 1;
    if (outcome === 'filtered') return;
    for (const { path } of losses) this.#witness(path);
    const example = (as: Example['outcome'], why: string | undefined): Example => ({
      outcome: as,
      before: jsonOf(payload),
      ...(after === undefined ? {} : { after: jsonOf(after) }),
      losses: losses.map(({ path, kind, declared }) => ({ path, kind, declared })),
      ...(why === undefined ? {} : { reason: why }),
    });
    if (findings[0] !== undefined) {
      this.#failing ??= example('failed', findings[0].message);
    } else if (!partial && !mixed && !this.#examples.has(outcome)) {
      this.#examples.set(outcome, example(outcome, reason));
    }
  }

  result(failed: boolean): Pick<PairResult, 'outcome' | 'counts' | 'examples' | 'declared' | 'witnessed'> {
    const { lossy, refused } = this.#counts;
    const counts: PairCounts = { ...this.#counts };
    const passed = refused > 0 ? 'refused' : lossy > 0 ? 'lossy' : 'lossless';
    const paths = (all: Iterable<string>): string[] => [...all].toSorted();
    return {
      outcome: failed ? 'failed' : passed,
      counts,
      examples: [...(this.#failing === undefined ? [] : [this.#failing]), ...this.#examples.values()],
      declared: paths(new Set(this.#declared.map((path) => path.join('.')))),
      witnessed: paths(this.#witnessed),
    };
  }

  #witness(pointer: string): void {
    const path = pointer.split('/').slice(1);
    for (const declared of this.#declared)
      if (covers(declared, path)) this.#witnessed.add(declared.join('.'));
  }
}
