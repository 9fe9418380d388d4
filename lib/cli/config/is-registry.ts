import type { Registry } from '../../model/registry.js';

/** Whether a value is a registry, of this copy of backlevel or of another one. */
export function isRegistry(value: unknown): value is Registry {
  if (typeof value !== 'object' || value === null) return false;
  const { models, find, attached, namespace } = value as Partial<Registry>;
  return (
    Array.isArray(models) &&
    typeof find === 'function' &&
    attached instanceof Map &&
    typeof namespace === 'string'
  );
}
