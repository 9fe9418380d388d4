import type { Json } from '../field/json.js';
import type { ObjectType } from '../field/object-type.js';
import { childTarget } from '../history/child-version.js';
import { childModels } from '../history/references.js';
import type { Manifest } from '../history/releases.js';
import { type Shape, shapeAt } from '../history/shape.js';
import { modelOf } from '../model/model-of.js';
import type { Model, ObjectClass } from '../model/model.js';
import type { Version } from '../version/version.js';
import type { Target } from './engine/options.js';
import { resolveTarget } from './engine/target.js';

type Schema = Readonly<Record<string, Json>>;

/**
 * The JSON Schema (draft 2020-12) of a class's payloads at a version, a release or a manifest; at its newest where nothing is said.
 * Children stand under `$defs`, each at the version that goes with it. Fields that the version does not know are admitted, as on decode.
 */
export function jsonSchema(Class: ObjectClass, options: { readonly at?: Target } = {}): Schema {
  const model = modelOf(Class);
  const { version, manifest } = resolveTarget(model, options.at);
  const builder = new SchemaBuilder();
  const root = builder.reference(model, version, manifest);
  return { $schema: 'https://json-schema.org/draft/2020-12/schema', ...root, $defs: builder.definitions };
}

class SchemaBuilder {
  readonly definitions: Record<string, Schema> = {};

  reference(model: Model, version: Version, manifest: Manifest | undefined): Schema {
    const key = `${model.namespace}.${model.name}-${version}`;
    if (!Object.hasOwn(this.definitions, key)) {
      this.definitions[key] = {};
      this.definitions[key] = this.#envelope(model, shapeAt(model, version), manifest);
    }
    return { $ref: `#/$defs/${key.replaceAll('~', '~0').replaceAll('/', '~1')}` };
  }

  #envelope(model: Model, shape: Shape, manifest: Manifest | undefined): Schema {
    const { envelope } = model;
    return {
      type: 'object',
      required: [envelope.name, envelope.namespace, envelope.version, envelope.data],
      properties: {
        [envelope.name]: { const: model.name },
        [envelope.namespace]: { const: model.namespace },
        [envelope.version]: { const: shape.version.text },
        [envelope.data]: this.#data(model, shape, manifest),
        [envelope.changes]: { type: 'array', items: { type: 'string' } },
      },
    };
  }

  #data(model: Model, shape: Shape, manifest: Manifest | undefined): Schema {
    const properties: Record<string, Schema> = {};
    for (const { wire, type, definition } of shape.fields) {
      const reference = (object: object): Json =>
        this.#children(object as ObjectType, model, shape.version, wire, manifest);
      const { doc, deprecated } = definition.options;
      properties[wire] = {
        ...type.schema({ reference }),
        ...(doc === undefined ? {} : { description: doc }),
        ...(deprecated === undefined ? {} : { deprecated: true }),
      };
    }
    return {
      type: 'object',
      required: shape.fields.filter((field) => !field.optional).map((field) => field.wire),
      properties,
    };
  }

  #children(
    type: ObjectType,
    parent: Model,
    version: Version,
    field: string,
    manifest: Manifest | undefined,
  ): Schema {
    const choices = childModels(type, parent).flatMap((child) => {
      const target = childTarget({ parent, version, field, type }, child, manifest);
      return target === 'drop' ? [] : [this.reference(child, target.version, target.manifest)];
    });
    return choices.length === 1 ? (choices[0] as Schema) : { anyOf: choices };
  }
}
