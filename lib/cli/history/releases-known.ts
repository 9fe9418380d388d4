import type { History } from '../../compat/record/history.js';
import { type Manifest, releasesOf } from '../../history/releases.js';
import type { Registry } from '../../model/registry.js';

/** Every release that is known, by name: those that the code defines, and those that were recorded, which count where both are. */
export function releasesKnown(
  registries: readonly Registry[],
  history: History,
): ReadonlyMap<string, Manifest> {
  const known = new Map<string, Manifest>();
  for (const registry of registries) {
    const defined = releasesOf(registry);
    for (const name of defined?.names ?? [])
      known.set(name, { ...known.get(name), ...defined?.manifest(name) });
  }
  for (const [name, manifest] of Object.entries(history.releases)) known.set(name, manifest);
  return known;
}
