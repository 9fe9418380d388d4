import type { FieldType } from '../../field/field-type.js';
import type { Json } from '../../field/json.js';
import type { ObjectType } from '../../field/object-type.js';
import { Session } from '../../field/session.js';
import { sealEnvelope } from '../../codec/engine/envelope.js';
import { nodeChildren } from '../../codec/engine/node-children.js';
import { childModels } from '../../history/references.js';
import type { Manifest } from '../../history/releases.js';
import { type ShapeField, shapeAt } from '../../history/shape.js';
import type { Model } from '../../model/model.js';
import { Version } from '../../version/version.js';
import { fieldRecordOf } from './field-record.js';
import { SampleError } from './history-errors.js';
import { sampleValue, type Variant } from './sample-value.js';

const FEWEST = 3;
const MOST = 12;
/** Below this depth there is no more of anything than there must be. */
const DEEPEST = 4;
/** No reader takes more: each child is two levels, and a payload may have 100. */
const ENDLESS = 50;

/**
 * Made-up data of one version, good for every reader of it: the first has every field set, the second as little as may be,
 * the others take other values where there is a choice. Children stand in their envelopes, at the versions of `children`.
 *
 * @throws SampleError for a field of which no value can be made up
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
    // A class can contain itself: at some depth there is no more of it.
    const own = depth >= DEEPEST ? { ...variant, least: true } : variant;
    for (const field of shapeAt(model, version).fields) {
      if (field.optional && own.least) continue;
      if (depth >= ENDLESS) throw endless(model, version, field);
      const value = await this.#value(model, version, field, own, depth);
      if (value !== undefined) data[field.wire] = value;
    }
    return data;
  }

  /** A value that the field takes: made up, or what the declaration says of it. */
  async #value(
    model: Model,
    version: Version,
    field: ShapeField,
    variant: Variant,
    depth: number,
  ): Promise<Json | undefined> {
    const { type, wire, optional } = field;
    const made = await sampleValue(type, wire, variant, (object, of) =>
      this.#child(object as ObjectType, model, of, depth + 1),
    );
    // What is in a child was looked at when the child was made.
    if (type.nest !== undefined || fits(type, made)) return made;
    const said = fieldRecordOf(field, model).default;
    if (said !== undefined && 'value' in said && fits(type, said.value)) return said.value;
    if (type.nullable) return null;
    if (optional) return undefined;
    throw new SampleError(
      model.name,
      version.text,
      wire,
      `no value was found that is ${type.describe()}`,
      `give the field a default, which is then taken`,
    );
  }

  async #child(type: FieldType, parent: Model, variant: Variant, depth: number): Promise<Json> {
    const models = childModels(type as ObjectType, parent);
    // A subclass can contain its base: at some depth only the base itself is an end.
    const child = models[depth > DEEPEST ? 0 : variant.index % models.length] as Model;
    const version = Version.parse(this.versions[child.name] ?? child.version.text);
    const data = await this.data(child, version, variant, depth);
    return sealEnvelope(child, version.text, data as Record<string, Json>, undefined) as Json;
  }
}

function fits(type: FieldType, value: Json): boolean {
  return type.check(value, new Session({ children: nodeChildren }));
}

function endless(model: Model, version: Version, { wire }: ShapeField): SampleError {
  return new SampleError(
    model.name,
    version.text,
    wire,
    'the object contains itself, and no payload of it can end',
    'make the field that contains it nullable or optional, or a list',
  );
}
