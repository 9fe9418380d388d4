import type { Writable } from 'node:stream';
import { BufferTooSmallError, ItemError } from '../errors/stream-errors.js';
import { encode } from './encode.js';
import { encodeLines, type ItemSource } from './encode-lines.js';
import type { WriteOptions } from './engine/options.js';
import type { Progress } from './progress.js';

/** What is needed of a stream; each `Writable` of Node has it. Named here, so that nobody's compiler needs Node's types. */
export interface ByteStream {
  readonly writable: boolean;
  write(chunk: Uint8Array): boolean;
  end(): unknown;
  on(event: string, listener: (...given: never[]) => void): unknown;
}

/** How a list is written to bytes. */
export interface EncodeToOptions extends WriteOptions {
  /** Whether a stream is ended after the list; true unless it says otherwise. */
  readonly end?: boolean;
  /** Told after each instance in a buffer, and after each piece, of 64 KiB or of one late instance, that a stream took. */
  readonly onProgress?: (progress: Progress) => void;
}

/**
 * Writes instances as one JSON list, item by item, for readers of `target`: no text of the whole list is ever made.
 * Answers the number of bytes written. A stream is waited for when it is full; where an item cannot be written it is
 * destroyed, and its list is left without its closing bracket, so that no reader takes it for whole.
 *
 * @throws ItemError for an instance that cannot be written; its `cause` is what `encode` throws
 * @throws BufferTooSmallError where the list does not fit in the bytes
 * @example
 * await encodeTo(stacks, response, { target: '1.2' });
 */
export function encodeTo(items: Iterable<object>, bytes: Uint8Array, options?: EncodeToOptions): number;
export function encodeTo(items: ItemSource, stream: ByteStream, options?: EncodeToOptions): Promise<number>;
export function encodeTo(
  items: ItemSource,
  sink: Uint8Array | ByteStream,
  options: EncodeToOptions = {},
): number | Promise<number> {
  return sink instanceof Uint8Array
    ? fill(items as Iterable<object>, sink, options)
    : pump(items, sink as Writable, options);
}

const OPEN = 0x5b;
const COMMA = 0x2c;
const CLOSE = 0x5d;

function fill(
  items: Iterable<object>,
  sink: Uint8Array,
  { onProgress, end: _end, ...options }: EncodeToOptions,
): number {
  const buffer = Buffer.from(sink.buffer, sink.byteOffset, sink.byteLength);
  let [index, length] = [0, 0];
  for (const item of items) {
    const text = encodeItem(item, index, options);
    // Room for the bracket or the comma before it, and for the bracket that may follow. A UTF-16 unit takes at most three bytes.
    const room = buffer.length - length - 2;
    if (text.length * 3 > room && Buffer.byteLength(text) > room)
      throw new BufferTooSmallError(buffer.length, index);
    buffer[length] = index === 0 ? OPEN : COMMA;
    length += 1 + buffer.write(text, length + 1, 'utf8');
    index += 1;
    onProgress?.({ items: index, bad: 0, bytes: length });
  }
  if (index === 0) {
    if (buffer.length < 2) throw new BufferTooSmallError(buffer.length, 0);
    buffer[length++] = OPEN;
  }
  buffer[length] = CLOSE;
  return length + 1;
}

function encodeItem(item: object, index: number, options: WriteOptions): string {
  try {
    return encode(item, options);
  } catch (cause) {
    throw new ItemError(index, cause);
  }
}

async function pump(
  items: ItemSource,
  sink: Writable,
  { onProgress, end = true, ...options }: EncodeToOptions,
): Promise<number> {
  // Only who writes to a stream pays for loading the streams.
  const { pipeline } = await import('node:stream/promises');
  let [written, bytes] = [0, 0];
  async function* list(): AsyncGenerator<Buffer, void, undefined> {
    // Many small writes are dear; but what waits for its next item must not be kept back.
    const enough = Symbol.iterator in items ? 65_536 : 1;
    let text = '[';
    for await (const line of encodeLines(items, options)) {
      text += written === 0 ? line.slice(0, -1) : `,${line.slice(0, -1)}`;
      written += 1;
      if (text.length < enough) continue;
      yield* piece(text);
      text = '';
    }
    yield* piece(`${text}]`);
  }
  function* piece(text: string): Generator<Buffer, void, undefined> {
    const chunk = Buffer.from(text);
    yield chunk;
    bytes += chunk.length;
    onProgress?.({ items: written, bad: 0, bytes });
  }
  await pipeline(list, sink, { end });
  return bytes;
}
