import { modelOf, type ObjectClass } from '../../../lib/index.js';
import {
  emptyHistory,
  type History,
  objectHistory,
  type ObjectRecord,
  takeSnapshot,
} from '../../../lib/compat/index.js';

/** The history of all that a class's registry holds, on top of what is known. */
export async function historyWith(Class: object, known?: ObjectRecord): Promise<History> {
  const model = modelOf(Class as ObjectClass);
  const before = emptyHistory('history');
  const objects =
    known === undefined ? before.objects : new Map([[`${known.namespace}.${known.object}`, known]]);
  const { history } = await takeSnapshot(model.registry, { ...before, objects });
  return history;
}

/** The record of a class as a snapshot makes it, on top of the one that is known. */
export async function recordOf(Class: object, known?: ObjectRecord): Promise<ObjectRecord> {
  const history = await historyWith(Class, known);
  const { namespace, name } = modelOf(Class as ObjectClass);
  return objectHistory(history, `${namespace}.${name}`).record;
}
