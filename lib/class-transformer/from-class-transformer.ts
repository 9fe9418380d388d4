import { DeclarationError } from '../errors/declaration-errors.js';
import type { FieldDefinition } from '../field/definition.js';
import type { FieldLike } from '../field/field-shape.js';
import { recordedFields } from '../field/record.js';
import { type AnyVersionedOptions, buildModel, type VersionedOptions } from '../model/build-model.js';
import { parseIn } from '../model/declaration-checks.js';
import { findOwnModel } from '../model/model-of.js';
import type { ObjectClass } from '../model/model.js';
import { defaultRegistry } from '../model/registry.js';
import type { DataKeys } from '../model/values.js';
import { type Carried, carryProperty } from './carry-property.js';
import { Decorations } from './decorations.js';
import { Numbering, numberingOf, setNumbering, type VersionNumbers } from './numbering.js';
import { sameVersions } from './same-versions.js';
import { travellingProperties } from './travelling-properties.js';

/** What class-transformer's decorators do not say of a class. */
export interface FromClassTransformerOptions<T = object> extends VersionedOptions<T> {
  /** The name on the wire. */
  readonly name: string;
  /** What the numbers in `since` and `until` are as versions: `{ 1: '1.0', 1.1: '1.1', 2: '1.2' }`. */
  readonly versions: VersionNumbers;
  /** The version of the class, where it is newer than all in `versions`. */
  readonly version?: string;
  /**
   * Fields for properties whose type the decorators do not tell, as in `{ id: field.uuid() }`; and options for those whose
   * type they do, as in `{ lines: field({ optional: true }) }`. One that says `since`, `until` or `renamed` tells the whole
   * history of the property, and the versions in its `@Expose` are not read.
   */
  readonly fields?: { readonly [K in DataKeys<T>]?: FieldLike<T[K]> };
  /** Properties that stay here, though class-transformer lets them travel. */
  readonly omit?: readonly DataKeys<T>[];
}

/**
 * Makes a class that carries class-transformer's decorators a versioned class: its `@Expose`, `@Type` and `@Exclude` become
 * fields with a history. class-transformer goes on working with it as before.
 *
 * A property with `until` is a retired field: it stays in the class, and is no field at the newest version. Several `@Expose`
 * of one property with successive ranges are its names, of which the last is today's; class-transformer itself keeps only
 * one of them, so this module must be loaded before the class.
 *
 * @throws DeclarationError for a number that `versions` lacks, and for what cannot be carried over: a `@Transform`, one direction,
 * groups, a getter, a type that nothing tells; each says how to go on
 * @throws DuplicateRegistrationError where the registry holds the name already
 * @example
 * fromClassTransformer(Order, { name: 'Order', versions: { 1: '1.0', 1.1: '1.1' }, fields: { id: field.uuid() } });
 * encode(order, { target: '1.0' });
 */
export function fromClassTransformer<T extends object>(
  Class: ObjectClass<T>,
  options: FromClassTransformerOptions<NoInfer<T>>,
): void {
  const { name, version, versions, fields = {}, omit = [], ...rest } = options;
  if (typeof name !== 'string') {
    throw new DeclarationError(
      Class.name,
      'it has no name on the wire',
      `say name: '${Class.name}', which no minifier changes`,
    );
  }
  const decorations = new Decorations(Class);
  refuseUnfit(name, decorations);
  const numbering = new Numbering(name, versions);
  const newest = parseIn(name, version ?? numbering.newest.text);
  const oldest = parseIn(`${name}: oldest`, rest.oldest ?? `${newest.major}.0`);
  const naming = rest.naming ?? (rest.registry ?? defaultRegistry).naming;
  const same = sameVersions(oldest, newest);
  const carried: Carried = { name, Class, decorations, numbering, naming, oldest, same };

  const given = givenFields(decorations, fields as Readonly<Record<string, FieldLike>>);
  const elsewhere = new Set<string>([...omit, ...Object.keys(rest.retired ?? {})]);
  const declared = new Map<string, FieldDefinition>();
  const retired: Record<string, FieldLike> = { ...rest.retired };
  for (const property of travellingProperties(carried, given, elsewhere, rest.construct)) {
    const definition = carryProperty(property, given.get(property), carried);
    if (definition === undefined) continue;
    if (definition.options.until === undefined) declared.set(property, definition);
    else retired[property] = { definition };
  }
  const base = rest.base ?? baseVersions(decorations, numbering);
  const all = { ...rest, retired, ...(base === undefined ? {} : { base }) } as AnyVersionedOptions;
  setNumbering(buildModel(Class, name, newest.text, all, declared), numbering);
}

function refuseUnfit(name: string, { Class, base, empty }: Decorations): void {
  const already = findOwnModel(Class);
  if (already !== undefined) {
    throw new DeclarationError(
      name,
      `the class is versioned already, as ${already.name} ${already.version}`,
      'call fromClassTransformer() once, and put no @versioned above the class',
    );
  }
  if (empty && base === undefined) {
    throw new DeclarationError(
      name,
      `class-transformer knows nothing of ${Class.name}`,
      'put its decorators on the properties; where a bundler takes class-transformer in, let it leave the package outside: ' +
        'it holds its decorators once for each of its builds',
    );
  }
}

/** What `@field` in the class bodies and `fields` say, the nearest last. */
function givenFields(
  { classes }: Decorations,
  fields: Readonly<Record<string, FieldLike>>,
): ReadonlyMap<string, FieldDefinition> {
  const recorded = classes.toReversed().flatMap((Class) => [...recordedFields(Class)]);
  const named = Object.entries(fields).map(([property, { definition }]) => [property, definition] as const);
  return new Map([...recorded, ...named]);
}

function baseVersions({ base }: Decorations, numbering: Numbering): Record<string, string> | undefined {
  const theirs = base === undefined ? undefined : numberingOf(base);
  return theirs === undefined ? undefined : numbering.alongside(theirs);
}
