/** A finding that a team has looked at and accepts, until a day. */
export interface Waiver {
  readonly rule: string;
  /** The object, as in findings. */
  readonly object: string;
  /** The path, as in findings; empty where the object as a whole is meant. */
  readonly path: string;
  /** The versions that were looked at: a finding that is about another one too is not waived. */
  readonly versions: readonly string[];
  /** Why it is accepted; for those who meet it later. */
  readonly reason: string;
  /** The last day on which it holds, `2026-12-31`. */
  readonly until: string;
}
