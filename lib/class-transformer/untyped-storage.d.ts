/** class-transformer exports no way to its metadata, and no types for the file that holds them. */
declare module 'class-transformer/cjs/storage.js' {
  export const defaultMetadataStorage: unknown;
}
