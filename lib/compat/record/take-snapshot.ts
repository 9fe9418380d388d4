import { versionsOf } from '../../history/shape.js';
import type { Model } from '../../model/model.js';
import type { Registry } from '../../model/registry.js';
import { Version } from '../../version/version.js';
import type { History } from './history.js';
import { HistoryFileError } from './history-errors.js';
import { objectId, objectPath } from './history-path.js';
import { type ObjectRecord, RECORD_FORMAT, type VersionRecord } from './object-record.js';
import { identityOf, recordVersion } from './record-version.js';

/** One version of one object. */
export interface VersionOfObject {
  /** `namespace.Name` */
  readonly object: string;
  readonly version: string;
}

/** A history brought up to what the code says. */
export interface Snapshot {
  readonly history: History;
  /** The entries that are new, or that changed. */
  readonly written: readonly VersionOfObject[];
  /** Entries above the version of their class that no release has frozen: the class was set back, and they went. */
  readonly removed: readonly VersionOfObject[];
  /** Newest versions of which the code says something else than what a release froze: they were left as they are. */
  readonly frozen: readonly VersionOfObject[];
}

/**
 * Records every version of every object of a registry. An entry that a release has frozen is left as it is, whatever the code says;
 * the others are written anew, with the samples that they had where these still fit. The history that is given is not changed.
 */
export async function takeSnapshot(registry: Registry, history: History): Promise<Snapshot> {
  const objects = new Map(history.objects);
  const written: VersionOfObject[] = [];
  const removed: VersionOfObject[] = [];
  const frozen: VersionOfObject[] = [];
  for (const model of registry.models) {
    const id = objectId(identityOf(model));
    const known = objects.get(id);
    if (known !== undefined && known.namespace !== model.namespace)
      throw twoOfOneName(history, id, known, model);
    if (
      known !== undefined &&
      known.envelope !== identityOf(model).envelope &&
      keepsAny(history, model, known)
    ) {
      // Other keys around the data are another object to every peer: what is kept would claim them too.
      frozen.push({ object: id, version: model.version.text });
      continue;
    }
    const versions: Record<string, VersionRecord> = { ...known?.versions };
    for (const version of Object.keys(versions)) {
      if (!isAhead(model, version) || isFrozen(history, model.name, version)) continue;
      delete versions[version];
      removed.push({ object: id, version });
    }
    let record: ObjectRecord = { ...headOf(model), versions };
    for (const version of versionsOf(model)) {
      const before = known?.versions[version.text];
      if (before !== undefined && isFrozen(history, model.name, version.text)) {
        if (!version.equals(model.version)) continue;
        const now = await recordVersion(model, version, record);
        if (differ(before, now)) frozen.push({ object: id, version: version.text });
        continue;
      }
      const now = await recordVersion(model, version, record);
      if (before === undefined || differ(before, now)) written.push({ object: id, version: version.text });
      versions[version.text] = now;
      record = { ...record, versions };
    }
    objects.set(id, record);
  }
  return { history: { ...history, objects }, written, removed, frozen };
}

/** Whether a release names this version of an object: then it was shipped, and what is recorded of it is what it was. */
export function isFrozen({ releases }: History, object: string, version: string): boolean {
  return Object.values(releases).some((manifest) => manifest[object] === version);
}

/** Whether a record has versions that are not written anew: frozen ones, and those that the class supports no more. */
function keepsAny(history: History, model: Model, { versions }: ObjectRecord): boolean {
  const written = new Set(versionsOf(model).map(({ text }) => text));
  return Object.keys(versions).some((text) => !written.has(text) || isFrozen(history, model.name, text));
}

// `a.b` and `c` have the same file as `a` and `b.c`.
function twoOfOneName({ folder }: History, id: string, known: ObjectRecord, model: Model): HistoryFileError {
  const names = [known.namespace, model.namespace]
    .map((namespace) => JSON.stringify(namespace))
    .join(' and ');
  return new HistoryFileError(
    objectPath(folder, id),
    `the namespaces ${names} both have a ${id}`,
    'take the dot out of the name of one',
  );
}

function isAhead(model: Model, text: string): boolean {
  const version = Version.parse(text);
  return version.major === model.version.major && model.version.olderThan(version);
}

function headOf(model: Model): Omit<ObjectRecord, 'versions'> {
  return {
    format: RECORD_FORMAT,
    ...identityOf(model),
    ...(model.base === undefined ? {} : { base: objectId(identityOf(model.base)) }),
    ...(model.untagged === undefined ? {} : { untagged: model.untagged.text }),
  };
}

function differ(a: VersionRecord, b: VersionRecord): boolean {
  return a.shape !== b.shape || a.behaviour !== b.behaviour;
}
