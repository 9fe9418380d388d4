import { planFor, type Step } from '../../history/plan.js';
import { reachableModels } from '../../history/references.js';
import { versionsOf } from '../../history/shape.js';
import { Version } from '../../version/version.js';
import { examineDown } from './examine-down.js';
import { examineUp } from './examine-up.js';
import { attempt } from './findings.js';
import { type Pair, targetBetween } from './points.js';
import type { BrokenStep } from './proof.js';
import type { Case, Finding, Instance } from './trial.js';

/**
 * Which step of the plan broke a law for a payload: its way is gone version by version, until the law is first broken.
 * `undefined` where the versions of the object are the same, or only the whole way breaks it.
 */
export function brokenStep(
  { trial, pair }: Case,
  direction: 'down' | 'up',
  instance: Instance,
  { law, path, at, way = direction }: Finding,
): BrokenStep | undefined {
  const { model, low, high, between } = pair;
  const changed = reachableModels(model).find(({ name }) => name === at?.object) ?? model;
  const version = at === undefined ? broken() : Version.parse(at.version);
  if (version === undefined) return undefined;
  const before = versionsOf(changed).findLast((known) => known.olderThan(version)) ?? version;
  const [from, to] = way === 'down' ? [version, before] : [before, version];
  const step = stepFor(planFor(changed, from, to).steps, path);
  return {
    object: changed.name,
    version: version.text,
    direction: way,
    ...(step === undefined ? {} : { step }),
  };

  function broken(): Version | undefined {
    if (!low.version.olderThan(high.version)) return undefined;
    return direction === 'down' ? firstBrokenDown() : firstBrokenUp();
  }

  /** The version above the newest reader for whom the law is broken. */
  function firstBrokenDown(): Version | undefined {
    const reader =
      between.findLast((candidate) => breaks({ ...pair, low: pointAt(candidate) }, candidate)) ?? low.version;
    return [...between, high.version].find((known) => reader.olderThan(known));
  }

  /** The oldest version of a reader for whom the law is broken. */
  function firstBrokenUp(): Version {
    return (
      between.find((candidate) => breaks({ ...pair, high: pointAt(candidate) }, candidate)) ?? high.version
    );
  }

  function pointAt(candidate: Version): Pair['low'] {
    const target = targetBetween(pair, candidate);
    const manifest = typeof target === 'string' ? undefined : target;
    return { version: candidate, target, manifest, release: undefined, today: false };
  }

  function breaks(shorter: Pair, candidate: Version): boolean {
    const passed = between.filter((other) =>
      direction === 'down' ? candidate.olderThan(other) : other.olderThan(candidate),
    );
    const on = { trial: trial.only(law), pair: { ...shorter, between: passed } };
    // A version between the two may have no class of the past: then nothing is known of it.
    const tried = attempt(() => (direction === 'down' ? examineDown(on, instance) : examineUp(on, instance)));
    return 'value' in tried && tried.value.findings.length > 0;
  }
}

/** The step that deals with the field where the law is broken; else a hook, which may have touched anything; else the first. */
function stepFor(steps: readonly Step[], path: string): Step | undefined {
  const field = path.split('/')[1]?.replaceAll('~1', '/').replaceAll('~0', '~');
  const named = steps.find(
    (step) =>
      ('field' in step && step.field === field) ||
      (step.do === 'rename' && step.names.some((names) => names.includes(field ?? ''))),
  );
  return (
    named ?? steps.find((step) => step.do === 'hook') ?? steps.find((step) => step.do !== 'check') ?? steps[0]
  );
}
