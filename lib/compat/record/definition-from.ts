import type { FieldDefinition } from '../../field/definition.js';
import { typeOf } from '../../field/definition.js';
import { field } from '../../field/field.js';
import type { FieldLike } from '../../field/field-shape.js';
import { copyData, type Json } from '../../field/json.js';
import { Session } from '../../field/session.js';
import { nodeChildren } from '../../codec/engine/node-children.js';
import type { FieldRecord, TypeRecord } from './object-record.js';

type Options = Readonly<Record<string, unknown>>;

/** The definition of a field that was recorded: what its readers took and its writers sent. Children are found by their names. */
export function definitionFrom({ type, ...record }: FieldRecord): FieldDefinition {
  const { optional, readOnly, sensitive, coerce } = record;
  const options = {
    ...(optional === undefined ? {} : { optional }),
    ...(readOnly === undefined ? {} : { readOnly }),
    ...(sensitive === undefined ? {} : { sensitive }),
    ...(coerce === undefined ? {} : { coerce }),
  };
  const bare = fieldFrom(type, options).definition;
  const said = record.default;
  if (said === undefined || 'computed' in said) return bare;
  return { ...bare, options: { ...bare.options, default: () => readDefault(bare, said.value) } };
}

function readDefault(definition: FieldDefinition, value: Json): unknown {
  // Of a bigint, the digits are recorded: reading takes them.
  return typeOf(definition).read(copyData(value), new Session({ children: nodeChildren }));
}

function fieldFrom(type: TypeRecord, own: Options = {}): FieldLike {
  const { kind, element, values, transitions, object, pattern, subclasses, nullable, ...limits } = type;
  const options = {
    ...own,
    ...limits,
    ...(nullable === undefined ? {} : { nullable }),
    ...(pattern === undefined ? {} : { pattern: patternFrom(pattern as string) }),
    ...(subclasses === undefined
      ? {}
      : { subclasses: subclassesFrom(subclasses as true | readonly string[]) }),
  };
  if (!isKnownKind(kind)) throw new TypeError(`no field has the kind ${kind}`);
  return (builders[kind] as Builder)(options, { element, values, transitions, object } as Parts);
}

interface Parts {
  readonly element: TypeRecord;
  readonly values: readonly string[];
  readonly transitions: Readonly<Record<string, readonly string[]>>;
  readonly object: string;
}

type Builder = (options: {}, parts: Parts) => FieldLike;

// What the options of a kind may be is known where a field is declared; a record says only what such a field said.
const builders: Readonly<Record<string, Builder>> = {
  string: (options) => field.string(options),
  integer: (options) => field.integer(options),
  bigint: (options) => field.bigint(options),
  number: (options) => field.number(options),
  boolean: (options) => field.boolean(options),
  uuid: (options) => field.uuid(options),
  dateTime: (options) => field.dateTime(options),
  ipAddress: (options) => field.ipAddress(options),
  ipNetwork: (options) => field.ipNetwork(options),
  mac: (options) => field.mac(options),
  pciAddress: (options) => field.pciAddress(options),
  versionPredicate: (options) => field.versionPredicate(options),
  json: (options) => field.json(options),
  enum: (options, { values }) => field.enum(membersFrom<string | number>(values), options),
  state: (options, { values, transitions }) =>
    field.stateMachine(membersFrom<string>(values), transitions, options),
  list: (options, { element }) => field.list(fieldFrom(element), options),
  set: (options, { element }) => field.set(fieldFrom(element), options),
  dict: (options, { element }) => field.dict(fieldFrom(element), options),
  object: (options, { object }) => field.object(object, options),
};

/** Whether a field can be made of a recorded kind: a newer backlevel can have others. */
export function isKnownKind(kind: string): boolean {
  return Object.hasOwn(builders, kind);
}

function membersFrom<T>(values: readonly string[]): readonly T[] {
  return values.map((value) => JSON.parse(value) as T);
}

function patternFrom(text: string): RegExp {
  const end = text.lastIndexOf('/');
  return new RegExp(text.slice(1, end), text.slice(end + 1));
}

function subclassesFrom(subclasses: true | readonly string[]): true | Record<string, object> {
  return subclasses === true ? true : Object.fromEntries(subclasses.map((name) => [name, {}]));
}
