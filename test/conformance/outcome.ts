import type { ListFault } from './compare.js';

/** What was compared. */
export type Kind =
  | 'loads'
  | 'change sets'
  | 'round trips'
  | 'backports identical'
  | 'backports relabelled'
  | 'backports changing content'
  | 'backports refused';

export const kinds: readonly Kind[] = [
  'loads',
  'change sets',
  'round trips',
  'backports identical',
  'backports relabelled',
  'backports changing content',
  'backports refused',
];

/** Why Python's answer is not repeated: a closed list. */
export type Cause =
  | 'no-rule'
  | 'child-left-new'
  | 'child-missing-from-manifest'
  | 'child-stamped-1.0'
  | 'relationships-ignored'
  | 'stale-child-changes'
  | 'hook-crash-on-unset'
  | 'leaked-field'
  | 'ladder-order'
  | 'subclass-mislabelled'
  | 'text-only';

/** How one comparison came out. `what` says which recording it was, for a failure. */
export interface Outcome {
  readonly project: string;
  readonly name: string;
  readonly kind: Kind;
  readonly result: 'matched' | 'deviation' | 'needs a hook' | 'failed';
  readonly cause?: Cause;
  /** What is wrong with Python's lists of changes. */
  readonly listFaults?: readonly ListFault[];
  readonly what: string;
}
