import { manifestVersion } from '../../history/child-version.js';
import { typeOf } from '../../field/definition.js';
import type { FieldType } from '../../field/field-type.js';
import { childModels, modelOfReference, objectTypeIn, reachableModels } from '../../history/references.js';
import { type Manifest, releaseFor } from '../../history/releases.js';
import { shapeAt } from '../../history/shape.js';
import type { ObjectType } from '../../field/object-type.js';
import type { Model, ModelField } from '../../model/model.js';
import { Version } from '../../version/version.js';
import { valueAt } from '../../version/version-map.js';
import { eachObject, eachPast, type Said } from './find.js';
import type { Rule } from './rule.js';
import { type Past, recordedVersions, type Subject, type World } from './world.js';

/** Objects in objects: which versions go together. */
export const childRules: readonly Rule[] = [
  {
    id: 'CHILD_VERSION_UNPINNED',
    severity: 'error',
    mode: 'window',
    direction: 'new-to-old',
    profile: 'rolling',
    summary: 'nothing says at which version a child is written for an older reader, and the write is refused',
    find: eachPast(unpinned),
  },
  {
    id: 'CHILD_MANIFEST_NOT_MONOTONIC',
    severity: 'error',
    mode: 'version',
    direction: 'none',
    profile: 'rolling',
    summary: 'a newer parent goes with an older child',
    find: eachObject(notMonotonic),
  },
  {
    id: 'CYCLE_UNBOUNDED',
    severity: 'error',
    mode: 'version',
    direction: 'none',
    profile: 'rolling',
    summary: 'an object demands one of itself, so that no payload of it ever ends',
    find: eachObject(unbounded),
  },
];

function unpinned({ version }: Past, { model }: Subject, world: World): readonly Said[] {
  if (version.equals(model.version)) return [];
  return shapeAt(model, version).fields.flatMap(({ wire, type }) => {
    const object = objectTypeIn(type);
    if (object === undefined) return [];
    return childModels(object, model).flatMap((child): Said[] => {
      if (isDropped(object, child) || isPinned(model, version, object, child, world)) return [];
      return [
        {
          path: wire,
          coverage: 'uncovered',
          what: `nothing says which ${child.name} goes with ${model.name} ${version}, and \`${wire}\` holds one`,
          cure: `add ${child.name} to the manifests of the releases that have ${model.name}, or say versions: { '${version}': '<version of ${child.name}>' } on \`${wire}\``,
        },
      ];
    });
  });
}

function isDropped({ subclasses, missing }: ObjectType, { name }: Model): boolean {
  const entry = subclasses === undefined || subclasses === true ? undefined : subclasses[name];
  return (entry?.missing ?? missing) === 'drop';
}

/** The releases that have the parent at this version must have the child; without any, the field or another release must say it. */
function isPinned(model: Model, version: Version, type: ObjectType, child: Model, world: World): boolean {
  const holders = world.releases.filter(({ manifest }) => manifest[model.name] === version.text);
  if (holders.length > 0)
    return holders.every(({ manifest }) => manifestVersion(child, manifest) !== undefined);
  if (type.versions !== undefined && valueAt(type.versions, version) !== undefined) return true;
  const release = releaseFor(model.registry, model.name, version);
  if (release !== undefined) return manifestVersion(child, release) !== undefined;
  return child.oldest.equals(child.version);
}

/** What a parent at some version goes with. */
interface Stage {
  readonly at: Version;
  readonly children: Manifest;
}

/**
 * What was recorded, what releases had, and what fields say is each compared by itself: where nothing says a version, the recorded one is
 * only what was newest then.
 */
function notMonotonic({ model, record }: Subject, { history, releases }: World): readonly Said[] {
  const released = [...Object.values(history.releases), ...releases.map(({ manifest }) => manifest)];
  const sources: readonly (readonly Stage[])[] = [
    recordedVersions(record).map((at) => ({ at, children: record?.versions[at.text]?.children ?? {} })),
    released.flatMap((children) => {
      const at = Version.tryParse(children[model.name]);
      return at === undefined ? [] : [{ at, children }];
    }),
    ...model.fields.map((field) => declaredStages(field, model)),
  ];
  const names = [...new Set(reachableModels(model).map(({ name }) => name))].filter(
    (name) => name !== model.name,
  );
  return names.flatMap(
    (name) => sources.map((stages) => descent(stages, name, model)).find((said) => said !== undefined) ?? [],
  );
}

function declaredStages({ definition }: ModelField, model: Model): readonly Stage[] {
  const object = objectTypeIn(typeOf(definition));
  if (object === undefined) return [];
  const { name } = modelOfReference(object, model);
  return Object.entries(object.versions ?? {}).map(([own, theirs]) => ({
    at: Version.parse(own),
    children: { [name]: theirs },
  }));
}

/** The first place where the parent goes up and a child goes down. */
function descent(stages: readonly Stage[], name: string, model: Model): Said | undefined {
  const pairs = stages
    .flatMap(({ at, children }) => {
      const child = Version.tryParse(children[name]);
      return child === undefined || at.major !== model.version.major ? [] : [{ at, child }];
    })
    .toSorted((a, b) => a.at.compare(b.at));
  for (const [index, { at, child }] of pairs.entries()) {
    const above = pairs
      .slice(0, index)
      .find(
        (pair) => pair.at.olderThan(at) && pair.child.major === child.major && child.olderThan(pair.child),
      );
    if (above === undefined) continue;
    return {
      path: name,
      versions: [above.at.text, at.text],
      what: `${model.name} ${at} goes with ${name} ${child}, and ${above.at} before it went with ${above.child}`,
      cure: `name at least ${name} '${above.child}' with ${model.name} '${at}'`,
    };
  }
  return undefined;
}

function unbounded({ model }: Subject): readonly Said[] {
  return demanded(model).flatMap(([wire, child]): Said[] => {
    if (!leadsTo(child, model, new Set())) return [];
    return [
      {
        path: wire,
        what: `\`${wire}\` demands a ${child.name}, which demands a ${model.name} again, without end`,
        cure: `say nullable: true or optional: true on \`${wire}\`, or make it a list, which can be empty`,
      },
    ];
  });
}

/** The children that each payload of a model has: no null, no list and no absence ends there. */
function demanded(model: Model): readonly (readonly [wire: string, child: Model])[] {
  return shapeAt(model, model.version).fields.flatMap(({ wire, type, optional }) =>
    optional || !isDemanding(type) ? [] : [[wire, modelOfReference(type as ObjectType, model)] as const],
  );
}

function isDemanding(type: FieldType): boolean {
  return type.kind === 'object' && !type.nullable && (type as ObjectType).subclasses === undefined;
}

function leadsTo(from: Model, to: Model, seen: Set<Model>): boolean {
  if (from === to) return true;
  if (seen.has(from)) return false;
  seen.add(from);
  return demanded(from).some(([, child]) => leadsTo(child, to, seen));
}
