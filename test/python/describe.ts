import { type Model, shapeAt, type Version } from '../../lib/index.js';
import type { FieldDefinition } from '../../lib/field/definition.js';
import type { FieldType } from '../../lib/field/field-type.js';
import { typeOf } from '../../lib/field/definition.js';
import type { OracleClass, OracleField, OracleType } from '../conformance/oracle.js';

// What peer.py is told of a class. Types have the names of oslo.versionedobjects' own.

export interface PeerType {
  readonly type: string;
  /** Whether it is one of the library's own; others pass what they are given. */
  readonly oslo?: boolean;
  readonly nullable?: boolean;
  readonly element?: PeerType;
  readonly objname?: string;
  readonly subclasses?: boolean;
  readonly valid_values?: readonly unknown[];
  readonly range?: readonly [number, number];
  readonly transitions?: Readonly<Record<string, readonly string[]>>;
  readonly tzinfo_aware?: boolean;
}

export interface PeerField {
  readonly name: string;
  readonly nullable: boolean;
  readonly read_only: boolean;
  readonly type: PeerType;
  readonly default?: unknown;
}

/** How one change is taken back for readers before `at`. */
export type PeerChange = { readonly at: string; readonly field: string } & (
  | { readonly op: 'remove' | 'text' }
  | { readonly op: 'rename'; readonly from: string }
  | { readonly op: 'replace'; readonly value: unknown; readonly by: unknown }
  | { readonly op: 'drop' | 'refuse'; readonly value: unknown }
  | { readonly op: 'unwrap'; readonly to: string; readonly member: string }
);

export type ListBase = 'first' | 'last';

export interface PeerClass {
  readonly name: string;
  readonly version: string;
  /** The names of its bases, nearest first: a field may admit subclasses. */
  readonly lineage: readonly string[];
  /** Where the base of lists of objects stands among its bases: before that of all objects, or after it. */
  readonly list: ListBase | undefined;
  readonly fields: readonly PeerField[];
  readonly history: readonly PeerChange[];
}

type RecordedField = OracleField & { readonly has_default: boolean; readonly default?: unknown };
export type RecordedClass = OracleClass & { readonly flags: { readonly list_base: boolean } };

/** A recorded class as Python declared it; its history is that of the model built from the recorded rules. */
export function describeRecorded(recorded: RecordedClass, model: Model): PeerClass {
  return {
    name: recorded.name,
    version: recorded.version,
    lineage: lineageOf(model),
    list: listBase(recorded),
    fields: (recorded.fields as readonly RecordedField[]).map((field) => ({
      name: field.name,
      nullable: field.nullable,
      read_only: field.read_only,
      type: recordedType(field.type),
      ...(field.has_default ? { default: field.default } : {}),
    })),
    history: changesOf(model),
  };
}

/** The order decides whether a new list is empty or unset. */
export function listBase({ flags, mro }: RecordedClass): ListBase | undefined {
  if (!flags.list_base) return undefined;
  return mro.indexOf('ObjectListBase') < mro.indexOf('VersionedObject') ? 'first' : 'last';
}

function recordedType(type: OracleType): PeerType {
  const { element, ...own } = type;
  if (type.type === 'Object' && type.objname === undefined) return { type: 'FieldType' };
  // A UUID is checked nowhere, whoever declares it; what else a service declared itself is described by its values.
  const oslo = type.module?.startsWith('oslo') === true || type.type === 'UUID';
  return { ...own, oslo, ...(element === undefined ? {} : { element: recordedType(element) }) };
}

/** A class of ours as a Python service of that version would declare it. */
export function describeModel(
  model: Model,
  version: Version,
  more: { readonly list?: ListBase | undefined; readonly history?: readonly PeerChange[] } = {},
): PeerClass {
  return {
    name: model.name,
    version: version.text,
    lineage: lineageOf(model),
    list: more.list,
    fields: shapeAt(model, version).fields.map(({ wire, definition }) => ({
      name: wire,
      nullable: Boolean(definition.options.nullable),
      read_only: definition.options.readOnly === true,
      type: typeOfField(definition),
    })),
    history: more.history ?? [],
  };
}

const names: Readonly<Record<string, string>> = {
  string: 'String',
  integer: 'Integer',
  number: 'Float',
  boolean: 'Boolean',
  enum: 'Enum',
  state: 'Enum',
  dateTime: 'DateTime',
  uuid: 'UUID',
  ipAddress: 'IPAddress',
  ipNetwork: 'IPNetwork',
  mac: 'MACAddress',
  pciAddress: 'PCIAddress',
  versionPredicate: 'VersionPredicate',
  json: 'FieldType',
  list: 'List',
  set: 'Set',
  dict: 'Dict',
  object: 'Object',
};

function typeOfField(definition: FieldDefinition): PeerType {
  const { options, element, members } = definition;
  const nest = definition.reference === undefined ? undefined : nestOf(typeOf(definition));
  return {
    type: names[definition.kind] ?? 'FieldType',
    oslo: true,
    nullable: Boolean(options.nullable),
    ...(element === undefined ? {} : { element: typeOfField(element) }),
    ...(members === undefined ? {} : { valid_values: members }),
    ...(options.transitions === undefined ? {} : { transitions: options.transitions }),
    ...(nest === undefined ? {} : { objname: nest.object, subclasses: nest.subclasses }),
  };
}

function nestOf({ nest }: FieldType): { readonly object: string; readonly subclasses: boolean } | undefined {
  return nest !== undefined && 'object' in nest ? nest : undefined;
}

function lineageOf(model: Model): string[] {
  return model.base === undefined ? [] : [model.base.name, ...lineageOf(model.base)];
}

/** What the options of a class's fields declare of its past, as a Python service would write it down by hand. */
export function changesOf(model: Model): PeerChange[] {
  return model.fields.flatMap(({ wire, definition }) => {
    const { since, renamed = [], values = {}, nullable } = definition.options;
    return [
      ...(since === undefined ? [] : [{ at: since, field: wire, op: 'remove' as const }]),
      ...renamed.map((name) => ({ at: name.in, field: wire, op: 'rename' as const, from: name.from })),
      ...(definition.members ?? []).flatMap((value) => {
        const entry = values[String(value)];
        return entry === undefined ? [] : [valueChange(wire, value, entry)];
      }),
      ...(typeof nullable === 'object' ? [valueChange(wire, null, nullable)] : []),
    ];
  });
}

function valueChange(
  field: string,
  value: unknown,
  entry: { readonly since: string; readonly fallback?: unknown; readonly drop?: true },
): PeerChange {
  const change = { at: entry.since, field, value };
  if (entry.fallback !== undefined) return { ...change, op: 'replace', by: entry.fallback };
  return { ...change, op: entry.drop === true ? 'drop' : 'refuse' };
}
