import { ChildVersionUnknownError } from '../errors/backport-errors.js';
import { type FieldDefinition, definitionAt } from '../field/definition.js';
import { objectTypeIn, childModels, modelOfReference } from './references.js';
import { finishModel } from '../model/build-model.js';
import { isAlive, wireAt } from '../model/field-history.js';
import type { Model, ModelField, ObjectClass } from '../model/model.js';
import { propertyName } from '../model/naming.js';
import { Registry } from '../model/registry.js';
import { typeOf } from '../field/definition.js';
import { Version } from '../version/version.js';
import { childVersionAt } from './child-version.js';
import type { Manifest } from './releases.js';

import { valueAt } from '../version/version-map.js';

/**
 * A model as its readers and writers knew it at `version`: a class of its own, in a registry of its own, with the history
 * up to there. Its children are those of the manifest; without one those that went with it, as far as that is known, else today's.
 */
export function modelAt(model: Model, version: Version, manifest?: Manifest): Model {
  const { namespace, naming, envelope, codegen } = model.registry;
  return new World(new Registry({ namespace, naming, envelope, codegen }), manifest).model(model, version);
}

/** One past: each model once, at one version. */
class World {
  readonly #models = new Map<string, Model>();

  constructor(
    readonly registry: Registry,
    readonly manifest: Manifest | undefined,
  ) {}

  model(today: Model, version: Version): Model {
    const key = `${today.namespace}.${today.name} ${today.version.major}`;
    const known = this.#models.get(key);
    if (known !== undefined) return known;
    const alive = (field: ModelField): boolean => isAlive(field, version);
    const Class = class {} as unknown as ObjectClass;
    Object.defineProperty(Class, 'name', { value: today.name });
    const past = finishModel({
      ...today,
      version,
      fields: [...today.fields, ...today.retired]
        .filter(alive)
        .map((field) => this.#fieldAt(today, field, version)),
      retired: today.retired
        .filter(
          (field) =>
            !alive(field) && version.atLeast(Version.parse(field.definition.options.until as string)),
        )
        .map((field) => ({ ...field, definition: definitionAt(field.definition, version) })),
      hooks: today.hooks.filter((hook) => version.atLeast(hook.at)),
      base: today.base === undefined ? undefined : this.model(today.base, this.#baseVersion(today, version)),
      untagged: today.untagged !== undefined && version.atLeast(today.untagged) ? today.untagged : undefined,
      check: undefined,
      construct: () => new (Class as unknown as new () => object)(),
      registry: this.registry,
      Class,
    });
    this.#models.set(key, past);
    return past;
  }

  #fieldAt(today: Model, field: ModelField, version: Version): ModelField {
    const wire = wireAt(field, version);
    const definition = definitionAt(field.definition, version);
    const { until: _until, ...options } = definition.options;
    const renamed = wire !== field.wire;
    return {
      property: renamed ? propertyName(wire, today.naming) : field.property,
      wire,
      definition: this.#withPastChildren(
        today,
        { ...definition, options: { ...options, wire } },
        wire,
        version,
      ),
    };
  }

  #withPastChildren(
    today: Model,
    definition: FieldDefinition,
    field: string,
    version: Version,
  ): FieldDefinition {
    if (definition.element !== undefined) {
      return { ...definition, element: this.#withPastChildren(today, definition.element, field, version) };
    }
    if (definition.reference === undefined) return definition;
    const reference = (): object => {
      const type = objectTypeIn(typeOf(definition));
      if (type === undefined) return Object;
      for (const child of childModels(type, today)) {
        const then = childVersionAt(today, version, child, type.versions, this.manifest);
        if (then !== undefined) this.model(child, then);
      }
      const base = modelOfReference(type, today);
      const then = childVersionAt(today, version, base, type.versions, this.manifest);
      if (then !== undefined) return this.model(base, then).Class;
      throw new ChildVersionUnknownError(
        today.name,
        version.text,
        field,
        base.name,
        `${today.name} ${version} as the manifest knew it has no ${base.name}, which stands in ${field}; add ${base.name} to the manifest`,
      );
    };
    return { ...definition, reference };
  }

  #baseVersion(today: Model, version: Version): Version {
    const base = today.base as Model;
    const text = today.baseVersions === undefined ? undefined : valueAt(today.baseVersions, version);
    return text === undefined ? base.version : Version.parse(text);
  }
}
