import type { Json } from '../../field/json.js';
import { shapeAt, shapeBefore } from '../../history/shape.js';
import type { Model } from '../../model/model.js';
import type { Registry } from '../../model/registry.js';
import { Version } from '../../version/version.js';
import { childrenAt } from '../record/children-at.js';
import type { History } from '../record/history.js';
import { objectId } from '../record/history-path.js';
import type { FieldRecord, ObjectRecord, VersionRecord } from '../record/object-record.js';
import { fieldRecordsAt, identityOf, recordVersion } from '../record/record-version.js';
import { samplesOf } from '../record/samples.js';
import { nextVersion } from './next-version.js';
import type { ProofLike } from './proof-like.js';
import type { WindowRelease } from './window-releases.js';

type Fields = Readonly<Record<string, FieldRecord>>;

/** A version that was recorded and that peers of today's code may be at. */
export interface Past {
  readonly version: Version;
  /** What its readers and writers were. */
  readonly recorded: VersionRecord;
  /** What today's code says that they were. */
  readonly told: Fields;
  /** Whether a release of the window has it; others matter for stored data only. */
  readonly inWindow: boolean;
}

/** An object as rules see it: today's class beside its record. */
export interface Subject {
  /** Its name, with the namespace where two have it. */
  readonly name: string;
  readonly id: string;
  readonly model: Model;
  readonly record: ObjectRecord | undefined;
  /** Today's fields. */
  readonly fields: Fields;
  /** Oldest first. */
  readonly pasts: readonly Past[];
  /** The newest version that was recorded of those in the window: what a step starts from. */
  readonly base: Past | undefined;
  /** What the code makes of its newest version, where that is recorded. */
  readonly today: VersionRecord | undefined;
  /** The version that the next change makes. */
  readonly next: string;
  /** Made-up data by version, for those at which a hook starts. */
  readonly samples: ReadonlyMap<string, readonly Json[]>;
}

/** All that rules look at. */
export interface World {
  readonly registry: Registry;
  readonly history: History;
  /** The releases that may run beside today's code, oldest first. */
  readonly releases: readonly WindowRelease[];
  readonly subjects: readonly Subject[];
  /** Whether old writers of every recorded version count, because their data are stored. */
  readonly countsStored: boolean;
  readonly proof: ProofLike | undefined;
  /** `2026-01-31` */
  readonly today: string;
}

/** The objects of a registry beside what a history recorded of them. */
export async function subjectsOf(
  registry: Registry,
  history: History,
  releases: readonly WindowRelease[],
): Promise<readonly Subject[]> {
  const subjects: Subject[] = [];
  for (const model of registry.models) {
    const id = objectId(identityOf(model));
    const record = history.objects.get(id);
    const pasts = pastsOf(model, record, releases);
    const { version } = model;
    const recorded = record?.versions[version.text] !== undefined;
    subjects.push({
      name: nameOf(model, registry),
      id,
      model,
      record,
      fields: fieldRecordsAt(model, version),
      pasts,
      base: pasts.findLast((past) => past.inWindow),
      today: recorded ? await recordVersion(model, version, record) : undefined,
      next: nextVersion(model, record, history),
      samples: await hookSamples(model, record),
    });
  }
  return subjects;
}

function nameOf({ name, namespace }: Model, registry: Registry): string {
  const other = registry.models.some((model) => model.name === name && model.namespace !== namespace);
  return other ? `${namespace}.${name}` : name;
}

/** The recorded versions of an object, oldest first. */
export function recordedVersions(record: ObjectRecord | undefined): readonly Version[] {
  return Object.keys(record?.versions ?? {})
    .map((text) => Version.parse(text))
    .toSorted((a, b) => a.compare(b));
}

function pastsOf(
  model: Model,
  record: ObjectRecord | undefined,
  releases: readonly WindowRelease[],
): readonly Past[] {
  const named = new Set(releases.map(({ manifest }) => manifest[model.name]));
  return recordedVersions(record)
    .filter((version) => model.version.accepts(version) && version.atLeast(model.oldest))
    .filter((version) => model.version.atLeast(version))
    .map((version) => ({
      version,
      recorded: record?.versions[version.text] as VersionRecord,
      told: fieldRecordsAt(model, version),
      inWindow: releases.length === 0 || named.has(version.text),
    }));
}

async function hookSamples(
  model: Model,
  record: ObjectRecord | undefined,
): Promise<ReadonlyMap<string, readonly Json[]>> {
  const samples = new Map<string, readonly Json[]>();
  for (const { at } of model.hooks) {
    if (model.oldest.atLeast(at)) continue;
    for (const version of [at, shapeBefore(model, at).version]) {
      if (samples.has(version.text)) continue;
      const known = record?.versions[version.text]?.samples;
      samples.set(version.text, known ?? (await samplesOf(model, version, childrenAt(model, version))));
    }
  }
  return samples;
}

/** The property of a field that is called `wire` at a version, by which it is found at others. */
export function propertyAt(model: Model, version: Version, wire: string): string | undefined {
  return shapeAt(model, version).byWire.get(wire)?.property;
}

/** What a property is called on the wire at a version; `undefined` where that version does not have it. */
export function wireOf(model: Model, version: Version, property: string): string | undefined {
  return shapeAt(model, version).fields.find((field) => field.property === property)?.wire;
}
