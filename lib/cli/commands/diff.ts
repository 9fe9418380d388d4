import { defineCommand } from '../command.js';
import { loadProject } from '../config/load-project.js';
import { UsageError } from '../cli-errors.js';
import { diffReleases } from '../history/diff-releases.js';
import { diffVersions } from '../history/diff-versions.js';
import { historyIn } from '../history/history-of-project.js';

/** `backlevel diff Stack@1.1 Stack@1.4`, `backlevel diff 2025.2 2026.1`. */
export const diff = defineCommand({
  name: 'diff',
  summary: 'compare two versions of an object (Stack@1.1 Stack@1.4), or two releases',
  args: {
    a: { kind: 'positional', summary: 'Object@version, or a release', required: true },
    b: { kind: 'positional', summary: 'Object@version, or a release', required: true },
  },
  run: async ({ a: from, b: to }, context) => {
    const project = await loadProject(context);
    const history = historyIn(project.history);
    if (from.includes('@') && to.includes('@')) return diffVersions(from, to, project, history);
    if (!from.includes('@') && !to.includes('@')) return diffReleases(from, to, project, history);
    throw new UsageError(
      `${from} and ${to} cannot be compared: one is a version of an object, the other a release`,
      'give two of a kind',
    );
  },
});
