import { isRecord } from '../../field/json.js';
import { Version } from '../../version/version.js';
import { isKnownKind } from './definition-from.js';
import { behaviourFingerprint, shapeFingerprint } from './fingerprints.js';
import { HistoryFileError } from './history-errors.js';
import type { ObjectRecord, TypeRecord, VersionRecord } from './object-record.js';

/**
 * Refuses what is no record of an object, and a version whose fingerprints are not those of what it says.
 *
 * @throws HistoryFileError
 */
export function checkRecord(file: string, parsed: unknown): asserts parsed is ObjectRecord {
  const record = parsed as ObjectRecord;
  const named = [record.namespace, record.object, record.envelope].every((part) => typeof part === 'string');
  if (!named || !isRecord(record.versions)) {
    throw damaged(file, 'it does not say namespace, object, envelope and versions');
  }
  for (const [version, entry] of Object.entries<unknown>(record.versions)) {
    if (Version.tryParse(version) === undefined || !isVersionRecord(entry)) {
      throw damaged(file, `what it says of version ${version} is not complete`);
    }
    checkFingerprints(file, record, version, entry);
    checkKinds(file, version, entry);
  }
}

function isVersionRecord(value: unknown): value is VersionRecord {
  if (!isRecord(value)) return false;
  const { shape, behaviour, fields, children, changes, samples } = value;
  return (
    typeof shape === 'string' &&
    typeof behaviour === 'string' &&
    isRecord(fields) &&
    Object.values(fields).every((field) => isRecord(field) && isRecord(field['type'])) &&
    isRecord(children) &&
    Array.isArray(changes) &&
    Array.isArray(samples)
  );
}

function checkFingerprints(file: string, record: ObjectRecord, version: string, entry: VersionRecord): void {
  const parts = [
    ['shape', entry.shape, shapeFingerprint(record, entry.fields)],
    ['behaviour', entry.behaviour, behaviourFingerprint(entry)],
  ] as const;
  for (const [part, recorded, found] of parts) {
    if (recorded === found) continue;
    throw new HistoryFileError(
      file,
      `version ${version} was edited by hand, or a merge mixed two of it: its ${part} is not what its fingerprint says`,
      `take it from version control again; what no release has frozen can be written anew with backlevel snapshot once the entry is removed`,
    );
  }
}

function checkKinds(file: string, version: string, { fields }: VersionRecord): void {
  for (const [wire, { type }] of Object.entries(fields)) {
    const strange = kindsIn(type).find((kind) => !isKnownKind(kind));
    if (strange === undefined) continue;
    throw new HistoryFileError(
      file,
      `version ${version} has a field ${wire} of the kind ${JSON.stringify(strange)}, which this backlevel does not know`,
      'install the newer backlevel that wrote it',
    );
  }
}

function kindsIn({ kind, element }: TypeRecord): string[] {
  return element === undefined ? [kind] : [kind, ...kindsIn(element)];
}

function damaged(file: string, reason: string): HistoryFileError {
  return new HistoryFileError(file, reason, 'take it from version control again');
}
