export { exposeToClassTransformer } from './expose-to-class-transformer.js';
