import { BacklevelError } from './backlevel-error.js';
import type { Fault } from './fault.js';
import { shorten } from './shorten.js';

/** Thrown when a text is not JSON. */
export class PayloadSyntaxError extends BacklevelError {
  override readonly name = 'PayloadSyntaxError';
  readonly code = 'BACKLEVEL_PAYLOAD_SYNTAX';

  constructor(reason: string, options?: ErrorOptions) {
    super(`the payload is not JSON: ${reason}`, options);
  }
}

/** Thrown when a payload does not have the envelope that is expected: a wrong or a missing key, or another object's name. */
export class EnvelopeError extends BacklevelError {
  override readonly name = 'EnvelopeError';
  readonly code = 'BACKLEVEL_ENVELOPE';

  constructor(
    readonly fault: Fault,
    options?: ErrorOptions,
  ) {
    super(fault.message, options);
  }
}

/** Thrown when a payload names an object that no class is registered for. */
export class UnknownObjectError extends BacklevelError {
  override readonly name = 'UnknownObjectError';
  readonly code = 'BACKLEVEL_UNKNOWN_OBJECT';

  constructor(
    readonly object: string,
    readonly namespace: string,
    readonly pointer: string,
  ) {
    super(
      `no class is registered for ${shorten(object)} in namespace ${shorten(namespace)}${pointer === '' ? '' : ` at ${pointer}`}: ` +
        'import the module that declares it, or decode with the registry that holds it',
    );
  }
}

/** Thrown when a payload is newer than this process can read, or of another major version. `supported` is the newest it can. */
export class IncompatibleObjectVersionError extends BacklevelError {
  override readonly name = 'IncompatibleObjectVersionError';
  readonly code = 'BACKLEVEL_INCOMPATIBLE_OBJECT_VERSION';

  constructor(
    readonly object: string,
    readonly version: string,
    readonly supported: string,
    readonly pointer: string,
    options?: ErrorOptions,
  ) {
    const bridged = Number.parseInt(version, 10) === Number.parseInt(supported, 10);
    super(
      `cannot read ${object} ${version}${pointer === '' ? '' : ` at ${pointer}`}: the newest version known here is ${supported}; ` +
        (bridged
          ? `pin the sender to ${supported}, or give decode() a backport`
          : 'between major versions nothing is bridged: read it with the class of that major version'),
      options,
    );
  }
}

/** Thrown when a payload claims a version below the oldest that its class still supports. */
export class ObjectTooOldError extends BacklevelError {
  override readonly name = 'ObjectTooOldError';
  readonly code = 'BACKLEVEL_OBJECT_TOO_OLD';

  constructor(
    readonly object: string,
    readonly version: string,
    readonly oldest: string,
    readonly pointer: string,
  ) {
    super(
      `cannot read ${object} ${version}${pointer === '' ? '' : ` at ${pointer}`}: the oldest version supported here is ` +
        `${oldest}; upgrade the sender to ${oldest} first`,
    );
  }
}

/** Thrown when a payload's data do not fit the version it claims. `faults` are all that were looked for, the first is thrown. */
export class InvalidPayloadError extends BacklevelError {
  override readonly name = 'InvalidPayloadError';
  readonly code = 'BACKLEVEL_INVALID_PAYLOAD';
  readonly fault: Fault;

  constructor(
    readonly object: string,
    readonly version: string,
    readonly faults: readonly [Fault, ...Fault[]],
  ) {
    super(`${faults[0].message} (at ${faults[0].pointer === '' ? 'the top' : faults[0].pointer})`);
    this.fault = faults[0];
  }
}

/** Thrown when values given for an instance, or an instance about to be written, do not fit its class. */
export class InvalidObjectError extends BacklevelError {
  override readonly name = 'InvalidObjectError';
  readonly code = 'BACKLEVEL_INVALID_OBJECT';
  readonly fault: Fault;

  constructor(
    readonly object: string,
    readonly faults: readonly [Fault, ...Fault[]],
  ) {
    super(`${faults[0].message} (at ${faults[0].pointer === '' ? 'the top' : faults[0].pointer})`);
    this.fault = faults[0];
  }
}

/** Thrown when a payload or an instance is larger, deeper or longer than the limits allow. */
export class LimitExceededError extends BacklevelError {
  override readonly name = 'LimitExceededError';
  readonly code = 'BACKLEVEL_LIMIT_EXCEEDED';

  constructor(
    readonly limit: 'bytes' | 'depth' | 'items' | 'stringLength',
    readonly allowed: number,
    readonly pointer: string,
  ) {
    super(
      `more ${limit} than allowed${pointer === '' ? '' : ` at ${pointer}`}: the limit is ${allowed}; ` +
        `raise limits.${limit} where such payloads are expected`,
    );
  }
}

/** Thrown when an instance contains itself. */
export class CyclicObjectError extends BacklevelError {
  override readonly name = 'CyclicObjectError';
  readonly code = 'BACKLEVEL_CYCLIC_OBJECT';

  constructor(
    readonly object: string,
    readonly pointer: string,
  ) {
    super(
      `${object} contains itself${pointer === '' ? '' : ` at ${pointer}`}: a payload is a tree; write a reference by id instead`,
    );
  }
}

/** Thrown when a value has no canonical JSON form, because JSON would bend or drop it. */
export class CanonicalJsonError extends BacklevelError {
  override readonly name = 'CanonicalJsonError';
  readonly code = 'BACKLEVEL_CANONICAL_JSON';

  constructor(
    readonly pointer: string,
    readonly reason: string,
  ) {
    super(
      `no canonical JSON for ${reason}${pointer === '' ? '' : ` at ${pointer}`}: turn it into plain JSON data first`,
    );
  }
}
