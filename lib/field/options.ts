import type { HookContext } from './hook-context.js';
import type { Json, Scalar } from './json.js';
import type { FieldLike } from './field-shape.js';

/** A version as an option takes it. It is parsed, and refused with the class and the field, when the class is declared. */
export type At = string;

/** What happens, going down, to a field that the older version does not have. */
export type Down =
  | 'drop'
  | 'refuse'
  | ((value: unknown, data: HookContext['data'], context: HookContext) => void);

/** In version `in` the field got its present name; before, it was called `from` on the wire. */
export interface Renamed {
  readonly in: At;
  readonly from: string;
}

/**
 * In version `in` the field got its present type; before, it had that of `from`.
 * `up` turns an older wire value into a newer one, `down` the reverse; null passes unchanged where both are nullable.
 */
export interface Retyped {
  readonly in: At;
  readonly from: FieldLike;
  readonly up: (wire: never) => unknown;
  readonly down: (wire: never) => unknown;
  readonly loses?: readonly string[];
}

/**
 * When an enum's value arrived, and what an older reader gets instead: another value, nothing, or (with neither) a refusal.
 * `refuse` says that the refusal is meant, as the proof over the support window demands.
 */
export interface ValueHistory<V extends Scalar = Scalar> {
  readonly since: At;
  readonly fallback?: V;
  readonly drop?: true;
  readonly refuse?: true;
  readonly loses?: readonly string[];
}

/** Null is allowed since a version; an older reader gets `fallback`, nothing (`drop`), or (with neither) a refusal, which `refuse` says is meant. */
export interface NullableSince {
  readonly since: At;
  readonly fallback?: Json;
  readonly drop?: true;
  readonly refuse?: true;
  readonly loses?: readonly string[];
}

/** A subclass that may stand in an object field since a version of the parent; older readers get nothing or a refusal. */
export interface SubclassHistory {
  readonly since?: At;
  readonly missing?: 'drop' | 'refuse';
}

/** Limits of a field. `pattern` must match the whole value. */
export interface LimitOptions {
  readonly min?: number;
  readonly max?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: RegExp;
  readonly maxItems?: number;
}

/** In version `in` limits changed to the present ones; the limits named here are what held before, `null` for none. */
export type LimitChange = { readonly in: At } & {
  readonly [K in keyof LimitOptions]?: NonNullable<LimitOptions[K]> | null;
};

/** The limits that a kind of field takes, and what they were before they changed. */
export type Limited<K extends keyof LimitOptions> = Pick<LimitOptions, K> & {
  readonly limits?: readonly LimitChange[];
};

/** The options that every field takes. Versions are those of the class that declares the field. */
export interface FieldOptions<T = unknown> {
  /** The version that brought the field. */
  readonly since?: At;
  /** The first version without the field; only in `retired`. */
  readonly until?: At;
  readonly nullable?: true | NullableSince;
  /** What `create` sets where no value is given: a value, or a function that makes one. Never used by `decode`. */
  readonly default?: T | (() => T);
  /** A payload may leave it out. */
  readonly optional?: true;
  /** Set once: `encode` refuses an instance whose value differs from what was read. */
  readonly readOnly?: true;
  /** Never shown in a message, a log or an inspection. */
  readonly sensitive?: true;
  readonly doc?: string;
  readonly deprecated?: string | true;
  /** Its name on the wire, where the naming rule does not give it. */
  readonly wire?: string;
  /** Read it as leniently as oslo.versionedobjects does, where that is sane. */
  readonly coerce?: true;
  readonly renamed?: readonly Renamed[];
  readonly retyped?: readonly Retyped[];
  /** The wire value that an older writer meant by not sending it. */
  readonly absent?: Json;
  readonly down?: Down;
  /** Makes the wire value of a retired field for an older reader: a value, or a function of the data. */
  readonly fill?: Json | ((data: HookContext['data']) => unknown);
  readonly loses?: readonly string[];
}

/** The names of the options that any field takes. */
export const commonOptions = [
  'since', 'until', 'nullable', 'default', 'optional', 'readOnly', 'sensitive', 'doc', 'deprecated', 'wire', 'coerce',
  'renamed', 'retyped', 'absent', 'down', 'fill', 'loses',
] as const; // prettier-ignore

/** The type of a field with the options `O`: `NullableBy<{ nullable: true }, string> // string | null`. */
export type NullableBy<O, T> = O extends { readonly nullable: true | NullableSince } ? T | null : T;

/** Refuses, in the compiler's words, an option that the field does not take. */
export type Only<O, Known> = O & Known & { readonly [K in Exclude<keyof O, keyof Known>]: never };
