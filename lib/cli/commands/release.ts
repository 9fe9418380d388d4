import { relative } from 'node:path';
import { addRelease } from '../../compat/record/add-release.js';
import type { History } from '../../compat/record/history.js';
import { readHistory } from '../../compat/record/read-history.js';
import { writeHistory } from '../../compat/record/write-history.js';
import type { Manifest } from '../../history/releases.js';
import { UsageError } from '../cli-errors.js';
import { defineCommand } from '../command.js';
import { loadProject, type Project } from '../config/load-project.js';
import { sharesOf } from '../history/share.js';
import { snapshotAll } from '../history/snapshot-all.js';
import { table } from '../output/table.js';

/** `backlevel release 2026.1`: a name for every object at its newest version; these entries are frozen from then on. */
export const release = defineCommand({
  name: 'release',
  summary: 'give a name to what is released now, and freeze what was recorded of it',
  args: {
    name: { kind: 'positional', summary: "the release, as in '2026.1'", required: true },
  },
  run: async ({ name }, context) => {
    const project = await loadProject(context);
    const history = readHistory(project.history);
    await refuseStale(project, history);
    const manifest: Record<string, string> = {};
    for (const share of sharesOf(project.registries, history))
      Object.assign(manifest, addRelease(share.history, share.registry, name).releases[name]);
    const releases: Readonly<Record<string, Manifest>> = { ...history.releases, [name]: manifest };
    const files = writeHistory({ ...history, releases }, project.history);
    const rows = Object.entries(manifest).toSorted(([a], [b]) => (a < b ? -1 : 1));
    const wrote = files.map((file) => relative(context.cwd, file));
    return {
      ok: true,
      text: `released ${name}\n\n${table(['object', 'version'], rows)}\n\n${wrote.map((file) => `wrote ${file}`).join('\n')}`,
      json: { name, manifest, files: wrote },
    };
  },
});

/** What was recorded of a release must be what is released. */
async function refuseStale({ registries }: Project, history: History): Promise<void> {
  const { written, removed, frozen } = await snapshotAll(registries, history);
  const [stale] = [...written, ...removed, ...frozen];
  if (stale === undefined) return;
  throw new UsageError(
    `what is recorded of ${stale.object} ${stale.version} is not what the code says`,
    frozen.length === 0
      ? 'run backlevel snapshot, look at what it changes, then release'
      : 'an earlier release froze it: run backlevel check',
  );
}
