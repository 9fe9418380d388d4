import { versionsOf } from '../../history/shape.js';
import { Version } from '../../version/version.js';
import { listed } from './cure.js';
import { eachObject, type Said } from './find.js';
import type { Rule } from './rule.js';
import { recordedVersions, type Subject, type World } from './world.js';

/** Version numbers: whether they follow each other. */
export const versionRules: readonly Rule[] = [
  {
    id: 'VERSION_COLLISION',
    severity: 'error',
    mode: 'version',
    direction: 'none',
    profile: 'wire',
    summary: 'one version was recorded twice, and not as the same thing: two branches made it',
    find: eachObject(collision),
  },
  {
    id: 'VERSION_GAP',
    severity: 'warn',
    mode: 'version',
    direction: 'none',
    profile: 'rolling',
    summary: 'between two versions a second number is missing',
    find: eachObject(gap),
  },
  {
    id: 'VERSION_ORDER',
    severity: 'error',
    mode: 'version',
    direction: 'none',
    profile: 'wire',
    summary:
      'a version is older than one that came before it; versions are compared as numbers, so 1.10 is newer than 1.9',
    find: eachObject(order),
  },
];

function collision({ record, name }: Subject): readonly Said[] {
  const versions = recordedVersions(record);
  return versions.flatMap((version, index): Said[] => {
    const other = versions[index - 1];
    if (other === undefined || !other.equals(version)) return [];
    const [a, b] = [record?.versions[other.text], record?.versions[version.text]];
    if (a?.shape === b?.shape && a?.behaviour === b?.behaviour) return [];
    return [
      {
        path: '',
        versions: [other.text, version.text],
        what: `${other} and ${version} are one version, and were recorded as two different ones`,
        cure: `keep the one that came first, give the other change of ${name} the next version, and run backlevel snapshot`,
      },
    ];
  });
}

function gap({ model, record, name }: Subject): readonly Said[] {
  const known = [...recordedVersions(record), ...versionsOf(model)]
    .filter(({ major }) => major === model.version.major)
    .map(({ minor }) => minor);
  const [first, last] = [Math.min(...known), Math.max(...known)];
  const missing = Array.from({ length: last - first }, (_, index) => first + index).filter(
    (minor) => !known.includes(minor),
  );
  if (missing.length === 0) return [];
  const versions = missing.map((minor) => `${model.version.major}.${minor}`);
  return [
    {
      path: '',
      versions,
      what: `nothing is known of ${name} ${listed(versions)}, between versions that are`,
      cure: 'take the record from version control again, or leave no number out',
    },
  ];
}

function order(subject: Subject, { history: { releases }, releases: window }: World): readonly Said[] {
  const { model, name, record } = subject;
  const found: Said[] = [];
  let before: { readonly release: string; readonly version: Version } | undefined;
  for (const [release, manifest] of Object.entries(releases)) {
    const version = Version.tryParse(manifest[model.name]);
    if (version === undefined) continue;
    if (before !== undefined && version.olderThan(before.version)) {
      found.push({
        path: '',
        versions: [before.version.text, version.text],
        what: `release ${release} has ${name} ${version}, and ${before.release} before it had ${before.version}`,
        cure: 'put the releases into the order in which they were made',
      });
    }
    before = { release, version };
  }
  const ahead = [
    ...recordedVersions(record),
    ...window.map(({ manifest }) => Version.tryParse(manifest[model.name])),
  ]
    .filter((version) => version !== undefined)
    .filter((version) => version.major === model.version.major && model.version.olderThan(version))
    .toSorted((a, b) => a.compare(b))
    .at(-1);
  if (ahead !== undefined) {
    found.push({
      path: '',
      versions: [ahead.text, model.version.text],
      what: `the code has ${name} ${model.version}, and ${ahead} is there already`,
      cure: `set the version of ${name} to '${ahead}' or above (1.10 is newer than 1.9); if no service has ${ahead} yet, run backlevel snapshot`,
    });
  }
  return found;
}
