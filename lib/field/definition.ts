import { Version } from '../version/version.js';
import type { FieldType } from './field-type.js';
import type { Scalar } from './json.js';
import type {
  FieldOptions,
  LimitChange,
  LimitOptions,
  NullableSince,
  Retyped,
  SubclassHistory,
  ValueHistory,
} from './options.js';

/** A class, a name in the same registry, or a function that answers the class (for one that is defined later). */
export type ClassReference = string | (abstract new (...args: never[]) => unknown) | (() => object);

/** Every option that some field takes, as the history reads them. */
export interface AnyFieldOptions extends FieldOptions, LimitOptions {
  readonly limits?: readonly LimitChange[];
  readonly values?: Readonly<Record<string, ValueHistory>>;
  readonly subclasses?: true | Readonly<Record<string, SubclassHistory>>;
  readonly versions?: Readonly<Record<string, string>>;
  readonly missing?: 'drop' | 'refuse';
  readonly transitions?: Readonly<Record<string, readonly string[]>>;
  readonly as?: string;
  readonly version?: 4 | 6;
}

/** A field as it was declared: inert data, and how its type is built. */
export interface FieldDefinition {
  readonly kind: string;
  readonly options: AnyFieldOptions;
  /** The limits and options that this kind takes beside the common ones. */
  readonly takes: readonly string[];
  readonly build: (definition: FieldDefinition) => FieldType;
  readonly element?: FieldDefinition;
  readonly members?: readonly Scalar[];
  readonly reference?: ClassReference;
}

const types = new WeakMap<FieldDefinition, FieldType>();

/** The type that a definition has now; built once. */
export function typeOf(definition: FieldDefinition): FieldType {
  let type = types.get(definition);
  if (type === undefined) types.set(definition, (type = definition.build(definition)));
  return type;
}

/** The definition as it was at `version`: what came later is taken back, what came earlier is kept as its history. */
export function definitionAt(definition: FieldDefinition, version: Version): FieldDefinition {
  if (!changesAfter(definition, version)) return definition;
  const { options } = definition;
  const retyped = firstAfter(options.retyped, version);
  if (retyped !== undefined) {
    const before = definitionAt(retyped.from.definition, version);
    const kept = identityOf(optionsAt(options, version));
    // What was retyped even earlier is said on the field, not on what it was made of.
    const earlier = options.retyped === undefined ? {} : { retyped: upTo(options.retyped, version) };
    return { ...before, options: { ...kept, ...before.options, ...earlier } };
  }
  const element = definition.element === undefined ? undefined : definitionAt(definition.element, version);
  return {
    ...definition,
    ...(definition.members === undefined
      ? {}
      : { members: definition.members.filter((value) => isMember(options, value, version)) }),
    ...(element === undefined ? {} : { element }),
    options: optionsAt(options, version),
  };
}

function changesAfter(definition: FieldDefinition, version: Version): boolean {
  return versionsNamed(definition).some((text) => isAfter(text, version)) || pairsAfter(definition, version);
}

function pairsAfter({ options: { versions }, element }: FieldDefinition, version: Version): boolean {
  if (versions !== undefined && Object.keys(versions).some((own) => isAfter(own, version))) return true;
  return element !== undefined && pairsAfter(element, version);
}

function optionsAt(options: AnyFieldOptions, version: Version): AnyFieldOptions {
  const past: { -readonly [K in keyof AnyFieldOptions]: AnyFieldOptions[K] } = {
    ...options,
    ...limitsAt(options, version),
  };
  if (options.renamed !== undefined) past.renamed = upTo(options.renamed, version);
  if (options.retyped !== undefined) past.retyped = upTo(options.retyped, version);
  if (options.limits !== undefined) past.limits = upTo(options.limits, version);
  if (isNullableSince(options.nullable) && isAfter(options.nullable.since, version)) delete past.nullable;
  if (options.versions !== undefined) {
    past.versions = Object.fromEntries(
      Object.entries(options.versions).filter(([own]) => !isAfter(own, version)),
    );
  }
  if (options.values !== undefined) past.values = sinceAtMost(options.values, version);
  if (options.subclasses !== undefined && options.subclasses !== true)
    past.subclasses = sinceAtMost(options.subclasses, version);
  return past;
}

function limitsAt(options: AnyFieldOptions, version: Version): LimitOptions {
  let limits: Record<string, unknown> = {};
  const later = (options.limits ?? []).filter((change) => isAfter(change.in, version));
  for (const change of later.toSorted((a, b) => Version.parse(b.in).compare(Version.parse(a.in)))) {
    const { in: _version, ...before } = change;
    limits = { ...limits, ...before };
  }
  for (const name of Object.keys(limits)) if (limits[name] === null) limits[name] = undefined;
  return limits as LimitOptions;
}

/** The options that a field keeps when its type changes; the others belong to the type. */
const IDENTITY = new Set([
  'since',
  'until',
  'optional',
  'readOnly',
  'sensitive',
  'doc',
  'deprecated',
  'wire',
  'renamed',
  'absent',
  'down',
  'fill',
  'loses',
  'coerce',
]);

function identityOf(options: AnyFieldOptions): AnyFieldOptions {
  return Object.fromEntries(
    Object.entries(options).filter(([name, value]) => IDENTITY.has(name) && value !== undefined),
  );
}

function isMember(options: AnyFieldOptions, value: Scalar, version: Version): boolean {
  const since = options.values?.[String(value)]?.since;
  return since === undefined || !isAfter(since, version);
}

function isAfter(text: string, version: Version): boolean {
  return version.olderThan(Version.parse(text));
}

function upTo<T extends { readonly in: string }>(changes: readonly T[], version: Version): readonly T[] {
  return changes.filter((change) => !isAfter(change.in, version));
}

function sinceAtMost<T extends { readonly since?: string }>(
  map: Readonly<Record<string, T>>,
  version: Version,
): Record<string, T> {
  return Object.fromEntries(
    Object.entries(map).filter(([, entry]) => entry.since === undefined || !isAfter(entry.since, version)),
  );
}

function firstAfter(changes: readonly Retyped[] | undefined, version: Version): Retyped | undefined {
  return changes
    ?.filter((change) => isAfter(change.in, version))
    .toSorted((a, b) => Version.parse(a.in).compare(Version.parse(b.in)))[0];
}

export function isNullableSince(nullable: true | NullableSince | undefined): nullable is NullableSince {
  return typeof nullable === 'object' && nullable !== null;
}

/** What a rule about versions does with each version that a definition names; `undefined` takes the entry away. */
export type VersionMapping = (version: Version) => Version | undefined;

/**
 * The definition with other version numbers, for a class that inherits the field under a numbering of its own.
 * What `map` answers `undefined` for was there from the start: its entry goes, the field as it is now stays.
 */
export function renumber(definition: FieldDefinition, map: VersionMapping, start?: Version): FieldDefinition {
  const { options } = definition;
  const next: { -readonly [K in keyof AnyFieldOptions]: AnyFieldOptions[K] } = { ...options };
  const turn = (text: string): string | undefined => map(Version.parse(text))?.text;
  const turnIn = <T extends { readonly in: string }>(changes: readonly T[]): T[] =>
    changes.flatMap((change) => {
      const at = turn(change.in);
      return at === undefined ? [] : [{ ...change, in: at }];
    });
  setOrDelete(next, 'since', options.since === undefined ? undefined : turn(options.since));
  setOrDelete(next, 'until', options.until === undefined ? undefined : turn(options.until));
  if (options.renamed !== undefined) next.renamed = turnIn(options.renamed);
  if (options.limits !== undefined) next.limits = turnIn<LimitChange>(options.limits);
  if (options.retyped !== undefined) {
    next.retyped = turnIn(options.retyped).map((change) => ({
      ...change,
      from: { definition: renumber(change.from.definition, map, start) },
    }));
  }
  if (isNullableSince(options.nullable)) {
    const since = turn(options.nullable.since);
    next.nullable = since === undefined ? true : { ...options.nullable, since };
  }
  if (options.values !== undefined) next.values = turnSince(options.values, turn, false);
  if (options.subclasses !== undefined && options.subclasses !== true) {
    next.subclasses = turnSince(options.subclasses, turn, true);
  }
  if (options.versions !== undefined) {
    const pairs = Object.entries(options.versions).map(
      ([own, child]) => [Version.parse(own), child] as const,
    );
    // What held when the class began holds from its first version on, which is `start`.
    next.versions = Object.fromEntries(
      pairs
        .toSorted(([a], [b]) => a.compare(b))
        .flatMap(([own, child]) => {
          const at = map(own) ?? start;
          return at === undefined ? [] : [[at.text, child]];
        }),
    );
  }
  return {
    ...definition,
    options: next,
    ...(definition.element === undefined ? {} : { element: renumber(definition.element, map, start) }),
  };
}

function turnSince<T extends { readonly since?: string }>(
  map: Readonly<Record<string, T>>,
  turn: (text: string) => string | undefined,
  keep: boolean,
): Record<string, T> {
  const turned: Record<string, T> = {};
  for (const [key, entry] of Object.entries(map)) {
    const since = entry.since === undefined ? undefined : turn(entry.since);
    const { since: _old, ...rest } = entry;
    if (since !== undefined) turned[key] = { ...entry, since };
    else if (keep) turned[key] = rest as T;
  }
  return turned;
}

function setOrDelete(
  options: { -readonly [K in keyof AnyFieldOptions]: AnyFieldOptions[K] },
  key: 'since' | 'until',
  value: string | undefined,
): void {
  if (value === undefined) delete options[key];
  else options[key] = value;
}

/** Every version that the definition names as one in which it changed, `since` and `until` included. */
export function versionsNamed(definition: FieldDefinition): string[] {
  const found: string[] = [];
  nameVersions(definition, found);
  return found;
}

// Most fields name none, and every class asks for all of its fields: nothing is allocated for those.
function nameVersions({ options, element }: FieldDefinition, found: string[]): void {
  const { since, until, renamed, retyped, limits, nullable, values, subclasses } = options;
  note(since, found);
  note(until, found);
  renamed?.forEach((change) => note(change.in, found));
  retyped?.forEach((change) => note(change.in, found));
  limits?.forEach((change) => note(change.in, found));
  if (isNullableSince(nullable)) note(nullable.since, found);
  if (values !== undefined) for (const entry of Object.values(values)) note(entry.since, found);
  if (subclasses !== undefined && subclasses !== true)
    for (const entry of Object.values(subclasses)) note(entry.since, found);
  if (element !== undefined) nameVersions(element, found);
  retyped?.forEach((change) => nameVersions(change.from.definition, found));
}

function note(version: string | undefined, found: string[]): void {
  if (version !== undefined) found.push(version);
}
