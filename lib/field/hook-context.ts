/**
 * A child as hooks see it: always in its newest shape, with wire names and JSON values. One that a hook makes has no changes.
 */
export interface ChildData {
  readonly name: string;
  readonly version: string;
  readonly namespace?: string;
  readonly changes?: readonly string[];
  readonly data: HookData;
}

/** The data that a hook reads and writes: its shape is that of versions the compiler no longer knows. */
// oxlint-disable-next-line typescript/no-explicit-any -- older shapes exist only at run time; the one place where any is allowed
export type HookData = Record<string, any>;

/** What a hook is given beside the data. */
export interface HookContext {
  /** The object's data: the same that the hook got as its first argument. */
  readonly data: HookData;
  readonly object: string;
  /** The version that made the change which the hook undoes or redoes. */
  readonly version: string;
  readonly direction: 'down' | 'up';
  /** The version that this object is being turned into. */
  readonly target: string;
  /** The versions of the reader's objects, where the target is a manifest or a release. */
  readonly manifest: Readonly<Record<string, string>> | undefined;
  /** What the caller gave as `context`. */
  readonly context: unknown;
  /** What `resolve` found, or the hook's `fallback`. */
  readonly resolved: unknown;
  /** A child to put into the data: `data` are wire names and JSON values in the child's newest shape. */
  readonly child: (object: object | string, data: HookData) => ChildData;
  /** Refuses the conversion: the value of `field` has no place in the other version. */
  readonly refuse: (field: string, reason: string) => never;
}
