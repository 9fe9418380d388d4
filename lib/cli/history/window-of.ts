import { windowReleases } from '../../compat/rules/window-releases.js';
import type { Releases } from '../../history/releases.js';
import type { Share } from './share.js';

/**
 * The releases that may run with today's code: those that it defines, and the last that were recorded. `undefined` where there is
 * none at all: then every version may run, and an empty window would say that none does.
 */
export function windowOf({ registry, history }: Share, window: number): Releases | undefined {
  const releases = windowReleases(registry, history, undefined, window);
  if (releases.length === 0) return undefined;
  const names = releases.map(({ name }) => name);
  return {
    names,
    window: names,
    manifest: (name) => releases.find((each) => each.name === name)?.manifest ?? {},
  };
}
