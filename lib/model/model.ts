import type { FieldDefinition } from '../field/definition.js';
import type { Version } from '../version/version.js';
import type { Hook } from './hooks.js';
import type { Naming } from './naming.js';
import type { Registry } from './registry.js';

/** The keys of an envelope: those of oslo.versionedobjects, with the serializer's namespace in front. */
export interface EnvelopeKeys {
  readonly name: string;
  readonly namespace: string;
  readonly version: string;
  readonly data: string;
  readonly changes: string;
}

/** A field of a model: where it stands in the instance and, at the newest version, on the wire. */
export interface ModelField {
  readonly property: string;
  readonly wire: string;
  readonly definition: FieldDefinition;
}

/** A hook and where it was written: under inheritance the base's hooks run at versions of the subclass. */
export interface ModelHook {
  readonly at: Version;
  readonly object: string;
  readonly version: string;
  readonly hook: Hook;
}

/** A class constructor, abstract or not, whatever its arguments. */
export type ObjectClass<T extends object = object> = abstract new (...args: never[]) => T;

/** What a versioned class declared: checked, complete and frozen. */
export interface Model {
  readonly format: number;
  readonly name: string;
  readonly namespace: string;
  readonly version: Version;
  readonly oldest: Version;
  readonly naming: Naming;
  readonly envelope: EnvelopeKeys;
  readonly fields: readonly ModelField[];
  readonly retired: readonly ModelField[];
  /** In the order in which they run going up; several may stand at one version. */
  readonly hooks: readonly ModelHook[];
  readonly base: Model | undefined;
  /** Which version of the base goes with which of this model; `undefined` where the base has no history. */
  readonly baseVersions: Readonly<Record<string, string>> | undefined;
  /** The version that a payload without an envelope has. */
  readonly untagged: Version | undefined;
  readonly check: ((instance: object) => string | undefined) | undefined;
  readonly construct: () => object;
  readonly registry: Registry;
  readonly Class: ObjectClass;
}
