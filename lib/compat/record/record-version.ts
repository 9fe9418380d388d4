import { shapeAt, versionsOf } from '../../history/shape.js';
import type { Manifest } from '../../history/releases.js';
import type { Model } from '../../model/model.js';
import { Version } from '../../version/version.js';
import { changeRecordsOf } from './change-records.js';
import { childrenAt } from './children-at.js';
import { fieldRecordOf } from './field-record.js';
import { behaviourFingerprint, type Identity, shapeFingerprint } from './fingerprints.js';
import type { FieldRecord, ObjectRecord, Outcome, VersionRecord } from './object-record.js';
import { isComputed, outcomesOf } from './outcomes.js';
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
  const shape = shapeFingerprint(identityOf(model), fields);
  const made = await madeOf(model, version, shape, known);
  const changes = changeRecordsOf(model, version);
  const conversions = await conversionsOf(model, version, made, known);
  const behaviour = behaviourFingerprint({ fields, changes, ...conversions });
  return { shape, behaviour, fields, changes, ...made, ...conversions };
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

type Made = Pick<VersionRecord, 'children' | 'samples'>;

async function madeOf(
  model: Model,
  version: Version,
  shape: string,
  known: ObjectRecord | undefined,
): Promise<Made> {
  const recorded = known?.versions[version.text];
  if (recorded !== undefined && recorded.shape === shape) {
    const { children, samples } = recorded;
    return { children, samples };
  }
  const children = childrenAt(model, version);
  return { children, samples: await samplesOf(model, version, children) };
}

async function conversionsOf(
  model: Model,
  version: Version,
  made: Made,
  known: ObjectRecord | undefined,
): Promise<{ readonly down?: readonly Outcome[]; readonly up?: readonly Outcome[] }> {
  const below = versionsOf(model).findLast((candidate) => candidate.olderThan(version));
  if (below === undefined) return {};
  const children = reachable(model, made.children);
  const down = isComputed(model, version, below)
    ? { down: outcomesOf(model, made.samples, version, below, children) }
    : {};
  if (!isComputed(model, below, version)) return down;
  const older = await madeOf(
    model,
    below,
    shapeFingerprint(identityOf(model), fieldRecordsAt(model, below)),
    known,
  );
  return { ...down, up: outcomesOf(model, older.samples, below, version, children) };
}

/** The versions of the children as far as today's code still has them: a recorded one can have fallen below the oldest. */
function reachable({ registry }: Model, children: Manifest): Manifest {
  return Object.fromEntries(
    Object.entries(children).map(([name, text]) => {
      const child = registry.find(name);
      const recorded = Version.parse(text);
      return [name, child !== undefined && recorded.olderThan(child.oldest) ? child.oldest.text : text];
    }),
  );
}
