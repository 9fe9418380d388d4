import { isRecord } from '../../field/json.js';
import { Version } from '../../version/version.js';
import { behaviourFingerprint, shapeFingerprint } from './fingerprints.js';
import { HistoryFileError } from './history-errors.js';
import type { ObjectRecord, VersionRecord } from './object-record.js';

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

function damaged(file: string, reason: string): HistoryFileError {
  return new HistoryFileError(file, reason, 'take it from version control again');
}
