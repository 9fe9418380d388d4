import { NotTrackedError } from '../errors/backport-errors.js';
import { shapeAt } from '../history/shape.js';
import { modelOfInstance } from '../model/model-of.js';
import { changedFields } from './engine/changed-fields.js';
import { envelopeChildren } from './engine/envelope-children.js';
import { Work } from './engine/work.js';

/**
 * The properties of an instance that changed since it was read: those that the payload said were changed, those that differ,
 * and those whose child changed, in lists, sets and dicts too. Of an instance that was made here, all that are set.
 *
 * @throws NotTrackedError for an instance that was decoded with `track: false`
 */
export function changes(instance: object): string[] {
  const model = modelOfInstance(instance);
  const wires = changedFields(instance, model, new Work(model, envelopeChildren, {}, undefined));
  if (wires === undefined) throw new NotTrackedError(model.name);
  const { byWire } = shapeAt(model, model.version);
  return wires.map((wire) => byWire.get(wire)?.property ?? wire);
}
