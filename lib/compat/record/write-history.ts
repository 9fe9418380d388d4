import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { formatRecord, formatReleases } from './format-record.js';
import { objectPath, releasesPath } from './history-path.js';
import type { History } from './history.js';

/**
 * Writes a history into its folder, and answers the files whose text changed. Each file is written under another name first and
 * then takes its place: it is there whole, before and after.
 */
export function writeHistory(history: History, folder: string = history.folder): readonly string[] {
  const files: [path: string, text: string][] = [...history.objects].map(([id, record]) => [
    objectPath(folder, id),
    formatRecord(record),
  ]);
  if (Object.keys(history.releases).length > 0)
    files.push([releasesPath(folder), formatReleases(history.releases)]);
  return files.filter(([path, text]) => replaceFile(path, text)).map(([path]) => path);
}

/** Puts a text in the place of a file; `false` where it is there already. */
function replaceFile(path: string, text: string): boolean {
  if (existsSync(path) && readFileSync(path, 'utf8') === text) return false;
  mkdirSync(dirname(path), { recursive: true });
  const temporary = `${path}.${randomUUID()}.tmp`;
  try {
    writeFileSync(temporary, text, { flag: 'wx' });
    renameSync(temporary, path);
  } finally {
    rmSync(temporary, { force: true });
  }
  return true;
}
