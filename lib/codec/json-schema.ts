import type { Json } from '../field/json.js';
import type { ObjectType } from '../field/object-type.js';
import { childTarget } from '../history/child-version.js';
import { childModels } from '../history/references.js';
import type { Manifest } from '../history/releases.js';
import { type Shape, shapeAt, type ShapeField } from '../history/shape.js';
import { modelOf } from '../model/model-of.js';
import type { Model, ObjectClass } from '../model/model.js';
import type { Version } from '../version/version.js';
import { untaggedVersion } from './engine/convert.js';
import type { Target } from './engine/options.js';
import { resolveTarget } from './engine/target.js';

type Schema = Readonly<Record<string, Json>>;

/**
 * The JSON Schema (draft 2020-12) of what is written for a target: a version, a release, a manifest or `'untagged'`; the newest
 * version where nothing is said. Children stand under `$defs`, each at the version that goes with it. Fields that the version
 * does not know are admitted, as on decode. Patterns are told so that they hold where `format` is only an annotation, too.
 */
export function jsonSchema(Class: ObjectClass, options: { readonly at?: Target } = {}): Schema {
  const model = modelOf(Class);
  const written = resolveTarget(model, options.at);
  const builder = new SchemaBuilder(written.newest);
  const root = builder.reference(model, written);
  return { $schema: 'https://json-schema.org/draft/2020-12/schema', ...root, $defs: builder.definitions };
}

/** How an object is written: at a version, its children as the manifest says or, where it is bare, as bare as itself. */
interface Written {
  readonly version: Version;
  readonly manifest: Manifest | undefined;
  readonly untagged: boolean;
}

class SchemaBuilder {
  readonly definitions: Record<string, Schema> = {};
  readonly #manifests = new Map<string, (Manifest | undefined)[]>();

  /** `newest`: whether the whole payload is written at its newest version. */
  constructor(readonly newest: boolean) {}

  reference(model: Model, written: Written): Schema {
    const key = this.#keyOf(model, written);
    if (!Object.hasOwn(this.definitions, key)) {
      this.definitions[key] = {};
      const data = this.#data(model, written);
      this.definitions[key] = written.untagged ? data : envelopeOf(model, written.version, data);
    }
    return { $ref: `#/$defs/${encodeURIComponent(key.replaceAll('~', '~0').replaceAll('/', '~1'))}` };
  }

  // One object at one version has more than one form where two manifests reach it, and its children differ.
  #keyOf(model: Model, { version, manifest, untagged }: Written): string {
    const name = `${model.namespace}.${model.name}-${untagged ? 'untagged' : version}`;
    const hasChildren = shapeAt(model, version).fields.some((field) => field.type.nest !== undefined);
    const known = this.#manifests.get(name) ?? [];
    this.#manifests.set(name, known);
    const by = hasChildren ? manifest : undefined;
    if (!known.includes(by)) known.push(by);
    const form = known.indexOf(by) + 1;
    return form === 1 ? name : `${name}-${form}`;
  }

  #data(model: Model, written: Written): Schema {
    const shape: Shape = shapeAt(model, written.version);
    const properties: Record<string, Schema> = {};
    const required: string[] = [];
    for (const field of shape.fields) {
      const choices = (type: ObjectType): Schema[] => this.#choices(type, field, model, written);
      const { doc, deprecated } = field.definition.options;
      properties[field.wire] = {
        ...field.type.schema({ reference: (type) => oneOf(choices(type as ObjectType)) }),
        ...(doc === undefined ? {} : { description: doc }),
        ...(deprecated === undefined ? {} : { deprecated: true }),
      };
      const dropped = field.type.kind === 'object' && choices(field.type as ObjectType).length === 0;
      if (!field.optional && !dropped) required.push(field.wire);
    }
    return { type: 'object', required, properties };
  }

  /** The forms that a child may have; none where the reader knows none of them, and they are dropped. */
  #choices(type: ObjectType, { wire }: ShapeField, parent: Model, written: Written): Schema[] {
    const { version, manifest, untagged } = written;
    return childModels(type, parent).flatMap((child) => {
      if (untagged)
        return [this.reference(child, { version: untaggedVersion(child), manifest: undefined, untagged })];
      const target = childTarget(
        { parent, version, field: wire, type, newest: this.newest },
        child,
        manifest,
      );
      return target === 'drop' ? [] : [this.reference(child, { ...target, untagged })];
    });
  }
}

function oneOf(choices: readonly Schema[]): Schema {
  if (choices.length === 0) return { not: {} };
  return choices.length === 1 ? (choices[0] as Schema) : { anyOf: choices };
}

function envelopeOf({ envelope, name, namespace }: Model, version: Version, data: Schema): Schema {
  return {
    type: 'object',
    required: [envelope.name, envelope.namespace, envelope.version, envelope.data],
    properties: {
      [envelope.name]: { const: name },
      [envelope.namespace]: { const: namespace },
      [envelope.version]: { const: version.text },
      [envelope.data]: data,
      [envelope.changes]: { type: 'array', items: { type: 'string' } },
    },
  };
}
