import { Version } from '../../version/version.js';
import { behaviourFingerprint, shapeFingerprint } from '../record/fingerprints.js';
import { objectId } from '../record/history-path.js';
import { isFrozen } from '../record/take-snapshot.js';
import type { History } from '../record/history.js';
import { eachObject, type Said } from './find.js';
import type { Found, Rule } from './rule.js';
import { recordedVersions, type Subject, type World } from './world.js';

/** The record itself, and what of it today's code no longer reaches. */
export const recordRules: readonly Rule[] = [
  {
    id: 'SNAPSHOT_EDITED',
    severity: 'error',
    mode: 'version',
    direction: 'none',
    profile: 'wire',
    summary: 'what was recorded of a released version was changed, or is gone',
    find: edited,
  },
  {
    id: 'OBJECT_REMOVED',
    severity: 'error',
    mode: 'window',
    direction: 'none',
    profile: 'wire',
    summary: 'a release in the window has an object that the code does not have any more',
    find: removed,
  },
  {
    id: 'VERSION_UNREACHABLE',
    severity: 'error',
    mode: 'window',
    direction: 'none',
    profile: 'wire',
    summary: 'a release in the window has a version that the code neither reads nor writes any more',
    find: eachObject(unreachable),
  },
];

function edited({ history }: World): readonly Found[] {
  return [...vanished(history), ...changed(history)];
}

function vanished(history: History): readonly Found[] {
  return Object.entries(history.releases).flatMap(([release, manifest]) =>
    Object.entries(manifest)
      .filter(([object, version]) => !isRecorded(history, object, version))
      .map(([object, version]) => ({
        object,
        versions: [version],
        path: '',
        what: `${release} has ${object} ${version}, and its record is gone`,
        cure: `take the file of ${object} in ${history.folder} from version control again`,
      })),
  );
}

function isRecorded({ objects }: History, object: string, version: string): boolean {
  return [...objects.values()].some(
    (record) => record.object === object && record.versions[version] !== undefined,
  );
}

function changed(history: History): readonly Found[] {
  return [...history.objects.values()].flatMap((record) =>
    Object.entries(record.versions)
      .filter(([version, { fields, shape, ...rest }]) => {
        if (!isFrozen(history, record.object, version)) return false;
        const same =
          shapeFingerprint(record, fields) === shape &&
          behaviourFingerprint({ fields, ...rest }) === rest.behaviour;
        return !same;
      })
      .map(([version]) => ({
        object: record.object,
        versions: [version],
        path: '',
        what: `what is recorded of ${record.object} ${version} is not what its fingerprints say`,
        cure: `take the file of ${record.object} in ${history.folder} from version control again`,
      })),
  );
}

function removed({ history, registry, releases }: World): readonly Found[] {
  const gone = [...history.objects.values()].filter(
    (record) =>
      !registry.models.some(
        ({ name, namespace }) => name === record.object && namespace === record.namespace,
      ),
  );
  return gone.flatMap((record) => {
    const holders = releases.filter(({ manifest }) => Object.hasOwn(manifest, record.object));
    if (holders.length === 0 && releases.length > 0) return [];
    const versions = holders.map(({ manifest }) => manifest[record.object] as string);
    const newest = recordedVersions(record).at(-1)?.text ?? '';
    return [
      {
        object: record.object,
        versions: versions.length > 0 ? versions : [newest],
        path: '',
        what:
          holders.length > 0
            ? `${holders.map(({ name }) => name).join(' and ')} exchange ${record.object}, and the code has no such class`
            : `${record.object} was recorded, and the code has no such class`,
        cure: `import the module that declares it, or keep the class until no release of the window has it; its record is ${objectId(record)}.json`,
      },
    ];
  });
}

function unreachable({ model, name, record }: Subject, { releases, registry }: World): readonly Said[] {
  const named = releases.map(({ manifest }) => manifest[model.name]);
  const wanted = releases.length > 0 ? named : recordedVersions(record).map(({ text }) => text);
  const majors = registry.models.filter(
    (other) => other.name === model.name && other.namespace === model.namespace,
  );
  // One that has a class of its own is that class's matter; one that no class has is told where the oldest class is.
  const first = majors.every(({ version }) => version.major >= model.version.major);
  return [...new Set(wanted)].flatMap((text): Said[] => {
    const version = Version.tryParse(text);
    if (version === undefined) return [];
    const cut =
      version.major === model.version.major ? version.olderThan(model.oldest) : isOrphan(version) && first;
    if (!cut) return [];
    return [
      {
        path: '',
        versions: [version.text, model.version.text],
        what: `${name} ${version} can still be met, and ${name} ${model.version} reaches back to ${model.oldest} only`,
        cure:
          version.major === model.version.major
            ? `say oldest: '${version}', until no release of the window has it`
            : `keep the class of ${version.major}.x beside it, until no release of the window has it`,
      },
    ];
  });
  function isOrphan({ major }: Version): boolean {
    return major < model.version.major && !majors.some((other) => other.version.major === major);
  }
}
