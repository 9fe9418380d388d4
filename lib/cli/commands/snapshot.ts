import { relative } from 'node:path';
import type { Snapshot, VersionOfObject } from '../../compat/record/take-snapshot.js';
import { writeHistory } from '../../compat/record/write-history.js';
import { defineCommand } from '../command.js';
import { loadProject } from '../config/load-project.js';
import { historyIn } from '../history/history-of-project.js';
import { snapshotAll } from '../history/snapshot-all.js';

/** `backlevel snapshot`: what the code says now, recorded. What a release froze stays, and then nothing at all is written. */
export const snapshot = defineCommand({
  name: 'snapshot',
  summary: 'record what the code says of every version that no release has frozen',
  args: {},
  run: async (_args, context) => {
    const project = await loadProject(context);
    const made = await snapshotAll(project.registries, historyIn(project.history));
    const ok = made.frozen.length === 0;
    const files = ok
      ? writeHistory(made.history, project.history).map((file) => relative(context.cwd, file))
      : [];
    const { written, removed, frozen } = made;
    return {
      ok,
      text: ok ? describe(made, files) : describeFrozen(frozen),
      json: ok ? { written, removed, frozen, files } : { written: [], removed: [], frozen, files },
    };
  },
});

function describe({ written, removed }: Snapshot, files: readonly string[]): string {
  if (files.length === 0) return 'the history is up to date';
  return [
    ...written.map(({ object, version }) => `recorded ${object} ${version}`),
    ...removed.map(({ object, version }) => `removed ${object} ${version}: the class is below it`),
    ...files.map((file) => `wrote ${file}`),
  ].join('\n');
}

function describeFrozen(frozen: readonly VersionOfObject[]): string {
  const lines = frozen.map(
    ({ object, version }) =>
      `${object} ${version} is released, and the code says something else of it now\n` +
      `  → backlevel bump ${object.slice(object.indexOf('.') + 1)}, and since: with the new version on what is new; backlevel check says what`,
  );
  return [...lines, 'nothing was written'].join('\n');
}
