import { modelOfInstance } from '../model/model-of.js';
import { engine } from './engine/engine.js';
import { envelopeChildren } from './engine/envelope-children.js';
import { resolveTarget } from './engine/target.js';
import { Work } from './engine/work.js';

/**
 * Makes the present state of an instance, and of its children, the one from which changes are counted. The instance is checked.
 *
 * @throws InvalidObjectError where a value does not fit; nothing was reset then
 */
export function resetChanges(instance: object): void {
  const model = modelOfInstance(instance);
  const check = new Work(model, envelopeChildren, { partial: true }, undefined);
  engine.write(instance, model, resolveTarget(model, undefined), check, false);
  check.throwInvalidObject();
  const work = new Work(model, envelopeChildren, { partial: true }, undefined);
  work.restamp = true;
  engine.write(instance, model, resolveTarget(model, undefined), work, false);
}
