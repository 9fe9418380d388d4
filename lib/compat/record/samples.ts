import type { FieldType } from '../../field/field-type.js';
import type { Json } from '../../field/json.js';
import type { ObjectType } from '../../field/object-type.js';
import { sealEnvelope } from '../../codec/engine/envelope.js';
import { childModels } from '../../history/references.js';
import type { Manifest } from '../../history/releases.js';
import { shapeAt } from '../../history/shape.js';
import type { Model } from '../../model/model.js';
import { Version } from '../../version/version.js';
import { sampleValue, type Variant } from './sample-value.js';

const FEWEST = 3;
const MOST = 12;
const DEEPEST = 4;

/**
 * Made-up data of one version, good for every reader of it: the first has every field set, the second as little as may be,
 * the others take other values where there is a choice. Children stand in their envelopes, at the versions of `children`.
 */
export async function samplesOf(
  model: Model,
  version: Version,
  children: Manifest,
): Promise<readonly Json[]> {
  const sampler = new Sampler({ ...children, [model.name]: version.text });
  const count = Math.min(MOST, Math.max(FEWEST, choices(model, version)));
  const samples: Json[] = [];
  for (let index = 0; index < count; index++) {
    // The first has all there is; where the second has as little as may be, the third goes on with the choices.
    samples.push(await sampler.data(model, version, { index, least: index === 1 }, 0));
  }
  return samples;
}

/** How many values the enum with the most of them has. */
function choices(model: Model, version: Version): number {
  const counts = shapeAt(model, version).fields.map(({ type }) => {
    const values = (type.element ?? type).spec()['values'];
    return Array.isArray(values) ? values.length : 0;
  });
  return Math.max(0, ...counts);
}

class Sampler {
  constructor(readonly versions: Manifest) {}

  async data(model: Model, version: Version, variant: Variant, depth: number): Promise<Json> {
    const data: Record<string, Json> = {};
    for (const { wire, type, optional } of shapeAt(model, version).fields) {
      if (optional && (variant.least || depth >= DEEPEST)) continue;
      // A class can contain itself: at some depth there is no more of it.
      const own = depth >= DEEPEST ? { ...variant, least: true } : variant;
      data[wire] = await sampleValue(type, wire, own, (object, of) =>
        this.#child(object as ObjectType, model, of, depth + 1),
      );
    }
    return data;
  }

  async #child(type: FieldType, parent: Model, variant: Variant, depth: number): Promise<Json> {
    const models = childModels(type as ObjectType, parent);
    const child = models[variant.index % models.length] ?? (models[0] as Model);
    const version = Version.parse(this.versions[child.name] ?? child.version.text);
    const data = await this.data(child, version, variant, depth);
    return sealEnvelope(child, version.text, data as Record<string, Json>, undefined) as Json;
  }
}
