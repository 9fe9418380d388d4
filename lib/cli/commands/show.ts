import { describeChange } from '../../compat/describe-change.js';
import { objectId } from '../../compat/record/history-path.js';
import { identityOf } from '../../compat/record/record-version.js';
import { defineCommand } from '../command.js';
import { findObject } from '../config/find-object.js';
import { loadProject } from '../config/load-project.js';
import { historyIn } from '../history/history-of-project.js';
import { releasesKnown } from '../history/releases-known.js';
import { type VersionLine, versionLines } from '../history/version-lines.js';
import { table } from '../output/table.js';

/** `backlevel show Stack`: the history of an object. */
export const show = defineCommand({
  name: 'show',
  summary: 'show the history of an object: what each version changed, and which releases have it',
  args: {
    object: { kind: 'positional', summary: 'its name, or namespace.Name', required: true },
  },
  run: async ({ object }, context) => {
    const project = await loadProject(context);
    const model = findObject(project, object);
    const history = historyIn(project.history);
    const lines = versionLines(model, history, releasesKnown(project.registries, history));
    const id = objectId(identityOf(model));
    const rows = lines.map((line, index) => [
      line.version.text,
      changesText(line, index),
      line.releases.join(', '),
      line.recorded ? 'yes' : 'no',
    ]);
    return {
      ok: true,
      text: `${context.paint('bold', `${id} ${model.version}`)}\n\n${table(['version', 'changes', 'releases', 'recorded'], rows)}`,
      json: {
        object: id,
        version: model.version.text,
        oldest: model.oldest.text,
        versions: lines.map(({ version, changes, releases, recorded }) => ({
          version: version.text,
          changes: changes.map((change) => ({ ...change, text: describeChange(change) })),
          releases,
          recorded,
        })),
      },
    };
  },
});

function changesText({ changes }: VersionLine, index: number): string {
  if (changes.length > 0) return changes.map(describeChange).join('\n');
  return index === 0 ? 'the oldest that is known' : 'nothing that was declared';
}
