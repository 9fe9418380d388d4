import type { Loss } from '../../errors/backport-errors.js';
import type { Json } from '../../field/json.js';

/** A value that a step changed; a side that has nothing there is not given. */
export interface Effect {
  /** A JSON pointer through wire names, from the object of the step. */
  readonly path: string;
  readonly before?: Json;
  readonly after?: Json;
}

/** What the change of one version did to one object on its way. */
export interface ExplainedStep {
  readonly object: string;
  /** Where the object stands in the payload, as a JSON pointer through wire names; empty at the top. */
  readonly place: string;
  /** The version that made the change. */
  readonly version: string;
  readonly direction: 'down' | 'up';
  readonly changes: readonly string[];
  readonly effects: readonly Effect[];
  /** What cannot be brought back from here; none on the way up. */
  readonly losses: readonly Loss[];
}

/** What became of a payload on its way to another version. Sensitive values are not shown. */
export interface Explanation {
  readonly object: string;
  readonly from: string;
  readonly to: string;
  readonly direction: 'down' | 'up';
  /** In the order in which they ran. */
  readonly steps: readonly ExplainedStep[];
  readonly losses: readonly Loss[];
  /** Why it ends before the target; then there is no result. */
  readonly refused?: { readonly code: string; readonly message: string };
  readonly result?: Json;
}
