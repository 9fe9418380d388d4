import { defaultLimits, type Limits } from '../../field/limits.js';

/** No text that a format takes, and no constant of a history, is longer: below such a limit somebody must look at each. */
export const LONGEST_FORMAT = 64;

/**
 * What one call of compiled code carries along. Compiled code answers `undefined` (a check: `false`) for anything that is not plainly
 * fine, and then the interpreting engine runs the whole verb: nothing here knows of faults, pointers or messages.
 */
export class Run {
  /** The members of all lists and dicts so far. */
  items = 0;
  /** Set by a writer where the value is not what was read. */
  differs = false;
  readonly maxItems: number;
  readonly maxString: number;
  readonly maxDepth: number;

  constructor(
    limits: Partial<Limits> | undefined,
    readonly partial: boolean,
    readonly track: boolean,
  ) {
    this.maxItems = limits?.items ?? defaultLimits.items;
    this.maxString = limits?.stringLength ?? defaultLimits.stringLength;
    this.maxDepth = limits?.depth ?? defaultLimits.depth;
  }

  /** Whether the caller's limits are so small that even what is written as a matter of course could be too much. */
  get isNarrow(): boolean {
    return this.maxString < LONGEST_FORMAT || this.maxItems < LONGEST_FORMAT;
  }

  /** Counts the members of a list or a dict; false once there are too many. */
  take(members: number): boolean {
    this.items += members;
    return this.items <= this.maxItems;
  }
}
