import type { ObjectType } from '../../field/object-type.js';
import { childModel, modelOfReference, reachableModels } from '../../history/references.js';
import { knownVersion } from '../../history/shape.js';
import { type Manifest, releasesOf } from '../../history/releases.js';
import type { Model } from '../../model/model.js';
import type { Registry } from '../../model/registry.js';
import { Version } from '../../version/version.js';
import type { Target } from '../engine/options.js';
import { resolveTarget } from '../engine/target.js';
import { isDict } from './dict-code.js';
import { ObjectReader } from './object-reader.js';
import type { ObjectWriter } from './object-writer.js';
import type { ChildReader } from './read-layout.js';
import { coldUses } from './tier.js';
import { WriteScope } from './write-scope.js';

interface TargetWriter {
  readonly writer: ObjectWriter;
  readonly manifest: Manifest | undefined;
}

/** Everything that was compiled for one root class and the classes that its payloads can hold. */
export class Program {
  readonly #readers = new Map<Model, Map<string, ObjectReader | undefined>>();

  /** The writers for readers of the newest versions. */
  readonly newest = new WriteScope(this, undefined, true);
  readonly #older = new WriteScope(this, undefined, false);
  readonly #byManifest = new WeakMap<Manifest, WriteScope>();

  readonly #byTarget = new Map<string, TargetWriter>();

  readonly #registries: readonly {
    readonly registry: Registry;
    readonly revision: number;
    readonly releases: unknown;
  }[];

  /** Whether objects of these classes have a compiled form at all. */
  readonly usable: boolean;

  constructor(readonly model: Model) {
    const models = reachableModels(model);
    this.usable = models.every(hasPlainFields);
    this.#registries = [...new Set(models.map(({ registry }) => registry))].map((registry) => ({
      registry,
      revision: registry.revision,
      releases: releasesOf(registry),
    }));
  }

  /** Whether what was compiled is still right: a class that was declared since, or a release, may have changed it. */
  get current(): boolean {
    for (const { registry, revision, releases } of this.#registries)
      if (registry.revision !== revision || releasesOf(registry) !== releases) return false;
    return true;
  }

  /** The reader of a model's payloads of the version that they claim; `undefined` for what must be looked at. */
  reader(model: Model, claimed: unknown): ObjectReader | undefined {
    let readers = this.#readers.get(model);
    if (readers === undefined) this.#readers.set(model, (readers = new Map()));
    const known = readers.get(claimed as string);
    if (known !== undefined) return known;
    const version = Version.tryParse(claimed);
    if (version === undefined || !model.version.accepts(version) || version.olderThan(model.oldest))
      return undefined;
    // A writer that is a patch ahead is met too seldom to be compiled for.
    if (!knownVersion(model, version).equals(version)) return undefined;
    const reader = new ObjectReader(model, version, (type) => this.childReader(type, model));
    readers.set(version.text, reader);
    return reader;
  }

  /** The writers for readers of a manifest that cannot change, or of none. */
  scope(manifest: Manifest | undefined): WriteScope {
    if (manifest === undefined) return this.#older;
    let scope = this.#byManifest.get(manifest);
    if (scope === undefined) this.#byManifest.set(manifest, (scope = new WriteScope(this, manifest, false)));
    return scope;
  }

  /** The writer for a target as callers name it; `undefined` for one that must be looked at. */
  writerFor(model: Model, target: Target): TargetWriter | undefined {
    const known = typeof target === 'string' ? this.#byTarget.get(target) : undefined;
    if (known !== undefined) return known;
    const { version, manifest, untagged, newest } = resolveTarget(model, target);
    if (untagged || (manifest !== undefined && !Object.isFrozen(manifest))) return undefined;
    const writer = (newest ? this.newest : this.scope(manifest)).writer(
      model,
      newest ? model.version : version,
    );
    const found = { writer, manifest };
    if (typeof target === 'string') this.#byTarget.set(target, found);
    return found;
  }

  childReader(type: ObjectType, parent: Model): ChildReader {
    const base = modelOfReference(type, parent);
    const { envelope } = base;
    const find = (wire: unknown): ObjectReader | undefined => {
      if (!isDict(wire)) return undefined;
      const name = wire[envelope.name];
      const namespace = wire[envelope.namespace];
      if (typeof name !== 'string' || typeof namespace !== 'string') return undefined;
      const model = childModel(type, parent, name, namespace);
      return model === undefined ? undefined : this.reader(model, wire[envelope.version]);
    };
    const version = base.version.text;
    const newest = type.subclasses === undefined ? this.reader(base, version) : undefined;
    const readerFor = (wire: unknown): ObjectReader | undefined =>
      newest !== undefined && (wire as Readonly<Record<string, unknown>>)[envelope.version] === version
        ? newest
        : find(wire);
    return {
      versionKey: envelope.version,
      version,
      newest,
      check: (wire, run, depth) => readerFor(wire)?.check(wire, run, depth) ?? run.lose(),
      read: (wire, run, depth) => readerFor(wire)?.read(wire, run, depth),
    };
  }
}

// JavaScript moves names that are whole numbers to the front; and lenient reading is not compiled.
const WHOLE = /^(?:0|[1-9]\d*)$/;

function hasPlainFields({ fields, retired }: Model): boolean {
  return fields.concat(retired).every(({ wire, definition: { options } }) => {
    const isWhole = options.renamed?.some((change) => WHOLE.test(change.from)) ?? false;
    return options.coerce !== true && !isWhole && !WHOLE.test(wire);
  });
}

/** The programs, and how often a class was used before it got one. */
const programs = new WeakMap<Model, Program | number>();

/** The program of a class, made anew where something that it stands on has changed; `undefined` while the class is used for the first times. */
export function programOf(model: Model): Program | undefined {
  const known = programs.get(model) ?? 0;
  if (typeof known === 'object' && known.current) return known;
  if (typeof known === 'number' && known < coldUses()) {
    programs.set(model, known + 1);
    return undefined;
  }
  const program = new Program(model);
  programs.set(model, program);
  return program;
}
