import { asKey } from './as-key.js';

/** How property names become wire names: unchanged, or `rootStackId` → `root_stack_id`. */
export type Naming = 'as-is' | 'snake_case';

export function wireName(property: string, naming: Naming): string {
  if (naming === 'as-is') return property;
  const split = property.replace(/([a-z0-9])([A-Z])/g, '$1_$2').replace(/([A-Z])([A-Z][a-z])/g, '$1_$2');
  return asKey(split.toLowerCase());
}

/** The property for a wire name that no property of today has: the reverse of {@link wireName}. */
export function propertyName(wire: string, naming: Naming): string {
  return naming === 'as-is'
    ? wire
    : asKey(wire.replace(/_+([a-z0-9])/g, (_match, letter: string) => letter.toUpperCase()));
}
