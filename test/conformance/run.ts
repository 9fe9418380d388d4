import { isDeepStrictEqual } from 'node:util';
import {
  changes,
  fromPrimitive,
  isBacklevelError,
  modelOf,
  type ObjectClass,
  toPrimitive,
  toPrimitiveAsync,
} from '../../lib/index.js';
import type { ServiceLookup } from '../../objects/nova/index.js';
import { type BuiltClass, buildClasses } from './build-classes.js';
import { Differences, normalized } from './compare.js';
import type { Lookup } from './hand-written.js';
import { kindOf } from './kind-of.js';
import type { OracleBackport, OracleInstance, OracleProject, OracleVectors } from './oracle.js';
import type { Kind, Outcome } from './outcome.js';
import { bothRefuse, MATCHED, refusedHere, type Verdict, writtenHere } from './refusals.js';
import { writtenModels } from './written-models.js';

/** Everything that was compared for one project, and how each class came to its history. */
export interface Run {
  readonly outcomes: readonly Outcome[];
  readonly built: ReadonlyMap<string, BuiltClass>;
}

/** Runs every recording of a project against models that were written by hand, and classes built from its schema and rules. */
export async function runProject(project: OracleProject): Promise<Run> {
  const built = buildClasses(project, writtenModels(project).used);
  const outcomes: Outcome[] = [];
  for (const vectors of project.vectors) outcomes.push(...(await runClass(project.project, vectors, built)));
  return { outcomes, built };
}

async function runClass(
  project: string,
  vectors: OracleVectors,
  built: ReadonlyMap<string, BuiltClass>,
): Promise<Outcome[]> {
  const { Class, standing } = built.get(vectors.name) as BuiltClass;
  const classOf = (name: string): ObjectClass | undefined => built.get(name)?.Class;
  const outcomes: Outcome[] = [];
  for (const recorded of vectors.instances) {
    const note = (kind: Kind, what: string, verdict: Verdict): void => {
      const { why, ...rest } =
        verdict.result === 'failed' && standing === 'needs a hook'
          ? { ...verdict, result: 'needs a hook' as const }
          : verdict;
      const said = `${recorded.label} ${what}${why === undefined ? '' : `: ${why}`}`;
      outcomes.push({ project, name: vectors.name, kind, ...rest, what: said });
    };
    const { current, what_changed: changed } = recorded;
    const loaded = load(Class, recorded);
    if (typeof loaded === 'string') {
      const failed: Verdict = { result: 'failed', why: loaded };
      for (const kind of ['loads', 'change sets', 'round trips'] as const) note(kind, '', failed);
      for (const backport of recorded.backports)
        note(kindOf(resolved(recorded, backport), current.primitive), '', failed);
      continue;
    }
    note('loads', '', MATCHED);
    note('change sets', '', same(changed, changedNames(loaded, Class)));
    note('round trips', '', same(normalized(current.primitive), normalized(toPrimitive(loaded))));
    for (const backport of recorded.backports) {
      note(
        kindOf(resolved(recorded, backport), current.primitive),
        `at ${backport.target} (${backport.variant})`,
        await compareBackport(loaded, recorded, backport, vectors, classOf),
      );
    }
  }
  return outcomes;
}

/** What changed, by the names that the fields have on the wire. */
function changedNames(instance: object, Class: ObjectClass): string[] {
  const wire = new Map(modelOf(Class).fields.map((field) => [field.property, field.wire]));
  return changes(instance)
    .map((property) => wire.get(property) ?? property)
    .toSorted();
}

function load(Class: ObjectClass, recorded: OracleInstance): object | string {
  try {
    return fromPrimitive(Class, recorded.current.primitive, { partial: true });
  } catch (error) {
    return String(error);
  }
}

function same(python: unknown, ours: unknown): Verdict {
  return isDeepStrictEqual(python, ours)
    ? MATCHED
    : { result: 'failed', why: `${JSON.stringify(python)} here ${JSON.stringify(ours)}` };
}

function resolved({ backports }: OracleInstance, backport: OracleBackport): OracleBackport {
  return backport.same_as === undefined ? backport : (backports[backport.same_as] as OracleBackport);
}

async function compareBackport(
  instance: object,
  recorded: OracleInstance,
  backport: OracleBackport,
  vectors: OracleVectors,
  classOf: (name: string) => ObjectClass | undefined,
): Promise<Verdict> {
  const { target, variant } = backport;
  const expected = resolved(recorded, backport);
  let ours: unknown;
  try {
    ours = normalized(
      await toPrimitiveAsync(instance, {
        target: targetOf(target, variant, vectors),
        context: contextOf(recorded.label),
      }),
    );
  } catch (error) {
    if (!isBacklevelError(error)) throw error;
    return expected.error === undefined
      ? refusedHere(error, variant, expected, recorded, vectors)
      : bothRefuse(error, expected.error, recorded);
  }
  if (expected.error !== undefined) return writtenHere(expected.error);
  const python = normalized(expected.primitive);
  if (isDeepStrictEqual(python, ours)) return MATCHED;
  const differences = new Differences(classOf);
  differences.compare(python, ours, normalized(recorded.current.primitive));
  const { cause } = differences;
  if (differences.unexplained.length > 0 || cause === undefined)
    return { result: 'failed', why: differences.unexplained.join('; ') };
  return { result: 'deviation', cause, listFaults: [...differences.listFaults] };
}

/** The database behind the recording, as far as its label tells of it. */
function contextOf(label: string): Lookup & ServiceLookup {
  const found = /service (\d+) found/.exec(label)?.[1];
  const serviceId = (): number | undefined => (found === undefined ? undefined : Number(found));
  return { serviceIdOf: serviceId, serviceOn: serviceId };
}

function targetOf(
  target: string,
  variant: string,
  { name, manifest = {}, manifest_children_down: down = {} }: OracleVectors,
): string | Record<string, string> {
  switch (variant) {
    case 'plain':
      return target;
    case 'manifest':
      return { ...manifest, [name]: target };
    case 'manifest_children_down':
      return { ...manifest, ...down, [name]: target };
    default:
      return { [name]: target };
  }
}
