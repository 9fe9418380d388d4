import { BacklevelError } from '../../errors/backlevel-error.js';

/** Thrown for a waiver that says something that cannot be. `index` is its place in the list. */
export class WaiverError extends BacklevelError {
  override readonly name = 'WaiverError';
  readonly code = 'BACKLEVEL_WAIVER';

  constructor(
    readonly index: number,
    readonly reason: string,
    readonly cure: string,
  ) {
    super(`waiver ${index + 1}: ${reason}; ${cure}`);
  }
}
