/** A stream that may be a terminal. */
export interface Terminal {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** One line that is drawn anew, on a terminal only: elsewhere each text would stay as a line of its own. */
export class ProgressLine {
  #drawn = false;

  constructor(readonly stream: Terminal) {}

  show(text: string): void {
    if (this.stream.isTTY !== true) return;
    this.#drawn = true;
    this.stream.write(`\r\u001B[K${text}`);
  }

  clear(): void {
    if (this.#drawn) this.stream.write('\r\u001B[K');
    this.#drawn = false;
  }
}
