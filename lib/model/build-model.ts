import { DeclarationError } from '../errors/declaration-errors.js';
import type { FieldDefinition } from '../field/definition.js';
import type { FieldLike } from '../field/field-shape.js';
import type { Version } from '../version/version.js';
import { checkModel, checkName, parseIn, readHooks } from './declaration-checks.js';
import { withDesignType } from './design-type.js';
import { hideSensitive } from './hide-sensitive.js';
import { constructorOf } from './construct.js';
import { inherit } from './inherit.js';
import { attachModel, findOwnModel, MODEL_FORMAT } from './model-of.js';
import type { EnvelopeKeys, Model, ModelField, ModelHook, ObjectClass } from './model.js';
import { asKey } from './as-key.js';
import { type Naming, wireName } from './naming.js';
import { defaultRegistry, type Registry } from './registry.js';

/** What a class says of itself beside its name and version. Versions are `'X.Y'` texts. */
export interface VersionedOptions<T = object> {
  /** The namespace in the envelope; that of the registry where nothing is said. */
  readonly namespace?: string;
  /** How property names become wire names; that of the registry where nothing is said. */
  readonly naming?: Naming;
  /** The prefix of the envelope's keys; that of the registry where nothing is said. */
  readonly envelope?: string;
  /** The oldest version that is still read and written; `'X.0'` where nothing is said. */
  readonly oldest?: string;
  readonly registry?: Registry;
  /** Fields that older versions have and the class has no more, by the property they had. */
  readonly retired?: Readonly<Record<string, FieldLike>>;
  /** Which version of the base class each version had: `{ '1.0': '1.0', '1.2': '1.1' }`. */
  readonly base?: Readonly<Record<string, string>>;
  /** A payload without an envelope is this version. */
  readonly untagged?: string;
  /** What is wrong across fields, in words, or `undefined`; asked on create, encode and decode, after the fields. */
  readonly check?: (instance: T) => string | undefined;
  /** Makes an empty instance where `new Class()` without arguments does not. */
  readonly construct?: () => T;
}

/** {@link VersionedOptions} of a class whose type is not known here. */
export interface AnyVersionedOptions extends Omit<VersionedOptions, 'check' | 'construct'> {
  readonly check?: (instance: never) => string | undefined;
  readonly construct?: () => object;
}

const OPTIONS = [
  'namespace',
  'naming',
  'envelope',
  'oldest',
  'registry',
  'retired',
  'base',
  'untagged',
  'check',
  'construct',
];

/** Builds, checks and registers the model of a class, once. @throws DeclarationError, DuplicateRegistrationError */
export function buildModel(
  Class: ObjectClass,
  name: string,
  version: string,
  options: AnyVersionedOptions,
  declared: ReadonlyMap<string, FieldDefinition>,
): Model {
  checkName('@versioned', name);
  const stranger = Object.keys(options).find((option) => !OPTIONS.includes(option));
  if (stranger !== undefined) {
    throw new DeclarationError(
      name,
      `@versioned takes no option called ${JSON.stringify(stranger)}`,
      `it takes ${OPTIONS.join(', ')}`,
    );
  }
  const already = findOwnModel(Class);
  if (already !== undefined) {
    throw new DeclarationError(
      name,
      `the class is versioned already, as ${already.name} ${already.version}`,
      'a class has one version: take one of the two @versioned away',
    );
  }
  const registry = options.registry ?? defaultRegistry;
  const newest = parseIn(name, version);
  const oldest = oldestOf(name, newest, options.oldest);
  const naming = options.naming ?? registry.naming;
  const inherited = inherit(Class, name, oldest, options.base);
  const own = new Map([...inherited.recorded, ...declared]);
  const turn = ([property, definition]: [string, FieldDefinition]): ModelField =>
    Object.freeze({
      property,
      wire: definition.options.wire ?? wireName(property, naming),
      definition: withDesignType(Class, property, definition),
    });
  const retired = Object.entries(options.retired ?? {}).map(
    ([property, field]): [string, FieldDefinition] => [property, field.definition],
  );
  const hooks = Object.hasOwn(Class, 'obj_make_compatible')
    ? readHooks(name, (Class as { obj_make_compatible?: unknown }).obj_make_compatible)
    : [];
  return finishModel({
    format: MODEL_FORMAT,
    name,
    namespace: options.namespace ?? registry.namespace,
    version: newest,
    oldest,
    naming,
    envelope: envelopeKeys(name, options.envelope ?? registry.envelope),
    fields: Object.freeze([
      ...inherited.fields.filter((field) => !own.has(field.property)),
      ...[...own].map(turn),
    ]),
    retired: Object.freeze([...inherited.retired, ...retired.map(turn)]),
    hooks: orderHooks([
      ...inherited.hooks,
      ...hooks.map(([at, hook]): ModelHook => ({ at, object: name, version: at.text, hook })),
    ]),
    base: inherited.base,
    baseVersions: options.base,
    untagged: untaggedOf(name, oldest, newest, options.untagged),
    // A rule of the base holds for its subclasses, unless they have one of their own.
    check: (options.check as Model['check']) ?? inherited.base?.check,
    construct: options.construct ?? constructorOf(Class, name),
    registry,
    Class,
  });
}

/** Freezes, checks and registers a model, and hangs it on its class. */
export function finishModel(draft: Model): Model {
  const model = Object.freeze(draft);
  checkModel(model);
  model.registry.add(model);
  attachModel(model.Class, model);
  hideSensitive(model);
  return model;
}

function oldestOf(name: string, newest: Version, said: string | undefined): Version {
  const oldest = parseIn(`${name}: oldest`, said ?? `${newest.major}.0`);
  if (oldest.major === newest.major && newest.atLeast(oldest)) return oldest;
  throw new DeclarationError(
    name,
    `oldest ${oldest} does not lead to ${newest}`,
    'name a version of the same major that is not newer',
  );
}

function untaggedOf(
  name: string,
  oldest: Version,
  newest: Version,
  said: string | undefined,
): Version | undefined {
  if (said === undefined) return undefined;
  const untagged = parseIn(`${name}: untagged`, said);
  if (newest.atLeast(untagged) && untagged.atLeast(oldest)) return untagged;
  throw new DeclarationError(
    name,
    `untagged ${untagged} is no version of it`,
    `name one from ${oldest} to ${newest}`,
  );
}

/** The keys of an envelope, in the order in which they are written. */
export function envelopeKeys(name: string, prefix: string): EnvelopeKeys {
  checkName(`${name}: envelope`, prefix);
  return Object.freeze({
    name: asKey(`${prefix}.name`),
    namespace: asKey(`${prefix}.namespace`),
    version: asKey(`${prefix}.version`),
    data: asKey(`${prefix}.data`),
    changes: asKey(`${prefix}.changes`),
  });
}

// A stable sort: at one version the base's hooks stay before the class's own, which is the order going up.
function orderHooks(hooks: readonly ModelHook[]): readonly ModelHook[] {
  return Object.freeze(hooks.toSorted((a, b) => a.at.compare(b.at)));
}
