import { LineError } from '../errors/stream-errors.js';
import { defaultLimits } from '../field/limits.js';
import { modelOf } from '../model/model-of.js';
import type { ObjectClass } from '../model/model.js';
import type { PartialOf } from '../model/values.js';
import { decodeAsync } from './async-verbs.js';
import type { ReadOptions } from './engine/options.js';
import type { Progress } from './progress.js';
import { splitLines, type TextSource } from './split-lines.js';

/** How lines are read; `limits.bytes` holds for each line. What is read from a stream is not tracked. */
export interface DecodeLinesOptions extends Omit<ReadOptions, 'track'> {
  /**
   * Told of a line that cannot be read, and awaited; then reading goes on. Without it the first such line ends the stream.
   * `text` is the line, unless it was too long or no UTF-8.
   */
  readonly onBadLine?: (error: LineError, text: string | undefined) => void | Promise<void>;
  /** Told after each line. */
  readonly onProgress?: (progress: Progress) => void;
}

/**
 * The instances of a text with one payload a line (NDJSON), of whatever version each claims. Blank lines are passed over.
 * Nothing is read ahead: the next piece is asked for when the lines of the last one are used up, and never more than one
 * piece and one line are held.
 *
 * @throws LineError for a line that cannot be read, with its number; its `cause` is what `decode` throws
 * @example
 * for await (const stack of decodeLines(Stack, createReadStream('stacks.ndjson'))) use(stack);
 */
export function decodeLines<T extends object>(
  Class: ObjectClass<T>,
  source: TextSource,
  options: DecodeLinesOptions & { readonly partial: true },
): AsyncGenerator<PartialOf<T>, void, undefined>;
export function decodeLines<T extends object>(
  Class: ObjectClass<T>,
  source: TextSource,
  options?: DecodeLinesOptions,
): AsyncGenerator<T, void, undefined>;
export function decodeLines(
  Class: ObjectClass,
  source: TextSource,
  options: DecodeLinesOptions = {},
): AsyncGenerator<object, void, undefined> {
  // What is no versioned class is said here, not by every line.
  modelOf(Class);
  return readLines(Class, source, options);
}

async function* readLines(
  Class: ObjectClass,
  source: TextSource,
  { onBadLine, onProgress, ...reading }: DecodeLinesOptions,
): AsyncGenerator<object, void, undefined> {
  const options: ReadOptions = { ...reading, track: false };
  let [items, bad, bytes] = [0, 0, 0];
  for await (const line of splitLines(source, options.limits?.bytes ?? defaultLimits.bytes)) {
    let instance: object | undefined;
    try {
      if (line.problem !== undefined) throw line.problem;
      const { text = '' } = line;
      if (/\S/.test(text)) {
        instance = await decodeAsync(Class, text, options);
        items += 1;
      }
    } catch (cause) {
      const error = new LineError(line.number, cause);
      if (onBadLine === undefined) throw error;
      bad += 1;
      await onBadLine(error, line.text);
    }
    bytes += line.bytes;
    onProgress?.({ items, bad, bytes });
    if (instance !== undefined) yield instance;
  }
}
