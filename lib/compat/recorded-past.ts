import { at } from '../codec/at.js';
import { resolveTarget } from '../codec/engine/target.js';
import { modelOf } from '../model/model-of.js';
import type { Past } from './prove/trial.js';
import type { History } from './record/history.js';
import { objectId } from './record/history-path.js';
import { modelFrom } from './record/model-from.js';
import { identityOf } from './record/record-version.js';

/**
 * The readers and writers of the past as they were recorded: for `prove`, so that today's code is not asked what its peers were.
 * What is not recorded is what today's code says of it.
 */
export function recordedPast(history: History): Past {
  return (Class, target) => {
    const model = modelOf(Class);
    const { version, manifest } = resolveTarget(model, target);
    const record = history.objects.get(objectId(identityOf(model)));
    if (record?.versions[version.text] === undefined) return at(Class, target);
    return modelFrom({ record, history }, version.text, manifest === undefined ? {} : { manifest });
  };
}
