import type { Workload } from '../workload/workload.js';

/** What is timed, in the order of the tables. Each has a floor, see {@link floors}. */
export const TASKS = [
  'encode',
  'backport',
  'decode',
  'decode, tracked',
  'decode old',
  'decode old, tracked',
  'check good',
  'check bad',
  'small encode',
  'small backport',
  'small decode',
  'small decode old',
  'list to bytes',
  'list to bytes, old',
  'list decode',
] as const;

export type TaskName = (typeof TASKS)[number];

/** One way to do a task. `index` says which sample; a list ignores it. */
export interface Task {
  readonly run: (index: number) => unknown;
  /**
   * What an output means, to compare it with the reference: the plain data, for a wire form of one's own;
   * without it an output to send is read as JSON with nested envelopes.
   */
  readonly meaning?: (output: never) => unknown;
}

export type Tasks = { readonly [Name in TaskName]?: Task };

/** One library, used as its documentation says. */
export interface Contender {
  /** The packages whose versions the results name. */
  readonly packages: readonly string[];
  /** `'nested'`: an envelope for each object, byte for byte what the floor writes; `'own'` has less to write; `'binary'` is no JSON. */
  readonly wire: 'nested' | 'own' | 'binary';
  /** What it checks of a value that it reads. */
  readonly checksReading: string;
  /** What it checks of a value that it writes. */
  readonly checksWriting: string;
  /** What it knows of older versions. */
  readonly versions: string;
  /** What was written by hand around it. */
  readonly byHand: string;
  /** Sets the library up. What it answers is verified against the workload before it is timed. */
  readonly prepare: (workload: Workload) => Tasks;
}
