import type { Json } from '../../field/json.js';
import type { Container } from '../../field/revision.js';
import type { Manifest } from '../../history/releases.js';

/** The format of the files that this copy of backlevel reads and writes. */
export const RECORD_FORMAT = 1;

/** What is written where a function decides: what it does is recorded as conversions of samples, its text never. */
export interface Computed {
  readonly computed: true;
}

/** A value that a declaration says, or that it is computed. Wrapped, so that `null` and `1` and `"1"` stay apart. */
export type Said = { readonly value: Json } | Computed;

/** The type of a field as data: what `FieldType.spec()` says, and whether null is one of its values. */
export interface TypeRecord {
  readonly kind: string;
  readonly nullable?: true;
  readonly element?: TypeRecord;
  readonly [limit: string]: Json | TypeRecord | undefined;
}

/** A field at one version. Those of its members that a reader can notice make the shape, the others the behaviour. */
export interface FieldRecord {
  readonly type: TypeRecord;
  readonly optional?: true;
  readonly readOnly?: true;
  readonly sensitive?: true;
  readonly default?: Said;
  readonly absent?: Said;
  readonly coerce?: true;
  /** What happens to it on the way to a version without it, where that is not `drop`. */
  readonly down?: 'refuse' | 'computed';
  /** What an older reader of a retired field gets. */
  readonly fill?: Said;
  /** In neither fingerprint: what it says is for people. */
  readonly deprecated?: string | true;
}

/** One thing that a version changed, without functions; `loses` are the paths that the way down declares as lost. */
export type ChangeRecord =
  | { readonly kind: 'added'; readonly field: string; readonly loses?: readonly string[] }
  | { readonly kind: 'removed'; readonly field: string }
  | { readonly kind: 'renamed'; readonly field: string; readonly from: string }
  | {
      readonly kind: 'values';
      readonly field: string;
      readonly each: readonly Container[];
      readonly replace: readonly (readonly [from: Json, to: Json])[];
      readonly drop: readonly Json[];
      readonly dropObjects: readonly string[];
      /** Refused on purpose; in no fingerprint, for what is not said is refused as well. */
      readonly refuse?: readonly Json[];
      readonly loses?: readonly string[];
    }
  | { readonly kind: 'limits'; readonly field: string }
  | { readonly kind: 'retyped'; readonly field: string; readonly loses?: readonly string[] }
  | {
      readonly kind: 'hook';
      readonly object: string;
      readonly down: boolean;
      readonly up: boolean;
      readonly loses?: readonly string[];
    };

/** What became of a sample that crossed a version: its data in the other shape, or the code of the error that refused it. */
export type Outcome = { readonly data: Json } | { readonly error: string };

/** One version of an object, as it was when it was recorded. */
export interface VersionRecord {
  /** `s1-<hex>`: what a reader can notice. */
  readonly shape: string;
  /** `b1-<hex>`: what the version does to payloads. */
  readonly behaviour: string;
  /** The versions of the objects that a payload can hold, at the time of recording. In neither fingerprint. */
  readonly children: Manifest;
  readonly fields: Readonly<Record<string, FieldRecord>>;
  readonly changes: readonly ChangeRecord[];
  /** Data of made-up payloads, children in their envelopes; the first has every field set. Written once, then only read. */
  readonly samples: readonly Json[];
  /** What the samples become at the version below; only where functions decide that. */
  readonly down?: readonly Outcome[];
  /** What the samples of the version below become at this one; only where functions decide that. */
  readonly up?: readonly Outcome[];
}

/** One file of a history folder: all versions of an object that were recorded. */
export interface ObjectRecord {
  readonly format: typeof RECORD_FORMAT;
  readonly namespace: string;
  readonly object: string;
  /** The prefix of the envelope's keys. */
  readonly envelope: string;
  /** The object that it inherits from. */
  readonly base?: string;
  /** The version that a payload without an envelope has. */
  readonly untagged?: string;
  readonly versions: Readonly<Record<string, VersionRecord>>;
}
