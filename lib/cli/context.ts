import type { Paint } from './output/paint.js';

/** What a command may use of the process that runs it. */
export interface Context {
  /** The folder that paths are relative to. */
  readonly cwd: string;
  /** The configuration that was named with `--config`. */
  readonly configFile: string | undefined;
  readonly paint: Paint;
  /** All that stands in stdin. */
  readonly readInput: () => Promise<string>;
  /** Says how far a long work is; on a terminal in one line that is drawn anew. */
  readonly progress: (text: string) => void;
}
