import {
  type Model,
  type ModelField,
  type ObjectClass,
  type Registry,
  versionManifest,
} from '../../lib/index.js';
import { heat } from '../../objects/heat/index.js';
import { nova } from '../../objects/nova/index.js';
import { historyOfClass } from './histories.js';
import type { OracleClass, OracleField, OracleProject } from './oracle.js';

const registries: Readonly<Record<string, Registry>> = { nova, heat };

/** The models of objects/ that stand for classes of a project, and why others of the same name do not. */
export interface WrittenModels {
  readonly used: readonly ObjectClass[];
  /** Class → the first thing that differs. */
  readonly apart: Readonly<Record<string, string>>;
}

/**
 * A model stands for a recorded class where it is that class: of its version, with the same fields, since the same versions.
 * So must be the classes of its children. A folder of another release has others, and is compared with what it says itself.
 */
export function writtenModels(project: OracleProject): WrittenModels {
  const { models = [] } = registries[project.project] ?? {};
  const apart: Record<string, string> = {};
  const alike: Model[] = [];
  for (const model of models) {
    const recorded = project.classes.find(({ name }) => name === model.name);
    if (recorded === undefined) continue;
    const difference = differenceOf(model, recorded, project);
    if (difference === undefined) alike.push(model);
    else apart[model.name] = difference;
  }
  const used: ObjectClass[] = [];
  for (const { name, Class } of alike) {
    const child = Object.keys(versionManifest(Class)).find((reached) => Object.hasOwn(apart, reached));
    if (child === undefined) used.push(Class);
    else apart[name] = `holds ${child}`;
  }
  return { used, apart };
}

function differenceOf(model: Model, recorded: OracleClass, project: OracleProject): string | undefined {
  const { namespace, envelope, version, fields } = model;
  if (namespace !== recorded.namespace || envelope.name !== `${recorded.serial_namespace}.name`)
    return `is ${envelope.name} ${namespace} here`;
  if (version.text !== recorded.version)
    return `is at ${version.text} here, and recorded at ${recorded.version}`;
  const own = new Map(fields.map((field) => [field.wire, field]));
  const extra = fields.find(({ wire }) => recorded.fields.every(({ name }) => name !== wire));
  if (extra !== undefined) return `has ${extra.wire} here`;
  const history = historyOfClass(project, recorded);
  for (const field of recorded.fields) {
    const here = own.get(field.name);
    if (here === undefined) return `has no ${field.name} here`;
    const difference = fieldDifference(here, field, history.fields.get(field.name)?.since);
    if (difference !== undefined) return difference;
  }
  return undefined;
}

function fieldDifference(
  { wire, definition: { kind, options } }: ModelField,
  { type, nullable }: OracleField,
  since: string | undefined,
): string | undefined {
  const recorded = type.valid_values === undefined ? (kinds[type.type] ?? type.type) : 'enum';
  if (kind !== recorded) return `has ${wire} as ${kind} here, and recorded as ${recorded}`;
  if ((options.nullable !== undefined) !== nullable)
    return `has ${wire} ${nullable ? 'not nullable' : 'nullable'} here`;
  if (options.since === since) return undefined;
  return `has ${wire} since ${options.since ?? 'ever'} here, and since ${since ?? 'ever'} by the rules`;
}

/** Our kind for a type of Python's. */
const kinds: Readonly<Record<string, string>> = {
  Boolean: 'boolean',
  DateTime: 'dateTime',
  Dict: 'dict',
  FlexibleBoolean: 'boolean',
  Float: 'number',
  IPAddress: 'ipAddress',
  Integer: 'integer',
  Json: 'json',
  List: 'list',
  Object: 'object',
  Set: 'set',
  String: 'string',
  UUID: 'uuid',
  VersionPredicate: 'versionPredicate',
};

/** Why models of objects/ do not stand for classes of their name, by project and class. */
export function modelsApart(projects: readonly OracleProject[]): Record<string, string> {
  return Object.fromEntries(
    projects.flatMap((project) =>
      Object.entries(writtenModels(project).apart).map(([name, why]) => [`${project.project}.${name}`, why]),
    ),
  );
}
