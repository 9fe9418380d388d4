import { BacklevelError } from './backlevel-error.js';
import { shorten } from './shorten.js';

/** Thrown when a class, a field or a set of releases is declared wrongly. `where` names the class and the field. */
export class DeclarationError extends BacklevelError {
  override readonly name = 'DeclarationError';
  readonly code = 'BACKLEVEL_DECLARATION';

  constructor(
    readonly where: string,
    readonly reason: string,
    readonly cure: string,
    options?: ErrorOptions,
  ) {
    super(`${where}: ${reason}; ${cure}`, options);
  }
}

/** Thrown when a second class is declared under a namespace, name and major version that one registry already holds. */
export class DuplicateRegistrationError extends BacklevelError {
  override readonly name = 'DuplicateRegistrationError';
  readonly code = 'BACKLEVEL_DUPLICATE_REGISTRATION';

  constructor(
    readonly object: string,
    readonly namespace: string,
    readonly version: string,
    readonly registered: string,
  ) {
    super(
      `${namespace}.${object} ${version}: the registry already holds ${namespace}.${object} ${registered}; ` +
        'give one of them another name, namespace or major version, or its own Registry',
    );
  }
}

/** Thrown when text that should be a version is none. */
export class InvalidVersionError extends BacklevelError {
  override readonly name = 'InvalidVersionError';
  readonly code = 'BACKLEVEL_INVALID_VERSION';

  constructor(
    readonly input: string,
    reason = "a version is 'X.Y' or 'X.Y.Z', whole numbers without leading zeros, each at most 999999, as a string",
  ) {
    super(`${input} is no version: ${reason}`);
  }
}

/** Thrown when a class carries a model written by a copy of backlevel whose format this copy does not know. */
export class IncompatibleCopyError extends BacklevelError {
  override readonly name = 'IncompatibleCopyError';
  readonly code = 'BACKLEVEL_INCOMPATIBLE_COPY';

  constructor(
    readonly found: string,
    readonly known: number,
  ) {
    super(
      `the model has format ${found}, and this copy of backlevel knows format ${known}: ` +
        'two copies of backlevel are installed; make it a peer dependency of the package that shares the models',
    );
  }
}

/** Thrown when something that is no versioned class, or no instance of one, is given where one is needed. */
export class UnregisteredObjectError extends BacklevelError {
  override readonly name = 'UnregisteredObjectError';
  readonly code = 'BACKLEVEL_UNREGISTERED_OBJECT';

  constructor(
    readonly given: string,
    readonly cure: string,
  ) {
    super(`${given} is not versioned: ${cure}`);
  }
}

/** Thrown when a name is neither a version, a release nor a manifest that can be written for. */
export class UnknownReleaseError extends BacklevelError {
  override readonly name = 'UnknownReleaseError';
  readonly code = 'BACKLEVEL_UNKNOWN_RELEASE';

  constructor(
    readonly release: string,
    readonly known: readonly string[],
  ) {
    super(
      `no release is called ${shorten(release)}: ` +
        (known.length === 0
          ? 'this registry has no releases; call defineReleases(registry, {...}) first'
          : `the registry defines ${known.join(', ')}`),
    );
  }
}
