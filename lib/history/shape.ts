import { definitionAt, type FieldDefinition, typeOf, versionsNamed } from '../field/definition.js';
import type { FieldType } from '../field/field-type.js';
import { isAlive, wireAt } from '../model/field-history.js';
import type { Model, ModelField } from '../model/model.js';
import { Version } from '../version/version.js';

/** A field as it is at one version. */
export interface ShapeField {
  readonly wire: string;
  readonly property: string;
  readonly type: FieldType;
  /** With the changes up to this version, and none after it. */
  readonly definition: FieldDefinition;
  readonly optional: boolean;
  readonly sensitive: boolean;
}

/** What an object looks like at one version: what its readers expect and its writers send. */
export interface Shape {
  readonly object: string;
  readonly version: Version;
  readonly fields: readonly ShapeField[];
  readonly byWire: ReadonlyMap<string, ShapeField>;
}

const shapes = new WeakMap<Model, Map<string, Shape>>();
const versions = new WeakMap<Model, readonly Version[]>();

/**
 * The shape of a model at a version between its oldest and its newest; built once.
 */
export function shapeAt(model: Model, version: Version): Shape {
  let known = shapes.get(model);
  if (known === undefined) shapes.set(model, (known = new Map()));
  let shape = known.get(version.text);
  if (shape === undefined) known.set(version.text, (shape = buildShape(model, version)));
  return shape;
}

/** The shape just before `version`: that of the newest known version below it. */
export function shapeBefore(model: Model, version: Version): Shape {
  const before = versionsOf(model).findLast((known) => known.olderThan(version));
  return shapeAt(model, before ?? model.oldest);
}

/** Every version of a model that can be named: each minor from the oldest to the newest, and the patches that brought something. */
export function versionsOf(model: Model): readonly Version[] {
  let known = versions.get(model);
  if (known === undefined) versions.set(model, (known = listVersions(model)));
  return known;
}

/** The newest version that is known here and not above `version`: what a patch nobody here has heard of looks like. */
export function knownVersion(model: Model, version: Version): Version {
  if (version === model.version) return version;
  return versionsOf(model).findLast((known) => version.atLeast(known)) ?? model.oldest;
}

function buildShape(model: Model, version: Version): Shape {
  const fields = model.fields
    .concat(model.retired)
    .filter((field) => isAlive(field, version))
    .map((field) => fieldAt(field, version));
  const byWire = new Map(fields.map((field) => [field.wire, field]));
  return Object.freeze({ object: model.name, version, fields: Object.freeze(fields), byWire });
}

function fieldAt(field: ModelField, version: Version): ShapeField {
  const definition = definitionAt(field.definition, version);
  return Object.freeze({
    wire: wireAt(field, version),
    property: field.property,
    type: typeOf(definition),
    definition,
    optional: definition.options.optional === true,
    sensitive: field.definition.options.sensitive === true,
  });
}

function listVersions(model: Model): readonly Version[] {
  const { oldest, version: newest } = model;
  const texts = new Set([oldest.text, newest.text]);
  for (let minor = oldest.minor + 1; minor < newest.minor; minor++) texts.add(`${newest.major}.${minor}`);
  if (newest.minor > oldest.minor) texts.add(`${newest.major}.${newest.minor}`);
  for (const field of model.fields.concat(model.retired))
    for (const text of versionsNamed(field.definition)) texts.add(text);
  for (const hook of model.hooks) texts.add(hook.at.text);
  const all = [...texts].map((text) => Version.parse(text)).filter((version) => version.atLeast(oldest));
  const sorted = all.toSorted((a, b) => a.compare(b));
  return Object.freeze(sorted.filter((version, index) => index === 0 || !sorted[index - 1]?.equals(version)));
}
