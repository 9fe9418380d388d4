import type { BacklevelError } from '../errors/backlevel-error.js';
import { type Fault, type FaultKind, pointerOf } from '../errors/fault.js';
import { LimitExceededError } from '../errors/payload-errors.js';
import { shorten } from '../errors/shorten.js';
import { defaultLimits, type Limits } from './limits.js';
import type { ObjectType } from './object-type.js';

/** What object types ask of the codec: a child's model is known above this layer. */
export interface ChildCodec {
  check(wire: unknown, type: ObjectType, session: Session): boolean;
  read(wire: unknown, type: ObjectType, session: Session): unknown;
  write(value: unknown, type: ObjectType, session: Session): unknown;
  coerce(wire: unknown, type: ObjectType, session: Session): unknown;
}

export interface SessionOptions {
  readonly children: ChildCodec;
  readonly limits?: Partial<Limits> | undefined;
  /** Collect every fault; otherwise the work stops at the first. */
  readonly all?: boolean;
  /** Accept NaN and the infinities in number fields, as Python's json does. */
  readonly python?: boolean | undefined;
}

/** One problem: the fault, and the error to throw for it where that is not the usual one. */
export interface Problem {
  readonly fault: Fault;
  /** Where it stands, by segments. */
  readonly path: readonly (string | number)[];
  /** The message without the names of object and field. */
  readonly reason: string;
  readonly error: BacklevelError | undefined;
}

/**
 * The state of one walk over a payload or an instance: where it stands, what it found, how much it has seen.
 *
 * A check answers `false` once something is wrong; without `all`, everyone returns at once.
 */
export class Session {
  readonly path: (string | number)[] = [];
  readonly problems: Problem[] = [];
  children: ChildCodec;
  readonly limits: Limits;
  readonly all: boolean;
  readonly python: boolean;
  /** The object and the field that are being walked, for messages. */
  object = '';
  field: string | undefined;
  sensitive = false;
  /** How deep the path is at the sensitive field; what stands below it is sensitive too, keys among it. */
  sensitiveDepth = 0;
  /** Whether a value was seen that `JSON.stringify` cannot write: a bigint, or NaN and the infinities for Python. */
  lossless = false;
  #items = 0;

  constructor(options: SessionOptions) {
    this.children = options.children;
    this.limits = options.limits === undefined ? defaultLimits : { ...defaultLimits, ...options.limits };
    this.all = options.all ?? false;
    this.python = options.python ?? false;
  }

  get pointer(): string {
    return pointerOf(this.sensitive ? this.path.slice(0, this.sensitiveDepth) : this.path);
  }

  get failed(): boolean {
    return this.problems.length > 0;
  }

  get faults(): Fault[] {
    return this.problems.map((problem) => problem.fault);
  }

  /** The members of all lists and dicts that were met. */
  get items(): number {
    return this.#items;
  }

  /** Records that a value is not what was expected; always `false`, so that a check can return it. */
  expected(what: string, got: unknown, kind: FaultKind = 'type'): false {
    return this.fault(kind, `expected ${what}, got ${this.show(got)}`);
  }

  /** A value as a message may show it. */
  show(value: unknown): string {
    return this.sensitive ? 'something else (the field is sensitive)' : shorten(value);
  }

  /** Walks into a field: what it holds is sensitive where the field is, or one around it. */
  enterField(key: string, sensitive: boolean): boolean {
    const outer = this.sensitive;
    this.path.push(key);
    if (sensitive && !outer) {
      this.sensitive = true;
      this.sensitiveDepth = this.path.length;
    }
    return outer;
  }

  leaveField(outer: boolean): void {
    this.path.pop();
    this.sensitive = outer;
  }

  fault(kind: FaultKind, reason: string, error?: BacklevelError): false {
    const { object, field, pointer } = this;
    const fault: Fault =
      field === undefined
        ? { kind, pointer, object, message: `${object}: ${reason}` }
        : { kind, pointer, object, field, message: `${object}.${field}: ${reason}` };
    this.problems.push({ fault, path: this.path.slice(), reason, error });
    return false;
  }

  /** Counts the members of a list or a dict, and the level it stands on. */
  enter(members: number): void {
    if (this.path.length > this.limits.depth)
      throw new LimitExceededError('depth', this.limits.depth, this.pointer);
    this.#items += members;
    if (this.#items > this.limits.items)
      throw new LimitExceededError('items', this.limits.items, this.pointer);
  }

  string(text: string): void {
    if (text.length > this.limits.stringLength) {
      throw new LimitExceededError('stringLength', this.limits.stringLength, this.pointer);
    }
  }
}
