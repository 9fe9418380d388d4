import type { History } from '../../compat/record/history.js';
import { type Snapshot, takeSnapshot } from '../../compat/record/take-snapshot.js';
import type { Registry } from '../../model/registry.js';

/** The snapshot of all registries that share a history. */
export async function snapshotAll(registries: readonly Registry[], history: History): Promise<Snapshot> {
  let all: Snapshot = { history, written: [], removed: [], frozen: [] };
  for (const registry of registries) {
    const next = await takeSnapshot(registry, all.history);
    all = {
      history: next.history,
      written: [...all.written, ...next.written],
      removed: [...all.removed, ...next.removed],
      frozen: [...all.frozen, ...next.frozen],
    };
  }
  return all;
}
