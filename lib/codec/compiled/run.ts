import { defaultLimits, type Limits } from '../../field/limits.js';
import type { Manifest } from '../../history/releases.js';
import type { ShapeField } from '../../history/shape.js';
import type { WrongField } from '../engine/check-wrong.js';

/** No text that a format takes, and no constant of a history, is longer: below such a limit somebody must look at each. */
export const LONGEST_FORMAT = 64;

/**
 * What one call of compiled code carries along. Compiled code answers `undefined` (a check: `false`) for anything that is not plainly
 * fine, and then the interpreting engine runs the whole verb: nothing here knows of faults or messages. Only a check that looks for
 * wrong fields goes on behind the first, and tells where they are.
 */
export class Run {
  /** The members of all lists and dicts so far. */
  items = 0;
  /** Set by a writer where the value is not what was read. */
  differs = false;
  /** The wrong fields that were found, in the order of the walk, where they are looked for. */
  wrong: WrongField[] | undefined;
  /** Whether something is wrong that no single field tells: the engine must then see the whole payload. */
  lost = false;
  /** What the hooks are told of the call. */
  manifest: Manifest | undefined;
  context: unknown;
  readonly maxItems: number;
  readonly maxString: number;
  readonly maxDepth: number;

  constructor(
    limits: Partial<Limits> | undefined,
    readonly partial: boolean,
    readonly track: boolean,
    /** Whether the payload is nobody else's, so that it stays as it was read. */
    readonly owns = false,
  ) {
    this.maxItems = limits?.items ?? defaultLimits.items;
    this.maxString = limits?.stringLength ?? defaultLimits.stringLength;
    this.maxDepth = limits?.depth ?? defaultLimits.depth;
  }

  /** Whether the caller's limits are so small that even what is written as a matter of course could be too much. */
  get isNarrow(): boolean {
    return this.maxString < LONGEST_FORMAT || this.maxItems < LONGEST_FORMAT;
  }

  /** Notes a wrong field of the object at a depth; true where the check ends here. */
  miss(object: WrongField['object'], field: ShapeField, depth: number): boolean {
    if (this.wrong === undefined) return true;
    // oxlint-disable-next-line unicorn/no-new-array -- its places are filled from the end, by those who hold the object
    this.wrong.push({ path: new Array<string | number>(depth), object, field });
    return false;
  }

  /** Tells the wrong fields in an object that was just checked what leads to it at a depth of their path. */
  place(step: string | number, depth: number): void {
    const wrong = this.wrong as WrongField[];
    for (let last = wrong.length - 1; last >= 0; last--) {
      const { path } = wrong[last] as WrongField;
      if (path.length <= depth || path[depth] !== undefined) break;
      path[depth] = step;
    }
  }

  /** Gives up looking for wrong fields; always `false`, so that a check can return it. */
  lose(): false {
    this.lost = true;
    return false;
  }

  /** Whether a check ends behind a child that is wrong. */
  get stops(): boolean {
    return this.wrong === undefined || this.lost;
  }

  /** Counts the members of a list or a dict; false once there are too many. */
  take(members: number): boolean {
    this.items += members;
    return this.items <= this.maxItems;
  }
}
