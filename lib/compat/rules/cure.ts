import type { Subject } from './world.js';

/** The end of a cure: the version that the class must get, where it does not have it yet. */
export function withVersion(cure: string, { model, next, name }: Subject): string {
  return model.version.text === next ? cure : `${cure}, and set the version of ${name} to '${next}'`;
}

/** Versions as a sentence names them: `1.1, 1.2 and 1.4`. */
export function listed(versions: readonly string[]): string {
  const last = versions.at(-1) ?? '';
  return versions.length < 2 ? last : `${versions.slice(0, -1).join(', ')} and ${last}`;
}
