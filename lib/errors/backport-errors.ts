import { BacklevelError } from './backlevel-error.js';

const INSPECT = Symbol.for('nodejs.util.inspect.custom');

/** A value that a backport could not carry. `path` is a JSON pointer through field names, from the object that is written. */
export interface Loss {
  readonly path: string;
  readonly kind: 'dropped' | 'replaced' | 'retyped' | 'hook' | 'child' | 'one-way';
  readonly object: string;
  readonly from: unknown;
  readonly to: unknown;
  readonly declared: boolean;
}

/** Thrown when an object cannot be written at a version: unknown, below its oldest, newer than itself, or another major. */
export class UnsupportedTargetError extends BacklevelError {
  override readonly name = 'UnsupportedTargetError';
  readonly code = 'BACKLEVEL_UNSUPPORTED_TARGET';

  constructor(
    readonly object: string,
    readonly target: string,
    readonly oldest: string,
    readonly newest: string,
    reason?: string,
  ) {
    super(
      reason ??
        `cannot write ${object} at ${target}: it can be written at ${oldest === newest ? newest : `${oldest} to ${newest}`}`,
    );
  }
}

/** Thrown when a value that is set does not exist in the older version, and the history says no fallback for it. */
export class ValueTooNewError extends BacklevelError {
  override readonly name = 'ValueTooNewError';
  readonly code = 'BACKLEVEL_VALUE_TOO_NEW';

  /** `since` is the version that made the change which the value needs. */
  constructor(
    readonly object: string,
    readonly field: string,
    readonly since: string,
    readonly target: string,
    readonly reason: string,
    options?: ErrorOptions,
  ) {
    super(
      `cannot write ${object} at ${target}: ${field}: ${reason}, and the value needs ${object} ${since}; ` +
        'give it a fallback, write it another way in a hook, or hold it back until the reader is upgraded',
      options,
    );
  }
}

/**
 * Thrown when a hook throws, returns something, or writes what does not fit. `cause` is what it threw; of an object with
 * sensitive fields it is kept, but not shown where the error is logged.
 */
export class HookError extends BacklevelError {
  override readonly name = 'HookError';
  readonly code = 'BACKLEVEL_HOOK';

  constructor(
    readonly object: string,
    readonly version: string,
    readonly direction: 'down' | 'up' | 'needs' | 'resolve',
    readonly reason: string,
    options?: ErrorOptions & { readonly hideCause?: boolean },
  ) {
    super(`${object}: the ${direction} hook of ${version} ${reason}`, options);
    if (options?.hideCause) Object.defineProperty(this, INSPECT, { value: () => this.stack });
  }
}

/** Thrown when nothing says at which version a child must be written. */
export class ChildVersionUnknownError extends BacklevelError {
  override readonly name = 'ChildVersionUnknownError';
  readonly code = 'BACKLEVEL_CHILD_VERSION_UNKNOWN';

  constructor(
    readonly object: string,
    readonly version: string,
    readonly field: string,
    readonly child: string,
    reason?: string,
  ) {
    super(
      reason ??
        `cannot write ${object} at ${version}: nothing says which ${child} goes with it in ${field}; ` +
          `give the target as a manifest, define a release that names ${object} and ${child}, or say versions: { ... } on ${field}`,
    );
  }
}

/** Thrown by a write with `strict: true` that would lose something. */
export class LossError extends BacklevelError {
  override readonly name = 'LossError';
  readonly code = 'BACKLEVEL_LOSS';

  constructor(
    readonly object: string,
    readonly target: string,
    readonly losses: readonly Loss[],
  ) {
    super(
      `writing ${object} at ${target} would lose ${losses.map((loss) => (loss.path === '' ? 'all that cannot be read back' : loss.path)).join(', ')}; ` +
        'write it without strict, or hold it back until the reader is upgraded',
    );
  }
}

/** Thrown by a synchronous verb when a hook must look something up first, or a callback answered with a promise. */
export class NeedsAsyncError extends BacklevelError {
  override readonly name = 'NeedsAsyncError';
  readonly code = 'BACKLEVEL_NEEDS_ASYNC';

  constructor(
    readonly object: string,
    readonly version: string,
    readonly verb: string,
  ) {
    super(`${object} ${version} needs a look-up: call ${verb}, or declare a fallback on the hook`);
  }
}

/** Thrown by `changes` for an object that was decoded without tracking. */
export class NotTrackedError extends BacklevelError {
  override readonly name = 'NotTrackedError';
  readonly code = 'BACKLEVEL_NOT_TRACKED';

  constructor(readonly object: string) {
    super(`${object} was decoded without tracking, so its changes are unknown: decode it with track: true`);
  }
}
