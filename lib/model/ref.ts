/**
 * The type of a property whose class is defined further down. The compiler writes decorated properties' types into the
 * metadata, where a class that does not exist yet would throw on load: `@field.object(() => Rack) rack!: Ref<Rack>`.
 */
export type Ref<T> = T;
