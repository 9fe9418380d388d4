import { DeclarationError } from '../errors/declaration-errors.js';
import { shorten } from '../errors/shorten.js';
import { type ClassReference, type FieldDefinition, typeOf } from '../field/definition.js';
import type { FieldType } from '../field/field-type.js';
import type { ObjectType } from '../field/object-type.js';
import { checkFormat, findModel, modelOf } from '../model/model-of.js';
import type { Model, ObjectClass } from '../model/model.js';
import type { Registry } from '../model/registry.js';

const NONE: readonly ObjectType[] = [];

const resolved = new WeakMap<ObjectType, Model>();

/** The model that an object field names. @throws DeclarationError where there is none */
export function modelOfReference(type: ObjectType, parent: Model): Model {
  // A name means what the parent's registry holds; a class means itself, whoever asks.
  if (typeof type.reference === 'string') return modelNamed(type.reference, parent);
  let model = resolved.get(type);
  if (model === undefined) resolved.set(type, (model = modelAnswered(type.reference, parent)));
  return model;
}

function modelNamed(name: string, parent: Model): Model {
  const model = parent.registry.find(name, parent.namespace) ?? parent.registry.find(name);
  if (model !== undefined) return checkFormat(model);
  throw new DeclarationError(
    `${parent.name}: field.object(${JSON.stringify(name)})`,
    'no class of that name is registered',
    'declare it in the same registry, or name the class itself',
  );
}

function modelAnswered(reference: Exclude<ClassReference, string>, parent: Model): Model {
  const isClass = Object.hasOwn(reference, 'prototype');
  const answered: unknown = isClass ? reference : (reference as () => object)();
  const model = findModel(answered as ObjectClass);
  if (model !== undefined) return model;
  throw new DeclarationError(
    `${parent.name}: field.object(…)`,
    `${shorten(answered)} is no versioned class`,
    "put @versioned('Name', '1.0') above it, or define it before it is used",
  );
}

/** Whether `model` is `base` or inherits from it. */
export function isKindOf(model: Model, base: Model): boolean {
  for (let next: Model | undefined = model; next !== undefined; next = next.base)
    if (next === base) return true;
  return false;
}

/**
 * The model of a child that is called `name`, where it may stand in the field: the field's class or, where the field
 * admits them, one of its subclasses.
 */
export function childModel(
  type: ObjectType,
  parent: Model,
  name: string,
  namespace?: string,
): Model | undefined {
  const base = modelOfReference(type, parent);
  if (base.name === name && (namespace === undefined || base.namespace === namespace)) return base;
  if (type.subclasses === undefined) return undefined;
  if (type.subclasses !== true && !Object.hasOwn(type.subclasses, name)) return undefined;
  const model = base.registry.find(name, namespace);
  return model !== undefined && isKindOf(model, base) ? model : undefined;
}

/** Every model whose objects can stand in a field. */
export function childModels(type: ObjectType, parent: Model): Model[] {
  const base = modelOfReference(type, parent);
  if (type.subclasses === undefined) return [base];
  const { subclasses } = type;
  const named = base.registry.models.filter((model) => model !== base && isKindOf(model, base));
  return [base, ...named.filter((model) => subclasses === true || Object.hasOwn(subclasses, model.name))];
}

/** The object type inside a type, through lists, sets and dicts. */
export function objectTypeIn(type: FieldType): ObjectType | undefined {
  for (let next: FieldType | undefined = type; next !== undefined; next = next.element)
    if (next.kind === 'object') return next as ObjectType;
  return undefined;
}

interface Reached {
  readonly models: readonly Model[];
  readonly registries: readonly Registry[];
  readonly revision: number;
}

const reached = new WeakMap<Model, Reached>();

/** Every model whose objects a payload of `model` can hold, itself first, at any depth and at any of its versions. */
export function reachableModels(model: Model): readonly Model[] {
  const known = reached.get(model);
  if (known !== undefined && known.revision === revisionOf(known.registries)) return known.models;
  const models = new Set<Model>([model]);
  for (const next of models) {
    for (const { definition } of next.fields.concat(next.retired))
      for (const type of objectTypesOf(definition))
        for (const child of childModels(type, next)) models.add(child);
  }
  const list = Object.freeze([...models]);
  const registries = [...new Set(list.map(({ registry }) => registry))];
  reached.set(model, { models: list, registries, revision: revisionOf(registries) });
  return list;
}

/** The types of the objects in a field: in that which it holds now, and in those that it held before. */
function objectTypesOf(definition: FieldDefinition): readonly ObjectType[] {
  const { retyped } = definition.options;
  const own = objectIn(definition);
  if (own === undefined && retyped === undefined) return NONE;
  return [own, ...(retyped ?? []).map((change) => objectIn(change.from.definition))]
    .filter((found) => found !== undefined)
    .map((found) => typeOf(found) as ObjectType);
}

/** The definition of the objects in a field, through lists, sets and dicts. */
function objectIn(definition: FieldDefinition): FieldDefinition | undefined {
  for (let next: FieldDefinition | undefined = definition; next !== undefined; next = next.element)
    if (next.kind === 'object') return next;
  return undefined;
}

/** Of all registries that these come from: a subclass that is declared later can stand in their fields too. */
function revisionOf(registries: readonly Registry[]): number {
  let revision = 0;
  for (const registry of registries) revision += registry.revision;
  return revision;
}

/** Object name → newest version, for a class and every object reachable from it, subclasses included. */
export function versionManifest(Class: ObjectClass): Readonly<Record<string, string>> {
  return Object.fromEntries(reachableModels(modelOf(Class)).map(({ name, version }) => [name, version.text]));
}
