export { exposeToClassTransformer } from './expose-to-class-transformer.js';
export { fromClassTransformer, type FromClassTransformerOptions } from './from-class-transformer.js';
export type { VersionNumbers } from './numbering.js';
