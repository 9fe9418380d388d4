import type { Proof } from '../../compat/prove/proof.js';
import { prove, type ProveOptions } from '../../compat/prove/prove.js';
import { recordedPast } from '../../compat/recorded-past.js';
import type { Context } from '../context.js';
import type { Share } from './share.js';
import { windowOf } from './window-of.js';

/**
 * The proof of one registry over the releases that may run: those that the code defines, and the last that were recorded. Readers
 * and writers of the past are what was recorded of them, where that is anything.
 */
export function proveShare(
  share: Share,
  window: number,
  options: ProveOptions,
  { progress }: Context,
): Promise<Proof> {
  const { registry, history } = share;
  const past = history.objects.size === 0 ? {} : { past: recordedPast(history) };
  return prove(registry, windowOf(share, window), {
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
