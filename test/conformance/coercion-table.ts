import { readFileSync } from 'node:fs';
import type { OracleError, OracleType } from './oracle.js';

// The recorded table: what the field types of unmodified oslo.versionedobjects make of values.

/** A value set on a field: what Python wrote of it, or why it refused. */
export interface Coercion {
  /** Plain JSON, or `{ $t: kind, ... }` for a Python value. */
  readonly input: unknown;
  readonly primitive?: unknown;
  readonly error?: OracleError;
  /** It was taken, and then Python could not write it. */
  readonly to_primitive_error?: OracleError;
}

/** A primitive read by a field: the Python value, or why it was refused, by reading or by setting. */
export interface Load {
  readonly primitive: unknown;
  readonly value?: unknown;
  readonly from_primitive_error?: OracleError;
  readonly set_error?: OracleError;
}

/** A state machine's value assigned after another; `from: null` where it was not set before. */
export interface Transition {
  readonly from: string | null;
  readonly to: string | null;
  readonly value?: string | null;
  readonly error?: OracleError;
}

export interface RecordedType extends OracleType {
  readonly element?: RecordedType;
  readonly tzinfo_aware?: boolean;
  /** What held the values: in a `str`, Python looks for parts of it. */
  readonly valid_values_container?: string;
}

export interface FieldSpec {
  /** The name of the spec, `ListOfStringsField`. */
  readonly field: string;
  readonly description: { readonly type: RecordedType };
  readonly coerce: readonly Coercion[];
  readonly from_primitive: readonly Load[];
}

/** What `obj_set_defaults` did of an object that had nothing set. */
export interface DefaultSet {
  readonly set?: boolean;
  readonly value?: unknown;
  readonly what_changed?: readonly string[];
  readonly error?: OracleError;
}

/** A field declared with an option: whether Python takes the declaration, and what its default and its values come to. */
export interface OptionSpec {
  /** The declaration, `StringField nullable`. */
  readonly field: string;
  readonly construct_error?: OracleError;
  readonly after_obj_set_defaults?: DefaultSet;
  readonly coerce?: readonly Coercion[];
}

/** What became of a read-only field that was set, and set again. */
export interface ReadOnlyCase {
  readonly case: string;
  readonly value?: unknown;
  readonly what_changed?: readonly string[];
  readonly error?: OracleError;
}

export interface CoercionTable {
  readonly fields: readonly FieldSpec[];
  readonly state_machine: readonly Transition[];
  readonly options: readonly OptionSpec[];
  readonly read_only: readonly ReadOnlyCase[];
}

/** How the table came out here: what is not equal, counted by field and cause, and why ours is right. */
export interface CoercionExceptions {
  readonly causes: Readonly<Record<string, string>>;
  readonly totals: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly coercions: Counts;
  readonly loads: Counts;
  readonly 'strict loads': Counts;
  readonly options: Counts;
  readonly 'read-only': Counts;
  readonly transitions: Readonly<Record<string, number>>;
  /** By Python's kind of value: inputs that no JSON can carry. */
  readonly apart: Readonly<Record<string, number>>;
}

/** Field → cause → how often. */
export type Counts = Readonly<Record<string, Readonly<Record<string, number>>>>;

const folder = new URL('../../../test/fixtures/openstack/', import.meta.url);

export const coercionTable = read<CoercionTable>('fields.json');
export const coercionExceptions = read<CoercionExceptions>('coercion-exceptions.json');

function read<T>(file: string): T {
  return JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as T;
}
