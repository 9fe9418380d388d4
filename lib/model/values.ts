/** The names of an object's data: not its methods. */
export type DataKeys<T> = {
  [K in keyof T]-?: T[K] extends (...args: never[]) => unknown ? never : K;
}[keyof T] &
  string;

/**
 * What `create` takes: the data of an instance. All of it is optional to the compiler, which does not know the defaults;
 * what is missing is refused when it runs. `ValuesOf<{ id: number; save(): void }> // { id?: number }`
 */
export type ValuesOf<T> = { readonly [K in DataKeys<T>]?: T[K] | undefined };

/** An instance of which any field may be unset; its methods are there: `PartialOf<{ id: number }> // { id: number | undefined }`. */
export type PartialOf<T> = { [K in keyof T]: K extends DataKeys<T> ? T[K] | undefined : T[K] };
