import { ItemError } from '../errors/stream-errors.js';
import { encodeAsync } from './async-verbs.js';
import type { WriteOptions } from './engine/options.js';
import type { Progress } from './progress.js';

/** Instances, ready or still to come. */
export type ItemSource = Iterable<object> | AsyncIterable<object>;

/** How instances are written as lines. */
export interface EncodeLinesOptions extends WriteOptions {
  /** Told of an instance that cannot be written, and awaited; then writing goes on without it. Without it the stream ends there. */
  readonly onBadItem?: (error: ItemError, item: object) => void | Promise<void>;
  /** Told after each instance. */
  readonly onProgress?: (progress: Progress) => void;
}

/**
 * One line of JSON for each instance, its line feed included (NDJSON), for readers of `target`.
 * Nothing is written ahead: an instance is asked for when its line is.
 *
 * @throws ItemError for an instance that cannot be written; its `cause` is what `encode` throws
 * @example
 * await pipeline(encodeLines(stacks, { target: '1.2' }), createWriteStream('stacks.ndjson'));
 */
export async function* encodeLines(
  source: ItemSource,
  { onBadItem, onProgress, ...options }: EncodeLinesOptions = {},
): AsyncGenerator<string, void, undefined> {
  let [items, bad, bytes] = [0, 0, 0];
  for await (const item of source) {
    let line: string | undefined;
    try {
      line = `${await encodeAsync(item, options)}\n`;
      items += 1;
    } catch (cause) {
      const error = new ItemError(items + bad, cause);
      if (onBadItem === undefined) throw error;
      bad += 1;
      await onBadItem(error, item);
    }
    if (onProgress !== undefined) {
      bytes += line === undefined ? 0 : Buffer.byteLength(line);
      onProgress({ items, bad, bytes });
    }
    if (line !== undefined) yield line;
  }
}
