import { DeclarationError, DuplicateRegistrationError } from '../errors/declaration-errors.js';
import type { Model } from './model.js';
import type { Naming } from './naming.js';

/** What classes in a registry have in common, unless a class says otherwise. */
export interface RegistryOptions {
  /** The namespace in the envelope; `'backlevel'` where nothing is said. */
  readonly namespace?: string;
  readonly naming?: Naming;
  /** What stands before `.name`, `.version`, ... in an envelope: `'versioned_object'`, as in oslo.versionedobjects, or `'nova_object'`. */
  readonly envelope?: string;
  /** `false` forbids that code is generated for its classes, which then are interpreted; see docs/performance.md. */
  readonly codegen?: boolean;
}

/**
 * The versioned classes that know each other: names on the wire are looked up here and nowhere else.
 * A name is unique by namespace and major version.
 */
export class Registry {
  readonly namespace: string;
  readonly naming: Naming;
  readonly envelope: string;
  readonly codegen: boolean;
  readonly #models = new Map<string, Model[]>();
  #revision = 0;
  /** What higher layers hang on the registry: its releases. */
  readonly attached = new Map<symbol, unknown>();

  constructor(options: RegistryOptions = {}) {
    this.namespace = options.namespace ?? 'backlevel';
    this.naming = options.naming ?? 'as-is';
    this.envelope = options.envelope ?? 'versioned_object';
    this.codegen = options.codegen ?? true;
    if (this.envelope === '' || this.envelope in Object.prototype) {
      throw new DeclarationError(
        'new Registry()',
        `envelope: ${JSON.stringify(this.envelope)} is no prefix`,
        "say a word, as in 'versioned_object'",
      );
    }
  }

  /** How many models there are. */
  get size(): number {
    return this.models.length;
  }

  /** Grows whenever models come or go, so that what was derived from them can be derived anew. */
  get revision(): number {
    return this.#revision;
  }

  /** Every model, in the order of declaration. */
  get models(): readonly Model[] {
    return [...this.#models.values()].flat();
  }

  /** @throws DuplicateRegistrationError where namespace, name and major version are taken */
  add(model: Model): void {
    const named = this.#models.get(model.name) ?? [];
    const other = named.find(
      (known) => known.namespace === model.namespace && known.version.major === model.version.major,
    );
    if (other !== undefined) {
      throw new DuplicateRegistrationError(
        model.name,
        model.namespace,
        model.version.text,
        other.version.text,
      );
    }
    this.#models.set(model.name, [...named, model]);
    this.#revision += 1;
  }

  /**
   * Remembers what the registry holds. What it answers puts that back: models that were declared since are forgotten, releases too.
   */
  save(): () => void {
    const models = new Map(this.#models);
    const attached = new Map(this.attached);
    return () => {
      this.#models.clear();
      for (const [name, named] of models) this.#models.set(name, named);
      this.attached.clear();
      for (const [key, value] of attached) this.attached.set(key, value);
      this.#revision += 1;
    };
  }

  /**
   * The model of a name: of that namespace (any, where none is said), of that major version (the newest, where none is said).
   */
  find(name: string, namespace?: string, major?: number): Model | undefined {
    let found: Model | undefined;
    for (const model of this.#models.get(name) ?? []) {
      if (namespace !== undefined && model.namespace !== namespace) continue;
      if (major !== undefined && model.version.major !== major) continue;
      if (found === undefined || found.version.olderThan(model.version)) found = model;
    }
    return found;
  }
}

const DEFAULT = Symbol.for('backlevel.registry.1');
const shared = globalThis as { [DEFAULT]?: Registry };

/** The registry of classes that name none; one for all copies of backlevel in the process. */
export const defaultRegistry: Registry = (shared[DEFAULT] ??= new Registry());
