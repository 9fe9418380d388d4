import { isBacklevelError } from '../../errors/backlevel-error.js';
import { at } from '../../codec/at.js';
import { encode } from '../../codec/encode.js';
import { sealEnvelope } from '../../codec/engine/envelope.js';
import { fromPrimitive } from '../../codec/from-primitive.js';
import type { Json } from '../../field/json.js';
import { versionManifest } from '../../history/references.js';
import { planFor } from '../../history/plan.js';
import type { Manifest } from '../../history/releases.js';
import type { Model } from '../../model/model.js';
import type { Version } from '../../version/version.js';
import type { Outcome } from './object-record.js';

/** Whether functions of the user's take part in leading a model from one version to another. */
export function isComputed(model: Model, from: Version, to: Version): boolean {
  return planFor(model, from, to).steps.some(
    (step) => step.do === 'hook' || step.do === 'retype' || ('computed' in step && step.computed === true),
  );
}

/**
 * What samples of `from` become at `to`. The class is played as it was at the newer of the two; its children are today's, because
 * hooks are written for those, and travel at the versions of `children`, so that what becomes of a sample does not change when a child does.
 */
export function outcomesOf(
  model: Model,
  samples: readonly Json[],
  from: Version,
  to: Version,
  children: Manifest,
): readonly Outcome[] {
  const newer = from.olderThan(to) ? to : from;
  const Past = at(model.Class, { ...versionManifest(model.Class), [model.name]: newer.text });
  return samples.map((sample) => {
    const primitive = sealEnvelope(model, from.text, sample as Record<string, Json>, undefined);
    try {
      const instance = fromPrimitive(Past, primitive, { partial: true });
      const text = encode(instance, { target: { ...children, [model.name]: to.text } });
      return { data: (JSON.parse(text) as Record<string, Json>)[model.envelope.data] as Json };
    } catch (error) {
      if (!isBacklevelError(error)) throw error;
      return { error: error.code };
    }
  });
}
