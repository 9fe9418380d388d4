import {
  type BackportOptions,
  type Manifest,
  type Model,
  modelOf,
  type Primitive,
  toPrimitive,
  versionsOf,
} from '../../lib/index.js';
import { manifestVersion } from '../../lib/history/child-version.js';
import * as heatObjects from '../../objects/heat/index.js';
import { buildClasses } from '../conformance/build-classes.js';
import type { OracleProject, OracleVectors } from '../conformance/oracle.js';
import {
  changesOf,
  describeModel,
  describeRecorded,
  type ListBase,
  listBase,
  type PeerChange,
  type PeerClass,
  type RecordedClass,
} from './describe.js';

/** An object to send: the newest form of it, as a service holds it. */
export interface Sample {
  readonly model: Model;
  readonly label: string;
  /** Whether it has all that an object of its class can have. */
  readonly full: boolean;
  readonly primitive: Primitive;
  /** What hooks look up for it. */
  readonly context?: BackportOptions['context'];
}

/** A set of classes that both sides know, and objects of them. */
export interface Subject {
  readonly name: string;
  readonly models: ReadonlyMap<string, Model>;
  /** The classes as a Python service of today has them. */
  readonly today: readonly PeerClass[];
  readonly samples: readonly Sample[];
  /** What readers that are behind would say they read, for an object. */
  readonly manifests: (sample: Sample) => readonly Manifest[];
  /** The classes as a Python service has them that reads what the manifest says. */
  readonly older: (manifest: Manifest) => readonly PeerClass[];
  /** Whether Python's side of a class can be made from its description: not where our hook does what no option says. */
  readonly generated: (model: Model) => boolean;
}

/** The classes of a recorded project and the objects that its Python service made. */
export function recordedSubject(project: OracleProject): Subject {
  const built = buildClasses(project);
  const models = new Map([...built].map(([name, { Class }]) => [name, modelOf(Class)]));
  const classes = project.classes as readonly RecordedClass[];
  const lists = new Map(classes.map((recorded) => [recorded.name, listBase(recorded)]));
  const vectors = new Map(project.vectors.map((each) => [each.name, each]));
  return {
    name: project.project,
    models,
    today: classes.map((recorded) => describeRecorded(recorded, models.get(recorded.name) as Model)),
    samples: project.vectors.flatMap(({ name, instances }) =>
      instances.map(({ label, current }) => ({
        model: models.get(name) as Model,
        label: `${name} ${label}`,
        full: label === 'full',
        primitive: current.primitive,
        context: { serviceIdOf: () => undefined },
      })),
    ),
    manifests: (sample) => manifestsOf(sample, vectors.get(sample.model.name)),
    older: (manifest) => describeOlder(models, manifest, (name) => lists.get(name)),
    generated: (model) => model.hooks.length === 0,
  };
}

/** Each older version of a class, with its children as they are now and, of a full object, with each one minor lower. */
function manifestsOf({ model, full }: Sample, vectors: OracleVectors | undefined): Manifest[] {
  const children = vectors?.manifest ?? {};
  const lower = (full ? vectors?.manifest_children_down : undefined) ?? {};
  const older = versionsOf(model).filter((version) => version.olderThan(model.version));
  return older.flatMap(({ text }) => [
    { ...children, [model.name]: text },
    ...(Object.keys(lower).length === 0 ? [] : [{ ...children, ...lower, [model.name]: text }]),
  ]);
}

function describeOlder(
  models: ReadonlyMap<string, Model>,
  manifest: Manifest,
  listOf: (name: string) => ListBase | undefined,
): PeerClass[] {
  return [...models.values()].flatMap((model) => {
    const version = manifestVersion(model, manifest);
    return version === undefined ? [] : [describeModel(model, version, { list: listOf(model.name) })];
  });
}

/** How many sets of samples are sent; each has one object of each class. */
const SEEDS = 6;

/** What the hooks of Heat's classes do, as its Python service would do it. */
const heatHooks: Readonly<Record<string, readonly PeerChange[]>> = {
  Resource: [{ at: '1.3', field: 'properties_data', op: 'unwrap', to: 'properties', member: 'data' }],
  Event: [{ at: '1.2', field: 'properties_data', op: 'unwrap', to: 'properties', member: 'data' }],
  RawTemplate: [{ at: '1.1', field: 'template_files', op: 'unwrap', to: 'files', member: 'files' }],
  Stack: [{ at: '1.2', field: 'timeout', op: 'text' }],
};

/** Heat's objects with their designed history, and the releases that ran together. */
export function heatSubject(): Subject {
  const { heat, releases, samplesOf } = heatObjects;
  const models = new Map(heat.models.map((model) => [model.name, model]));
  const manifests = releases.names.slice(0, -1).map((name) => releases.manifest(name));
  return {
    name: 'objects/heat',
    models,
    today: heat.models.map((model) =>
      describeModel(model, model.version, {
        // The hook of a field goes before its removal, as it sees the newer shape whole.
        history: [...(heatHooks[model.name] ?? []), ...changesOf(model)],
      }),
    ),
    samples: Array.from({ length: SEEDS }, (_, seed) => Object.values(samplesOf(seed + 1) as object))
      .flat()
      .map((sample: object, index) => {
        const model = modelOf(sample.constructor as Parameters<typeof modelOf>[0]);
        return { model, label: `${model.name} ${index}`, full: true, primitive: toPrimitive(sample) };
      }),
    manifests: ({ model }) => manifests.filter((manifest) => Object.hasOwn(manifest, model.name)),
    older: (manifest) => describeOlder(models, manifest, () => undefined),
    generated: () => true,
  };
}
