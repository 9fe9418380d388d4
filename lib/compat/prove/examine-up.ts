import type { Primitive } from '../../codec/engine/envelope.js';
import { copyData } from '../../field/json.js';
import { reachableModels } from '../../history/references.js';
import type { Manifest } from '../../history/releases.js';
import type { Model, ObjectClass } from '../../model/model.js';
import type { Version } from '../../version/version.js';
import { differencesOf } from './compare.js';
import { attempt, Findings } from './findings.js';
import { judgeRefusal } from './judge-refusal.js';
import { misplacedChild } from './misplaced-child.js';
import { newestManifest } from './points.js';
import type { Case, Instance, Verdict } from './trial.js';

/** Reads a payload of the older version as the newer service does, and says which laws that breaks. */
export function examineUp(on: Case, instance: Instance): Verdict {
  const { trial, pair } = on;
  const { model, high, between } = pair;
  const { subject, laws, context } = trial;
  const { payload, partial, mixed } = instance;
  const findings = new Findings(model, laws);
  const newer = trial.classAt(model, high);
  const read = (Class: ObjectClass, source: Primitive, lenient: boolean): Primitive =>
    findings.purely(source, (input) => subject.read(Class, input, lenient, context));

  const direct = attempt(() => read(newer, payload, partial));
  if ('error' in direct) {
    const judged = judgeRefusal(direct.error, model, payload);
    if (judged.kind === 'broken') findings.add('refusal', judged.rule, judged.reason, judged);
    const outcome = judged.kind === 'filtered' ? 'filtered' : 'refused';
    return { outcome, findings: findings.list, losses: [], reason: judged.reason };
  }

  const raised = direct.value;
  if (laws.has('deterministic'))
    findings.deterministic(
      raised,
      attempt(() => read(newer, payload, partial)),
    );
  if (laws.has('children')) {
    const misplaced = misplacedChild(raised, model, high.version, high.manifest);
    if (misplaced !== undefined)
      findings.add('children', 'CHILD_VERSION_UNPINNED', misplaced.message, misplaced);
  }
  if (laws.has('stepwise') && between.length > 0) findings.stepwise(raised, attempt(stepwise));
  // Children at other versions than those of their writer's release come back at those.
  const losses = mixed ? [] : roundTrip(on, instance, raised, findings);
  return {
    outcome: losses.length > 0 ? 'lossy' : 'lossless',
    findings: findings.list,
    after: raised,
    losses,
  };

  function stepwise(): Primitive {
    const children = childrenAt(on);
    let next = payload;
    for (const version of between) {
      const target = { ...children, [model.name]: version.text };
      const Class = trial.classAt(model, { target, today: false });
      // A field without `absent` is unset from the version on that brought it, which at once nobody demands.
      next = read(Class, next, partial || next !== payload);
    }
    return read(newer, next, true);
  }
}

/** The versions of all but the object itself: they are brought up at the first step, as they are where it is done at once. */
function childrenAt({ trial, pair }: Case): Manifest {
  const { model, low, high } = pair;
  const versions = trial.versionsAt(model, high);
  const known = reachableModels(model).map((child): [Model, Version | undefined] => [child, versions(child)]);
  const there = known.flatMap(([child, version]) =>
    version === undefined ? [] : [[child.name, version.text]],
  );
  return { ...newestManifest(model), ...low.manifest, ...(Object.fromEntries(there) as Manifest) };
}

/** What the older service does not get back of its own payload. */
function roundTrip(
  { trial, pair }: Case,
  { payload, partial }: Instance,
  raised: Primitive,
  findings: Findings,
): Verdict['losses'] {
  const { model, low, high } = pair;
  const { subject, context } = trial;
  const back = attempt(() => subject.write(copyData(raised), low.target, model.registry, context).primitive);
  if ('error' in back) {
    findings.refusedOnReturn(back.error, raised, 'down');
    return [];
  }
  const differences = differencesOf(payload, back.value, {
    model,
    high: trial.versionsAt(model, high),
    partial,
  });
  const silent = differences.find(({ declared }) => !declared);
  if (silent !== undefined)
    findings.add(
      'round-trip-old',
      'ROUND_TRIP_LOSES',
      `written back, ${silent.path} is not what it was`,
      silent,
    );
  return differences.map(({ path, declared }) => ({ path, kind: 'round-trip', declared }));
}
