import { parseText } from '../../codec/engine/parse-text.js';
import { defaultLimits } from '../../field/limits.js';
import { isRecord } from '../../field/json.js';
import type { Manifest } from '../../history/releases.js';
import { defineCommand } from '../command.js';
import { findObject } from '../config/find-object.js';
import { loadProject } from '../config/load-project.js';
import { describeExplanation } from '../explain/describe-explanation.js';
import { explainPayload } from '../explain/explain-payload.js';
import { plain } from '../explain/explain-walk.js';
import { findPayloadModel } from '../explain/find-payload-model.js';
import { historyIn } from '../history/history-of-project.js';
import { releasesKnown } from '../history/releases-known.js';
import { readPayload } from '../read-payload.js';

/** `backlevel explain payload.json --target 1.0`: what each version did to a payload. */
export const explain = defineCommand({
  name: 'explain',
  summary:
    "show what each version's change does to a payload on its way to another version, and what is lost",
  args: {
    payload: { kind: 'positional', summary: 'a file, or - for stdin', required: true },
    target: {
      kind: 'text',
      value: 'version',
      summary: "a version, a release, or 'untagged'; the newest version where nothing is said",
    },
    object: { kind: 'text', value: 'name', summary: 'which object it is, for a payload without an envelope' },
  },
  run: async ({ payload: path, target, object }, context) => {
    const text = await readPayload(path, context);
    const payload = parseText(text, { exact: true, python: true, limits: defaultLimits });
    const project = await loadProject(context);
    const model = object === undefined ? findPayloadModel(payload, project) : findObject(project, object);
    const releases = releasesKnown(project.registries, historyIn(project.history));
    const explanation = explainPayload(payload, model, targetOf(target, releases));
    return {
      ok: explanation.refused === undefined,
      text: describeExplanation(explanation, context.paint),
      json: plain(explanation) as Record<string, unknown>,
    };
  },
});

/** A release that only the history knows is as good as one that the code defines. */
function targetOf(
  target: string | undefined,
  releases: ReadonlyMap<string, Manifest>,
): string | Manifest | undefined {
  const manifest = target === undefined ? undefined : releases.get(target);
  return isRecord(manifest) ? manifest : target;
}
