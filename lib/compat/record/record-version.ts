import { shapeAt, versionsOf } from '../../history/shape.js';
import type { Model } from '../../model/model.js';
import type { Version } from '../../version/version.js';
import { changeRecordsOf } from './change-records.js';
import { childrenAt } from './children-at.js';
import { fieldRecordOf } from './field-record.js';
import { behaviourFingerprint, type Identity, shapeFingerprint } from './fingerprints.js';
import type { FieldRecord, ObjectRecord, VersionRecord } from './object-record.js';
import { isComputed } from './outcomes.js';
import { RecordedChildren } from './recorded-children.js';
import { samplesOf } from './samples.js';

/**
 * What today's code makes of one version of an object. Samples that `known` has of it are used again, and so are the versions of
 * their children: a record made anew differs from the old one only where the code does something else.
 *
 * @throws MissingPackageError where a sample of a text with a pattern needs fast-check, and it is not installed
 */
export async function recordVersion(
  model: Model,
  version: Version,
  known?: ObjectRecord,
): Promise<VersionRecord> {
  const fields = fieldRecordsAt(model, version);
  const made = await madeOf(model, version, known);
  const { shape } = made;
  const crossing = await crossingOf(model, version, made, known);
  const behaviour = behaviourFingerprint({ fields, ...crossing });
  const { children, samples } = made;
  return { shape, behaviour, fields, children, samples, ...crossing };
}

/** The fields of a version as today's code says they were, by their wire names. */
export function fieldRecordsAt(model: Model, version: Version): Readonly<Record<string, FieldRecord>> {
  return Object.fromEntries(
    shapeAt(model, version).fields.map((field) => [field.wire, fieldRecordOf(field, model)]),
  );
}

/** What tells a model from others on the wire. */
export function identityOf(model: Model): Identity {
  const prefix = model.envelope.name.slice(0, -'.name'.length);
  return { namespace: model.namespace, object: model.name, envelope: prefix };
}

interface Made extends Pick<VersionRecord, 'shape' | 'children' | 'samples'> {
  /** What is recorded of the version, where it still has that shape. */
  readonly recorded: VersionRecord | undefined;
}

async function madeOf(model: Model, version: Version, known: ObjectRecord | undefined): Promise<Made> {
  const shape = shapeFingerprint(identityOf(model), fieldRecordsAt(model, version));
  const recorded = known?.versions[version.text];
  if (recorded !== undefined && recorded.shape === shape) {
    const { children, samples } = recorded;
    return { shape, children, samples, recorded };
  }
  const children = childrenAt(model, version);
  return { shape, children, samples: await samplesOf(model, version, children), recorded: undefined };
}

type Crossing = Pick<VersionRecord, 'changes' | 'down' | 'up'>;

/** What a version changed, and what becomes of samples that cross it. */
async function crossingOf(
  model: Model,
  version: Version,
  made: Made,
  known: ObjectRecord | undefined,
): Promise<Crossing> {
  const changes = changeRecordsOf(model, version);
  const below = versionsOf(model).findLast((candidate) => candidate.olderThan(version));
  // Once it is the oldest, today's code no longer crosses it: what was recorded of the way stands.
  if (below === undefined) return made.recorded === undefined ? { changes } : crossingIn(made.recorded);
  const computed = { down: isComputed(model, version, below), up: isComputed(model, below, version) };
  if (!computed.down && !computed.up) return { changes };
  const older = await madeOf(model, below, known);
  // What only the older one holds stands as it did there.
  const children = new RecordedChildren(model, { ...older.children, ...made.children });
  const { recorded } = made;
  const up = older.recorded === undefined ? undefined : recorded?.up;
  return {
    changes,
    ...(computed.down ? { down: children.outcomes(made.samples, version, below, recorded?.down) } : {}),
    ...(computed.up ? { up: children.outcomes(older.samples, below, version, up) } : {}),
  };
}

function crossingIn({ changes, down, up }: VersionRecord): Crossing {
  return { changes, ...(down === undefined ? {} : { down }), ...(up === undefined ? {} : { up }) };
}
