import type { ExcludeOptions, ExposeOptions } from 'class-transformer';
import { findOwnModel } from '../model/model-of.js';
import type { Model, ObjectClass } from '../model/model.js';
import { exposeEntries, type Metadata, storage, type TypeMetadata } from './storage.js';

/** What class-transformer's decorators say of a class: in its body, and in those that it extends up to its versioned base. */
export class Decorations {
  /** The class, then those that it extends and that have no model of their own. */
  readonly classes: readonly ObjectClass[];
  readonly base: Model | undefined;

  constructor(readonly Class: ObjectClass) {
    const classes: ObjectClass[] = [];
    let next: unknown = Class;
    while (typeof next === 'function' && next !== Function.prototype) {
      this.base = findOwnModel(next as ObjectClass);
      if (this.base !== undefined) break;
      classes.push(next as ObjectClass);
      next = Object.getPrototypeOf(next);
    }
    this.classes = classes;
  }

  /** Whether there are any at all. */
  get empty(): boolean {
    const { _exposeMetadatas, _excludeMetadatas, _typeMetadatas, _transformMetadatas } = storage;
    return !this.classes.some((Class) =>
      [_exposeMetadatas, _excludeMetadatas, _typeMetadatas, _transformMetadatas].some((map) =>
        map.has(Class),
      ),
    );
  }

  /** Whether `@Exclude()` on the class leaves out every property without `@Expose`. */
  get excludesAll(): boolean {
    return (
      storage._excludeMetadatas.get(this.Class)?.has(undefined) === true &&
      storage._exposeMetadatas.get(this.Class)?.has(undefined) !== true
    );
  }

  /** The properties that may travel and that a decorator names, the excluded ones too, base classes' first. */
  get properties(): string[] {
    const { _exposeMetadatas, _excludeMetadatas, _typeMetadatas, _transformMetadatas } = storage;
    const maps = this.excludesAll
      ? [_exposeMetadatas]
      : [_exposeMetadatas, _typeMetadatas, _transformMetadatas, _excludeMetadatas];
    const names = this.classes
      .toReversed()
      .flatMap((Class) => maps.flatMap((map) => [...(map.get(Class)?.keys() ?? [])]));
    return [...new Set(names)].filter((name) => typeof name === 'string');
  }

  /** The `@Expose` of a property, the last to run; a subclass's replaces its base's. */
  exposed(property: string): Metadata<ExposeOptions> | undefined {
    return this.#nearest(storage._exposeMetadatas, property);
  }

  /** All of a property's `@Expose`, as far as they were seen. */
  exposures(property: string): { readonly entries: readonly ExposeOptions[]; readonly complete: boolean } {
    const last = this.exposed(property);
    if (last === undefined) return { entries: [], complete: true };
    const all = exposeEntries(last);
    return { entries: (all ?? [last]).map(({ options }) => options), complete: all !== undefined };
  }

  type(property: string): TypeMetadata | undefined {
    return this.#nearest(storage._typeMetadatas, property);
  }

  isTransformed(property: string): boolean {
    return this.classes.some((Class) => storage._transformMetadatas.get(Class)?.has(property));
  }

  /** The `@Exclude` of a property: that of a base class counts too, whatever the class itself exposes. */
  excluded(property: string): ExcludeOptions | undefined {
    return this.#nearest(storage._excludeMetadatas, property)?.options;
  }

  #nearest<T>(map: ReadonlyMap<object, ReadonlyMap<string | undefined, T>>, property: string): T | undefined {
    for (const Class of this.classes) {
      const found = map.get(Class)?.get(property);
      if (found !== undefined) return found;
    }
    return undefined;
  }
}

/** Whether a decorator works in one direction only: class-transformer takes both together as neither. */
export function isOneWay(options: ExcludeOptions | undefined): boolean {
  return options !== undefined && (options.toClassOnly === true) !== (options.toPlainOnly === true);
}
