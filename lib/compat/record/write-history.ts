import { replaceFile } from '../replace-file.js';
import { formatRecord, formatReleases } from './format-record.js';
import { objectPath, releasesPath } from './history-path.js';
import type { History } from './history.js';

/**
 * Writes a history into its folder, and answers the files whose text changed. Each file is replaced
 * whole.
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
