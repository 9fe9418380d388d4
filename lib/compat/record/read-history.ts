import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { isRecord } from '../../field/json.js';
import type { Manifest } from '../../history/releases.js';
import { Version } from '../../version/version.js';
import { checkRecord } from './check-record.js';
import { HistoryFileError, HistoryMissingError, VersionCollisionError } from './history-errors.js';
import { objectId, objectPath, RELEASES_FILE, releasesPath } from './history-path.js';
import type { History } from './history.js';
import { type ObjectRecord, RECORD_FORMAT } from './object-record.js';

/**
 * What a history folder holds: every `namespace.Name.json` in it, and `releases.json` where there is one.
 *
 * @throws HistoryMissingError where there is no such folder
 * Other files than `.json` are left alone.
 *
 * @throws HistoryFileError for a file that is damaged, edited by hand, of a newer format, or none of a history
 * @throws VersionCollisionError where two branches made the same version
 */
export function readHistory(folder: string): History {
  if (!existsSync(folder)) {
    throw new HistoryMissingError(folder, 'run backlevel snapshot, and commit what it writes');
  }
  if (!statSync(folder).isDirectory()) {
    throw new HistoryFileError(folder, 'it is no folder', 'name the folder that backlevel snapshot writes');
  }
  const objects = new Map<string, ObjectRecord>();
  for (const name of readdirSync(folder).toSorted()) {
    if (!name.endsWith('.json') || name === RELEASES_FILE) continue;
    const record = readRecord(join(folder, name));
    objects.set(objectId(record), record);
  }
  return { folder, objects, releases: readReleases(folder) };
}

/** A history without anything, for a folder that is still to be written. */
export function emptyHistory(folder: string): History {
  return { folder, objects: new Map(), releases: {} };
}

function readRecord(file: string): ObjectRecord {
  const text = readText(file);
  if (isUnmerged(text)) throw new VersionCollisionError(file, undefined);
  const twice = entryTwice(text);
  if (twice !== undefined) throw new VersionCollisionError(file, twice);
  const parsed = parse(file, text);
  checkRecord(file, parsed);
  const named = basename(objectPath('', objectId(parsed)));
  if (named === basename(file)) return parsed;
  // Another file can tell of the same object, and one would hide the other.
  throw new HistoryFileError(file, `it tells of ${objectId(parsed)}`, `rename it to ${named}, or remove it`);
}

function readReleases(folder: string): Readonly<Record<string, Manifest>> {
  const file = releasesPath(folder);
  if (!existsSync(file)) return {};
  const text = readText(file);
  const twice = entryTwice(text);
  if (isUnmerged(text) || twice !== undefined) {
    throw new HistoryFileError(
      file,
      twice === undefined
        ? 'it has the marks of a merge that was not finished'
        : `it has the release ${twice} twice`,
      'two branches made a release: keep both, each under a name of its own, in the order in which they were made',
    );
  }
  const { releases } = parse(file, text);
  if (!isRecord(releases) || !Object.values(releases).every(isManifest)) {
    throw new HistoryFileError(
      file,
      'releases is no object of release name, object name and version',
      'take it from version control again',
    );
  }
  return releases as Readonly<Record<string, Manifest>>;
}

function isManifest(value: unknown): value is Manifest {
  return isRecord(value) && Object.values(value).every((text) => Version.tryParse(text) !== undefined);
}

function readText(file: string): string {
  if (statSync(file).isFile()) return readFileSync(file, 'utf8');
  throw new HistoryFileError(file, 'it is no file', 'move it out of the folder');
}

function parse(file: string, text: string): Record<string, unknown> {
  const parsed = parseJson(file, text);
  const format = isRecord(parsed) ? parsed['format'] : undefined;
  if (typeof format === 'number' && format > RECORD_FORMAT) {
    throw new HistoryFileError(
      file,
      `it has format ${format}, and this backlevel knows ${RECORD_FORMAT}`,
      'install the newer backlevel that wrote it',
    );
  }
  if (isRecord(parsed) && format === RECORD_FORMAT) return parsed;
  throw new HistoryFileError(
    file,
    `it is no file of a history: it lacks "format": ${RECORD_FORMAT}`,
    'take it from version control again, or move it out of the folder',
  );
}

function parseJson(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new HistoryFileError(file, 'it is not JSON', 'take it from version control again', { cause });
  }
}

function isUnmerged(text: string): boolean {
  return /^(?:<{7}|>{7}|={7})(?: |$)/m.test(text);
}

/** What a merge that kept both sides left twice, of which JSON.parse would silently take the last. */
function entryTwice(text: string): string | undefined {
  const seen = new Set<string>();
  for (const [, name = ''] of text.matchAll(/^ {4}"((?:[^"\\]|\\.)*)": \{(?:\},?)?$/gm)) {
    if (seen.has(name)) return name;
    seen.add(name);
  }
  return undefined;
}
