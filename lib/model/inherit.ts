import { DeclarationError } from '../errors/declaration-errors.js';
import { renumber, versionsNamed, type VersionMapping } from '../field/definition.js';
import { recordedFields } from '../field/record.js';
import type { FieldDefinition } from '../field/definition.js';
import { Version } from '../version/version.js';
import { parseIn } from './declaration-checks.js';
import { findOwnModel } from './model-of.js';
import type { Model, ModelField, ModelHook, ObjectClass } from './model.js';

/** What a class takes from those it extends, in its own numbering. */
export interface Inheritance {
  readonly base: Model | undefined;
  readonly fields: readonly ModelField[];
  readonly retired: readonly ModelField[];
  readonly hooks: readonly ModelHook[];
  /** What base classes without a version declared; their versions are those of the class that extends them. */
  readonly recorded: ReadonlyMap<string, FieldDefinition>;
}

/**
 * The fields and hooks of a class's bases. A versioned base's history is taken over with `map`, from versions of the class
 * to versions of the base: a change that the base made in `b` is made in the first version whose base is at least `b`.
 *
 * @throws DeclarationError where the base has a history and the map does not cover it
 */
export function inherit(
  Class: ObjectClass,
  name: string,
  oldest: Version,
  map: Readonly<Record<string, string>> | undefined,
): Inheritance {
  const recorded = new Map<string, FieldDefinition>();
  const chain: ObjectClass[] = [];
  let base: Model | undefined;
  for (
    let parent: unknown = Object.getPrototypeOf(Class);
    typeof parent === 'function' && parent !== Function.prototype;
    parent = Object.getPrototypeOf(parent)
  ) {
    const candidate = parent as ObjectClass;
    base = findOwnModel(candidate);
    if (base !== undefined) break;
    chain.unshift(candidate);
  }
  for (const parent of chain)
    for (const [property, definition] of recordedFields(parent)) recorded.set(property, definition);
  if (base === undefined) {
    if (map !== undefined)
      throw new DeclarationError(
        name,
        'base is given, but the class extends no versioned class',
        'take base away',
      );
    return { base, fields: [], retired: [], hooks: [], recorded };
  }
  const mapping = mappingFor(name, oldest, base, map);
  refuseCollapsed(name, base, mapping);
  const turn = (field: ModelField): ModelField => ({
    ...field,
    definition: renumber(field.definition, mapping, oldest),
  });
  return {
    base,
    fields: base.fields.map(turn),
    retired: base.retired
      .filter((field) => mapping(Version.parse(field.definition.options.until as string)) !== undefined)
      .map(turn),
    hooks: base.hooks.flatMap((hook) => {
      const at = mapping(hook.at);
      // Under one name in two namespaces, the base's hook would be taken for the class's own.
      const object = hook.object === name ? `${base.namespace}.${hook.object}` : hook.object;
      return at === undefined ? [] : [{ ...hook, object, at }];
    }),
    recorded,
  };
}

function mappingFor(
  name: string,
  oldest: Version,
  base: Model,
  map: Readonly<Record<string, string>> | undefined,
): VersionMapping {
  const changed = changedVersions(base);
  if (map === undefined) {
    if (changed.length === 0) return () => undefined;
    throw new DeclarationError(
      name,
      `it extends ${base.name}, which changed in ${changed.map(String).join(', ')}`,
      `say which version of ${base.name} each version had: base: { '${oldest}': '${base.oldest}', ... }`,
    );
  }
  const entries = Object.entries(map)
    .map(([own, theirs]) => [parseIn(`${name}: base`, own), parseIn(`${name}: base`, theirs)] as const)
    .toSorted(([a], [b]) => a.compare(b));
  const last = entries.at(-1)?.[1];
  const uncovered = changed.find((version) => last === undefined || last.olderThan(version));
  if (uncovered !== undefined) {
    throw new DeclarationError(
      name,
      `${base.name} changed in ${uncovered}, and base ends at ${last?.text ?? 'nothing'}`,
      `give ${name} a new version and say base: { ..., '<that version>': '${uncovered}' }`,
    );
  }
  return (version) => {
    const entry = entries.find(([, theirs]) => theirs.atLeast(version));
    const at = entry?.[0];
    return at === undefined || oldest.atLeast(at) ? undefined : at;
  };
}

/**
 * One version of the class may take over several of its base's, but not several changes of one field, nor a hook and anything
 * else: they would have to run one after the other, and the class has no version between them.
 */
function refuseCollapsed(name: string, base: Model, mapping: VersionMapping): void {
  const taken = new Map<
    string,
    { readonly version: Version; readonly fields: ReadonlySet<string>; readonly hooked: boolean }[]
  >();
  for (const version of changedVersions(base)) {
    const at = mapping(version);
    if (at === undefined) continue;
    const named = (field: ModelField): boolean =>
      versionsNamed(field.definition).some((text) => Version.parse(text).equals(version));
    const fields = new Set([...base.fields, ...base.retired].filter(named).map((field) => field.property));
    const hooked = base.hooks.some((hook) => hook.at.equals(version));
    const others = taken.get(at.text) ?? [];
    const clash = others.find(
      (other) => hooked || other.hooked || [...fields].some((field) => other.fields.has(field)),
    );
    if (clash !== undefined) {
      throw new DeclarationError(
        name,
        `${at} takes over ${clash.version} and ${version} of ${base.name} at once, and they build on each other`,
        `give ${name} a version for each: base: { ..., '<one version>': '${clash.version}', '<the next>': '${version}' }`,
      );
    }
    taken.set(at.text, [...others, { version, fields, hooked }]);
  }
}

function changedVersions(base: Model): Version[] {
  const named = [...base.fields, ...base.retired].flatMap((field) => versionsNamed(field.definition));
  const all = [...new Set([...named, ...base.hooks.map((hook) => hook.at.text)])].map((text) =>
    Version.parse(text),
  );
  return all.filter((version) => base.oldest.olderThan(version)).toSorted((a, b) => a.compare(b));
}
