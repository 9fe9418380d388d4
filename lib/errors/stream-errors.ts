import { BacklevelError } from './backlevel-error.js';

/** Thrown for a line that cannot be read; `line` counts from 1, blank lines too, and `cause` says what is wrong with it. */
export class LineError extends BacklevelError {
  override readonly name = 'LineError';
  readonly code = 'BACKLEVEL_LINE';

  constructor(
    readonly line: number,
    cause: unknown,
  ) {
    super(`line ${line}: ${reasonOf(cause)}`, { cause });
  }
}

/** Thrown for an item of a list or a stream that cannot be written; `index` counts from 0, and `cause` says what is wrong with it. */
export class ItemError extends BacklevelError {
  override readonly name = 'ItemError';
  readonly code = 'BACKLEVEL_ITEM';

  constructor(
    readonly index: number,
    cause: unknown,
  ) {
    super(`item ${index}: ${reasonOf(cause)}`, { cause });
  }
}

/** Thrown when a list does not fit in the buffer that it is written to. */
export class BufferTooSmallError extends BacklevelError {
  override readonly name = 'BufferTooSmallError';
  readonly code = 'BACKLEVEL_BUFFER_TOO_SMALL';

  constructor(
    /** The bytes that the buffer has. */
    readonly size: number,
    /** The first item that did not fit, counted from 0. */
    readonly index: number,
  ) {
    super(`a list does not fit in ${size} bytes, from item ${index} on: give a larger buffer, or a stream`);
  }
}

function reasonOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
