import type { Proof } from '../../compat/prove/proof.js';
import { prove, type ProveOptions } from '../../compat/prove/prove.js';
import { recordedPast } from '../../compat/recorded-past.js';
import { windowReleases } from '../../compat/rules/window-releases.js';
import type { Releases } from '../../history/releases.js';
import type { Context } from '../context.js';
import type { Share } from './share.js';

/**
 * The proof of one registry over the releases that may run: those that the code defines, and the last that were recorded. Readers
 * and writers of the past are what was recorded of them, where that is anything.
 */
export function proveShare(
  { registry, history }: Share,
  window: number,
  options: ProveOptions,
  { progress }: Context,
): Promise<Proof> {
  const past = history.objects.size === 0 ? {} : { past: recordedPast(history) };
  return prove(registry, releasesOf(windowReleases(registry, history, undefined, window)), {
    ...options,
    ...past,
    onProgress: (done, total, pair) =>
      progress(
        pair === undefined
          ? `${done} of ${total}`
          : `${done + 1} of ${total}: ${pair.object}, written at ${pair.writer} for ${pair.reader}`,
      ),
  });
}

/** No release at all means every version; an empty window would mean none. */
function releasesOf(window: ReturnType<typeof windowReleases>): Releases | undefined {
  if (window.length === 0) return undefined;
  const names = window.map(({ name }) => name);
  return {
    names,
    window: names,
    manifest: (name) => window.find((each) => each.name === name)?.manifest ?? {},
  };
}
