import { LimitExceededError, PayloadSyntaxError } from '../errors/payload-errors.js';
import { shorten } from '../errors/shorten.js';

/** A text, or a stream of pieces of one, as a file, a response or a pipe is. */
export type TextSource =
  | string
  | Uint8Array
  | Iterable<string | Uint8Array>
  | AsyncIterable<string | Uint8Array>;

/** A line without its end. `text` or `problem` is there. */
export interface Line {
  /** Counted from 1. */
  readonly number: number;
  /** How many bytes of UTF-8 it took, its end included. */
  readonly bytes: number;
  readonly text?: string;
  /** Why there is no text: the line was too long to be kept, or no UTF-8. */
  readonly problem?: Error;
}

/**
 * The lines of a text that comes in pieces, wherever these are cut. Only a line feed ends a line: JSON may hold every other
 * character that some call the end of a line. Of a line that is longer than `limit` bytes nothing is kept.
 */
export async function* splitLines(source: TextSource, limit: number): AsyncGenerator<Line, void, undefined> {
  const open = new OpenLine(limit);
  const chunks = typeof source === 'string' || source instanceof Uint8Array ? [source] : source;
  for await (const chunk of chunks) {
    if (typeof chunk !== 'string' && !(chunk instanceof Uint8Array))
      throw new PayloadSyntaxError(`expected a stream of strings or bytes, got ${shorten(chunk)}`);
    let start = 0;
    for (let end = endOfLine(chunk, 0); end !== -1; end = endOfLine(chunk, start)) {
      open.add(cut(chunk, start, end));
      yield open.close(1);
      start = end + 1;
    }
    // A source may use its buffer again, so what waits for the next chunk is a copy.
    if (start < chunk.length) open.add(rest(chunk, start));
  }
  if (!open.empty) yield open.close(0);
}

/** The line that has not ended yet. */
class OpenLine {
  readonly #limit: number;
  #number = 1;
  #bytes = 0;
  #pieces: (string | Uint8Array)[] = [];

  constructor(limit: number) {
    this.#limit = limit;
  }

  get empty(): boolean {
    return this.#bytes === 0;
  }

  add(piece: string | Uint8Array): void {
    this.#bytes += typeof piece === 'string' ? Buffer.byteLength(piece) : piece.length;
    if (this.#bytes > this.#limit) this.#pieces = [];
    else this.#pieces.push(piece);
  }

  /** The line, and the next one is open. `end`: the bytes of its end. */
  close(end: number): Line {
    const line = { number: this.#number, bytes: this.#bytes + end, ...this.#content() };
    this.#number += 1;
    this.#bytes = 0;
    this.#pieces = [];
    return line;
  }

  #content(): Pick<Line, 'text' | 'problem'> {
    if (this.#bytes > this.#limit) return { problem: new LimitExceededError('bytes', this.#limit, '') };
    const pieces = this.#pieces;
    if (pieces.every((piece) => typeof piece === 'string')) return { text: pieces.join('') };
    const bytes = pieces.length === 1 ? (pieces[0] as Uint8Array) : Buffer.concat(pieces.map(toBytes));
    try {
      return { text: utf8.decode(bytes) };
    } catch {
      return { problem: new PayloadSyntaxError('it is not UTF-8') };
    }
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function endOfLine(chunk: string | Uint8Array, start: number): number {
  return typeof chunk === 'string' ? chunk.indexOf('\n', start) : chunk.indexOf(0x0a, start);
}

function cut(chunk: string | Uint8Array, start: number, end: number): string | Uint8Array {
  return typeof chunk === 'string' ? chunk.slice(start, end) : chunk.subarray(start, end);
}

function rest(chunk: string | Uint8Array, start: number): string | Uint8Array {
  // A Buffer's own slice() is a view.
  return typeof chunk === 'string' ? chunk.slice(start) : new Uint8Array(chunk.subarray(start));
}

function toBytes(piece: string | Uint8Array): Uint8Array {
  return typeof piece === 'string' ? Buffer.from(piece) : piece;
}
