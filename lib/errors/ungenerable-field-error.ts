import { BacklevelError } from './backlevel-error.js';

/** Thrown where no value can be made for a field, so that nothing could be proved of its object. */
export class UngenerableFieldError extends BacklevelError {
  override readonly name = 'UngenerableFieldError';
  readonly code = 'BACKLEVEL_UNGENERABLE_FIELD';

  constructor(
    readonly field: string,
    readonly reason: string,
    options?: ErrorOptions,
  ) {
    super(`${field}: no value can be generated: ${reason}`, options);
  }
}
