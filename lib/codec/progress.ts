/** How far a list or a stream has come. */
export interface Progress {
  /** Items that were read or written. */
  readonly items: number;
  /** Items that were left out, because something was wrong with them. */
  readonly bad: number;
  /** Bytes of text that were read or written. */
  readonly bytes: number;
}
