import { BacklevelError } from '../errors/backlevel-error.js';

/** Thrown by a test where the code would break a peer at another version. Each problem says what is wrong and what to type. */
export class IncompatibleChangeError extends BacklevelError {
  override readonly name = 'IncompatibleChangeError';
  readonly code = 'BACKLEVEL_INCOMPATIBLE_CHANGE';

  constructor(readonly problems: readonly string[]) {
    super(problems.join('\n\n'));
  }
}
