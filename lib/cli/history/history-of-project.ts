import { existsSync } from 'node:fs';
import type { History } from '../../compat/record/history.js';
import { emptyHistory, readHistory } from '../../compat/record/read-history.js';

/** The history in a folder; an empty one where nothing was recorded yet. */
export function historyIn(folder: string): History {
  return existsSync(folder) ? readHistory(folder) : emptyHistory(folder);
}
