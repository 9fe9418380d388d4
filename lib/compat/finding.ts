/** How bad a finding is: errors fail a check, warnings and notes do not. */
export type Severity = 'error' | 'warn' | 'info';

/** Who suffers: a new reader of what an old writer sends, an old reader of what a new writer sends, or neither. */
export type Direction = 'old-to-new' | 'new-to-old' | 'none';

/** Whether the history bridges a difference: without loss, with a declared one, not at all, or nobody proved it. */
export type Coverage = 'lossless' | 'declared-loss' | 'uncovered' | 'unproved';

/** One thing that a check found. */
export interface Finding {
  /** The id of the rule, as in `FIELD_ADDED_NO_STRIP`. */
  readonly rule: string;
  readonly severity: Severity;
  readonly object: string;
  /** The version, or the versions, older first, between which it stands. */
  readonly versions: readonly string[];
  /** A wire name, and what stands below it; empty where the object as a whole is meant. */
  readonly path: string;
  readonly direction: Direction;
  readonly coverage?: Coverage;
  /** What is wrong, and for whom. */
  readonly message: string;
  /** The edit, or the command, that mends it: what to type. */
  readonly cure: string;
  /** Where a waiver silenced it: its reason. */
  readonly waived?: string;
}
