import { EnvelopeError, InvalidObjectError, InvalidPayloadError } from '../../errors/payload-errors.js';
import { type ChildCodec, Session } from '../../field/session.js';
import type { Manifest } from '../../history/releases.js';
import type { Model } from '../../model/model.js';
import type { Lookups } from './lookups.js';
import type { ReadOptions, WriteOptions } from './options.js';

/** One run of a verb: the walk of a session, and what the verb was asked to do. */
export class Work extends Session {
  /** The model whose data are being walked. */
  model: Model;
  /** Whether some object was written at another version than its newest here. */
  stale = false;
  readonly partial: boolean;
  readonly refuseUnknown: boolean;
  readonly coerces: boolean;
  readonly track: boolean;
  readonly context: unknown;
  /** The reader's manifest, once the target is known. */
  manifest: Manifest | undefined;
  /** Whether the whole payload is written at its newest version. */
  newest = true;
  /** Write the data bare. */
  untagged = false;
  /** Make what is written the state that changes are counted from. */
  restamp = false;
  /** How many objects the coercion stands in: it comes before the check, which counts the levels. */
  coerceDepth = 0;
  /** Report fields that an instance must have and has not. */
  demands = false;
  /** Instances that are being written, from the outside in. */
  readonly ancestors: object[] = [];

  constructor(
    model: Model,
    children: ChildCodec,
    options: ReadOptions & WriteOptions & { readonly all?: boolean },
    readonly lookups: Lookups | undefined,
  ) {
    super({ children, limits: options.limits, all: options.all ?? false, python: options.python });
    this.model = model;
    this.object = model.name;
    this.partial = options.partial ?? false;
    this.refuseUnknown = options.unknown === 'refuse';
    this.coerces = options.coerce ?? false;
    this.track = options.track ?? true;
    this.context = options.context;
  }

  /** Walks into another object; message names and references follow. */
  within<T>(model: Model, walk: () => T): T {
    const { model: outer, object, field, sensitive } = this;
    this.model = model;
    this.object = model.name;
    this.field = undefined;
    try {
      return walk();
    } finally {
      this.model = outer;
      this.object = object;
      this.field = field;
      this.sensitive = sensitive;
    }
  }

  /** @throws the first problem of a payload that was read at `version` */
  throwInvalidPayload(version: string): void {
    const first = this.problems[0];
    if (first === undefined) return;
    if (first.error !== undefined) throw first.error;
    if (first.fault.kind === 'envelope') throw new EnvelopeError(first.fault);
    const [fault, ...others] = this.faults;
    throw new InvalidPayloadError(this.model.name, version, [fault as typeof first.fault, ...others]);
  }

  /** @throws the first problem of an instance */
  throwInvalidObject(): void {
    const first = this.problems[0];
    if (first === undefined) return;
    if (first.error !== undefined) throw first.error;
    const [fault, ...others] = this.faults;
    throw new InvalidObjectError(this.model.name, [fault as typeof first.fault, ...others]);
  }
}
