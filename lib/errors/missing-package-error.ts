import { BacklevelError } from './backlevel-error.js';

/** Thrown when a package is needed that is installed only by those who use what needs it. */
export class MissingPackageError extends BacklevelError {
  override readonly name = 'MissingPackageError';
  readonly code = 'BACKLEVEL_MISSING_PACKAGE';

  constructor(
    readonly missing: string,
    readonly purpose: string,
    options?: ErrorOptions,
  ) {
    super(`${purpose} needs ${missing}: npm install --save-dev ${missing}`, options);
  }
}
