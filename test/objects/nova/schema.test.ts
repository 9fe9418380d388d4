import test from 'ava';
import { type ModelField, Version } from '../../../lib/index.js';
import { models } from './models.js';
import { readFixture } from './vectors.js';

/** The type of a field as it was recorded from Python. */
interface RecordedType {
  readonly type: string;
  readonly nullable?: boolean;
  readonly element?: RecordedType;
  readonly valid_values?: readonly string[];
  readonly objname?: string;
}

interface RecordedField {
  readonly name: string;
  readonly nullable: boolean;
  readonly read_only: boolean;
  readonly has_default: boolean;
  readonly default?: unknown;
  readonly type: RecordedType;
}

interface RecordedClass {
  readonly name: string;
  readonly version: string;
  readonly serial_namespace: string;
  readonly namespace: string;
  readonly fields: readonly RecordedField[];
}

const { classes } = readFixture<{ classes: RecordedClass[] }>('schema/nova.json');

const KINDS: Readonly<Record<string, string>> = {
  Integer: 'integer',
  Float: 'number',
  String: 'string',
  UUID: 'uuid',
  Boolean: 'boolean',
  FlexibleBoolean: 'boolean',
  DateTime: 'dateTime',
  IPAddress: 'ipAddress',
  VersionPredicate: 'versionPredicate',
  List: 'list',
  Set: 'set',
  Dict: 'dict',
  Object: 'object',
};

for (const model of models) {
  const recorded = classes.find(({ name }) => name === model.name) as RecordedClass;

  test(`@field: ${model.name} has the fields that were recorded, and no others`, (t) => {
    t.deepEqual(model.fields.map(described).toSorted(byName), recorded.fields.map(expected).toSorted(byName));
  });

  test(`@versioned(): ${model.name} carries nova's name, namespace and envelope`, (t) => {
    t.deepEqual(
      [model.namespace, model.envelope.name, model.version.text, model.oldest.text],
      [
        recorded.namespace,
        `${recorded.serial_namespace}.name`,
        recorded.version,
        `${Version.parse(recorded.version).major}.0`,
      ],
    );
  });
}

function described({ wire, definition }: ModelField): object {
  const { options } = definition;
  const value: unknown = options.default;
  return {
    name: wire,
    nullable: options.nullable !== undefined,
    readOnly: options.readOnly === true,
    default: typeof value === 'function' ? (value as () => unknown)() : value,
    type: typeDescribed(definition),
  };
}

function typeDescribed({ kind, members, element, reference }: ModelField['definition']): object {
  return {
    kind,
    ...(members === undefined ? {} : { members: members.map(String).toSorted() }),
    ...(element === undefined
      ? {}
      : { element: typeDescribed(element), nullable: element.options.nullable !== undefined }),
    ...(reference === undefined ? {} : { object: (reference as { readonly name: string }).name }),
  };
}

function expected(field: RecordedField): object {
  return {
    name: field.name,
    nullable: field.nullable,
    readOnly: field.read_only,
    default: field.has_default ? field.default : undefined,
    type: typeExpected(field.type),
  };
}

function typeExpected({ type, element, valid_values: values, objname }: RecordedType): object {
  return {
    kind: values === undefined ? KINDS[type] : 'enum',
    ...(values === undefined ? {} : { members: values.toSorted() }),
    ...(element === undefined ? {} : { element: typeExpected(element), nullable: element.nullable === true }),
    ...(objname === undefined ? {} : { object: objname }),
  };
}

function byName(one: object, other: object): number {
  return (one as RecordedField).name < (other as RecordedField).name ? -1 : 1;
}
