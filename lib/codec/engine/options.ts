import type { Limits } from '../../field/limits.js';
import type { Manifest } from '../../history/releases.js';

/** What a peer that knows the newer version is asked to do with a payload that is too new. */
export interface BackportRequest {
  readonly object: string;
  readonly version: string;
  readonly supported: string;
  /** The whole payload, as it came. */
  readonly primitive: unknown;
  /** What this process reads: the versions to write it at. */
  readonly manifest: Manifest;
}

/** How a payload is read. */
export interface ReadOptions {
  /** Demand no field; what is absent stays unset. */
  readonly partial?: boolean;
  /** What happens to fields that the version does not know: ignored and reported once (the default), or refused. */
  readonly unknown?: 'ignore' | 'refuse';
  /** Read leniently, as oslo.versionedobjects does where that is sane: `"5"` is an integer. */
  readonly coerce?: boolean;
  /** Keep what the instance was read from, so that `changes` works; true unless it says otherwise. */
  readonly track?: boolean;
  /** Accept bare NaN and Infinity, as Python's json writes them. */
  readonly python?: boolean;
  readonly limits?: Partial<Limits>;
  /** Handed to hooks as `context.context`. */
  readonly context?: unknown;
  /** Asked for an older form of a payload that is too new; a promise only in the async verbs. */
  readonly backport?: (request: BackportRequest) => unknown;
}

/** A version, the name of a release, a manifest, or `'untagged'` for bare data without envelopes. */
export type Target = string | Manifest;

/** How an instance is written. */
export interface WriteOptions {
  readonly target?: Target | undefined;
  /** Refuse a write that would lose anything. */
  readonly strict?: boolean;
  /** Write NaN and Infinity bare, as Python's json reads them. */
  readonly python?: boolean;
  readonly limits?: Partial<Limits>;
  /** Handed to hooks as `context.context`. */
  readonly context?: unknown;
}
