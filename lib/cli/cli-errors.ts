import { BacklevelError } from '../errors/backlevel-error.js';

/** Thrown when the configuration, or a module that it names, cannot be used. `file` is the one that is wrong. */
export class ConfigLoadError extends BacklevelError {
  override readonly name = 'ConfigLoadError';
  readonly code = 'BACKLEVEL_CONFIG';

  constructor(
    readonly file: string,
    readonly reason: string,
    readonly cure: string,
    options?: ErrorOptions,
  ) {
    super(`${file}: ${reason}; ${cure}`, options);
  }
}

/** Thrown when a command is asked for what it cannot do: an object that is not there, a file that is there already. */
export class UsageError extends BacklevelError {
  override readonly name = 'UsageError';
  readonly code = 'BACKLEVEL_USAGE';

  constructor(
    readonly reason: string,
    readonly cure: string,
    options?: ErrorOptions,
  ) {
    super(`${reason}; ${cure}`, options);
  }
}

/** Thrown when a module of the project ended the process, or would have, before the command was done. */
export class InterruptedError extends BacklevelError {
  override readonly name = 'InterruptedError';
  readonly code = 'BACKLEVEL_INTERRUPTED';

  constructor(
    readonly reason: string,
    options?: ErrorOptions,
  ) {
    super(`the command was not finished: ${reason}; name modules that only declare classes`, options);
  }
}
