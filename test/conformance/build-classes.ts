import {
  DeclarationError,
  defineObject,
  type FieldLike,
  type Hooks,
  modelOf,
  type ObjectClass,
  Registry,
  Version,
} from '../../lib/index.js';
import { fieldFor } from './field-for.js';
import { handWritten } from './hand-written.js';
import { type ClassHistory, historyOfClass, NO_HISTORY } from './histories.js';
import type { OracleClass, OracleProject } from './oracle.js';

/**
 * How a class has its history: declared by options alone, hooked where a model of objects/ or a rule needs a function, test-only
 * where hooks were written for these tests; or it has none, because there are no rules or nobody wrote the hook that they need.
 */
export type Standing = 'declared' | 'hooked' | 'test-only' | 'needs a hook' | 'no rules';

export interface BuiltClass {
  readonly Class: ObjectClass;
  readonly standing: Standing;
  /** Whether it is a model of objects/. */
  readonly isModel: boolean;
}

/**
 * The classes of a project, built from its schema and its rules; hooks that were written by hand are laid over them.
 * `models` are classes that were written by hand as a whole, and stand for those of their name.
 */
export function buildClasses(
  project: OracleProject,
  models: readonly ObjectClass[] = [],
): Map<string, BuiltClass> {
  const registry = new Registry({ namespace: project.project });
  const byName = new Map(project.classes.map((oracleClass) => [oracleClass.name, oracleClass]));
  const built = new Map<string, BuiltClass>();
  for (const Class of models) {
    const model = modelOf(Class);
    // The others name it: their registry has to know it too.
    registry.add(model);
    built.set(model.name, { Class, standing: model.hooks.length > 0 ? 'hooked' : 'declared', isModel: true });
  }
  const build = (oracleClass: OracleClass): BuiltClass => {
    const known = built.get(oracleClass.name);
    if (known !== undefined) return known;
    const base = oracleClass.mro.map((name) => byName.get(name)).find((candidate) => candidate !== undefined);
    const made = buildOrGiveUp(
      project,
      oracleClass,
      base === undefined ? undefined : build(base).Class,
      registry,
    );
    built.set(oracleClass.name, made);
    return made;
  };
  for (const oracleClass of project.classes) build(oracleClass);
  return built;
}

/** Where the rules make no history that can be declared, a person has to write it: the class has today's version only. */
function buildOrGiveUp(
  project: OracleProject,
  oracleClass: OracleClass,
  base: ObjectClass | undefined,
  registry: Registry,
): BuiltClass {
  try {
    return buildClass(project, oracleClass, base, registry, historyOfClass(project, oracleClass));
  } catch (error) {
    if (!(error instanceof DeclarationError)) throw error;
    return buildClass(project, oracleClass, base, registry, { ...NO_HISTORY, needsHook: true });
  }
}

function buildClass(
  project: OracleProject,
  oracleClass: OracleClass,
  base: ObjectClass | undefined,
  registry: Registry,
  history: ClassHistory,
): BuiltClass {
  const byHand = handWritten[`${project.project}.${oracleClass.name}`];
  const inherited = new Set(base === undefined ? [] : modelOf(base).fields.map((field) => field.property));
  const fields: Record<string, FieldLike> = {};
  for (const { name, nullable, type } of oracleClass.fields) {
    if (inherited.has(name)) continue;
    // Python sends whatever is set: there, every field may be left out.
    const options = {
      ...(nullable ? { nullable: true as const } : {}),
      optional: true as const,
      ...history.fields.get(name),
      ...byHand?.fields?.[name],
    };
    fields[name] = fieldFor(type, options);
  }
  const hooks: Hooks = { ...history.hooks, ...byHand?.hooks };
  const Class = defineObject(oracleClass.name, oracleClass.version, fields, {
    registry,
    namespace: oracleClass.namespace,
    envelope: oracleClass.serial_namespace,
    ...(history.oldest === undefined ? {} : { oldest: history.oldest }),
    ...(base === undefined ? {} : { extends: base, ...baseOption(history, base) }),
    ...(byHand?.retired === undefined ? {} : { retired: byHand.retired }),
    obj_make_compatible: hooks,
  });
  return { Class, standing: standingOf(history, byHand !== undefined), isModel: false };
}

/** The base's versions that go with the class's own: as its `super()` calls say, else the same numbers. */
function baseOption(
  { base: map }: ClassHistory,
  base: ObjectClass,
): { base?: Readonly<Record<string, string>> } {
  const { version, oldest } = modelOf(base);
  if (map !== undefined) return { base: map };
  if (version.equals(oldest)) return {};
  const same: Record<string, string> = {};
  for (let minor = oldest.minor; minor <= version.minor; minor++)
    same[`${version.major}.${minor}`] = Version.parse(`${version.major}.${minor}`).text;
  return { base: same };
}

function standingOf(history: ClassHistory, byHand: boolean): Standing {
  if (byHand) return 'test-only';
  if (history.needsHook) return 'needs a hook';
  if (Object.keys(history.hooks).length > 0) return 'hooked';
  return history.hasRules || history.base !== undefined ? 'declared' : 'no rules';
}
