import type * as FastCheck from 'fast-check';
import { type Primitive, sealEnvelope } from '../../codec/engine/envelope.js';
import { versionsNamed } from '../../field/definition.js';
import { fromPrimitive } from '../../codec/from-primitive.js';
import { reachableModels } from '../../history/references.js';
import { isBacklevelError } from '../../errors/backlevel-error.js';
import type { InvalidPayloadError } from '../../errors/payload-errors.js';
import { modelOf } from '../../model/model-of.js';
import type { Model } from '../../model/model.js';
import { Version } from '../../version/version.js';
import { Generator, pick } from './generator.js';
import { type Pair, type Point, pointsOf } from './points.js';
import type { Case, Instance } from './trial.js';
import type { Releases } from '../../history/releases.js';

/** The payloads of one writer that are tried on one reader. */
export interface Instances {
  readonly random: FastCheck.Arbitrary<Instance>;
  /** Boundary values, every enum value and null: tried in any case. */
  readonly probes: readonly Instance[];
  /** The plainest payload. */
  readonly plain: Primitive;
}

/** What the writer of the newer version can send. */
export function instancesDown(fc: typeof FastCheck, { trial, pair }: Case): Instances {
  const model = modelOf(trial.writerOf(pair.model, pair.high));
  const [full, partial] = [new Generator(fc, false), new Generator(fc, true)];
  const rest = [ofGenerator(full, model, false), ofGenerator(partial, model, false)] as const;
  return together(fc, rest, [], soloProbes(full, model, pair));
}

/** What the writer of the older version can send: with the children of its release, or of any that the newer reader can read. */
export function instancesUp(fc: typeof FastCheck, on: Case, releases: Releases | undefined): Instances {
  const { trial, pair } = on;
  const model = modelOf(trial.writerOf(pair.model, pair.low));
  const [full, partial] = [new Generator(fc, false), new Generator(fc, true)];
  const rest = [ofGenerator(full, model, false), ofGenerator(partial, model, false)] as const;
  const versions = childVersions(on, releases);
  const others = reachableModels(pair.model).some(
    (child) => child !== pair.model && pointsOf(child, releases).length > 1,
  );
  const mixed = others ? [ofGenerator(new Generator(fc, false, versions), model, true)] : [];
  return together(fc, rest, mixed, soloProbes(full, model, pair));
}

function ofGenerator(generator: Generator, model: Model, mixed: boolean): Instances {
  const { random, probes } = generator.object(model);
  const partial = generator.partial || generator.lacking;
  const instance = (payload: unknown): Instance => ({ payload: payload as Primitive, partial, mixed });
  const made = probes.map(instance);
  return { random: random.map(instance), probes: made, plain: made[0]?.payload ?? {} };
}

function together(
  fc: typeof FastCheck,
  [full, partial]: readonly [Instances, Instances],
  mixed: readonly Instances[],
  solo: readonly Instance[],
): Instances {
  const random = fc.oneof(
    { arbitrary: full.random, weight: 3 },
    { arbitrary: partial.random, weight: 2 },
    ...mixed.map((some) => ({ arbitrary: some.random, weight: 2 })),
  );
  const probes = [...solo, ...full.probes, ...partial.probes, ...mixed.flatMap((some) => some.probes)];
  return { random, probes, plain: full.plain };
}

/** Each boundary value of each field that changed between the two versions, in an object that is otherwise plain. */
function soloProbes(generator: Generator, model: Model, { model: today, low, high }: Pair): Instance[] {
  const changed = new Set(
    [...today.fields, ...today.retired]
      .filter(({ definition }) =>
        versionsNamed(definition).some((text) => {
          const version = Version.parse(text);
          return low.version.olderThan(version) && high.version.atLeast(version);
        }),
      )
      .map(({ property }) => property),
  );
  const fields = generator.fields(model);
  return fields.flatMap(([field, { probes }], place) => {
    // A class that was rebuilt from a record knows fields by their wire names only.
    if (!changed.has(field.property) && !isWireOf(today, field.wire, changed)) return [];
    return probes.map((value): Instance => {
      const data = pick(fields, (others, other) => (other === place ? value : others[0]));
      return {
        payload: sealEnvelope(model, model.version.text, data, undefined),
        partial: generator.lacking,
        mixed: false,
      };
    });
  });
}

function isWireOf(today: Model, wire: string, changed: ReadonlySet<string>): boolean {
  return [...today.fields, ...today.retired].some(
    (field) =>
      changed.has(field.property) &&
      (field.wire === wire || (field.definition.options.renamed ?? []).some(({ from }) => from === wire)),
  );
}

/** The classes of a child, one for each of its versions in the window that the newer reader can read. */
function childVersions(
  { trial, pair }: Case,
  releases: Releases | undefined,
): (child: Model) => readonly Model[] {
  const today = reachableModels(pair.model);
  const readable = trial.versionsAt(pair.model, pair.high);
  const known = new Map<string, readonly Model[]>();
  return (child) => {
    const key = `${child.namespace}.${child.name} ${child.version}`;
    let models = known.get(key);
    if (models === undefined) known.set(key, (models = versionsOf(child)));
    return models;
  };

  function versionsOf(child: Model): readonly Model[] {
    const own = today.find((model) => isSame(model, child));
    const newest = own === undefined ? undefined : readable(own);
    // An object inside one of its own class has that one's version, for a manifest gives both of them one.
    if (own === undefined || own === pair.model || newest === undefined) return [child];
    const others = pointsOf(own, releases)
      .filter(({ version }) => newest.atLeast(version) && !version.equals(child.version))
      .map((point: Point) => modelOf(trial.writerOf(own, point)));
    return [child, ...new Map(others.map((model) => [model.version.text, model])).values()];
  }
}

function isSame(a: Model, b: Model): boolean {
  return a.name === b.name && a.namespace === b.namespace && a.version.major === b.version.major;
}

/** Whether the class's own check admits an object; the checks of the past are not known. */
export function isPossible(model: Model, { payload, partial }: Instance): boolean {
  try {
    if (partial) fromPrimitive(model.Class, payload, { partial: true, track: false });
    else fromPrimitive(model.Class, payload, { track: false });
  } catch (error) {
    const { fault } = error as Partial<InvalidPayloadError>;
    return !(isBacklevelError(error) && fault?.kind === 'rule' && fault.field === undefined);
  }
  return true;
}
