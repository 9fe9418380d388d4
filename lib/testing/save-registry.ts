import { defaultRegistry, type Registry } from '../model/registry.js';

/**
 * Remembers what a registry holds, and answers a function that puts it back: classes that a test declares are forgotten with it,
 * so that the next one can declare others under the same names.
 *
 * @example
 * test.afterEach.always(saveRegistry());
 */
export function saveRegistry(registry: Registry = defaultRegistry): () => void {
  return registry.save();
}
