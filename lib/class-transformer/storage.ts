import type { ExcludeOptions, ExposeOptions, TypeOptions } from 'class-transformer';
import { defaultMetadataStorage } from 'class-transformer/cjs/storage.js';

/** What one decorator said: of a property, or, without a name, of the class. */
export interface Metadata<Options> {
  readonly target: object;
  readonly propertyName: string | undefined;
  readonly options: Options;
}

export interface TypeMetadata extends Metadata<TypeOptions> {
  /** The `design:type` of the property, where the compiler wrote one. */
  readonly reflectedType: unknown;
  readonly typeFunction: (() => unknown) | undefined;
}

/** By class, then by property. */
type ByClass<T> = ReadonlyMap<object, ReadonlyMap<string | undefined, T>>;

/** The part of class-transformer 0.5's `MetadataStorage` that is read here; it has no public list of typed properties. */
interface Storage {
  readonly _exposeMetadatas: ByClass<Metadata<ExposeOptions>>;
  readonly _excludeMetadatas: ByClass<Metadata<ExcludeOptions>>;
  readonly _typeMetadatas: ByClass<TypeMetadata>;
  readonly _transformMetadatas: ByClass<readonly Metadata<unknown>[]>;
  addExposeMetadata: (metadata: Metadata<ExposeOptions>) => void;
}

export const storage = defaultMetadataStorage as Storage;

const entries = new WeakMap<object, readonly Metadata<ExposeOptions>[]>();

// The storage keeps one @Expose a property: a second replaces the first, and with it the property's older name.
const add = storage.addExposeMetadata.bind(storage);
storage.addExposeMetadata = (metadata) => {
  const before = storage._exposeMetadatas.get(metadata.target)?.get(metadata.propertyName);
  const known = before === undefined ? [] : entries.get(before);
  if (known !== undefined) entries.set(metadata, [...known, metadata]);
  add(metadata);
};

/**
 * Every `@Expose` of the property whose last one is `last`; `undefined` where they ran before this module was loaded,
 * so that earlier ones may be lost.
 */
export function exposeEntries(last: Metadata<ExposeOptions>): readonly Metadata<ExposeOptions>[] | undefined {
  return entries.get(last);
}
