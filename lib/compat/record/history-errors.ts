import { BacklevelError } from '../../errors/backlevel-error.js';

/** Thrown when a file of a history cannot be taken as it is: damaged, edited by hand, or written by a newer backlevel. */
export class HistoryFileError extends BacklevelError {
  override readonly name = 'HistoryFileError';
  readonly code = 'BACKLEVEL_HISTORY_FILE';

  constructor(
    readonly file: string,
    readonly reason: string,
    readonly cure: string,
    options?: ErrorOptions,
  ) {
    super(`${file}: ${reason}; ${cure}`, options);
  }
}

/** Thrown when there is no history, or none of the object or the version that is asked for. */
export class HistoryMissingError extends BacklevelError {
  override readonly name = 'HistoryMissingError';
  readonly code = 'BACKLEVEL_HISTORY_MISSING';

  constructor(
    readonly wanted: string,
    readonly cure: string,
  ) {
    super(`${wanted} is not recorded: ${cure}`);
  }
}

/** Thrown when two branches recorded the same version of an object, and their files were put together. */
export class VersionCollisionError extends BacklevelError {
  override readonly name = 'VersionCollisionError';
  readonly code = 'BACKLEVEL_VERSION_COLLISION';

  constructor(
    readonly file: string,
    /** The version that is there twice; `undefined` where the file still has the marks of a merge. */
    readonly version: string | undefined,
  ) {
    super(
      `${file}: ${version === undefined ? 'it has the marks of a merge that was not finished' : `it has version ${version} twice`}; ` +
        `two branches made the same version: keep the one that was merged first, give the other change the next version in the code ` +
        `(since: and the version of the class), then run backlevel snapshot`,
    );
  }
}

/** Thrown when no payload of a version can be made up to record what becomes of it. */
export class SampleError extends BacklevelError {
  override readonly name = 'SampleError';
  readonly code = 'BACKLEVEL_SAMPLE';

  constructor(
    readonly object: string,
    readonly version: string,
    /** The wire name of the field that is in the way. */
    readonly field: string,
    readonly reason: string,
    readonly cure: string,
  ) {
    super(`${object}.${field}: no sample of version ${version} can be made: ${reason}; ${cure}`);
  }
}

/** Thrown when a release is made under a name that there is already, or that cannot be one. */
export class ReleaseNameError extends BacklevelError {
  override readonly name = 'ReleaseNameError';
  readonly code = 'BACKLEVEL_RELEASE_NAME';

  constructor(
    readonly release: string,
    readonly reason: string,
  ) {
    super(`${JSON.stringify(release)} cannot be the name of a release: ${reason}; choose another name`);
  }
}
