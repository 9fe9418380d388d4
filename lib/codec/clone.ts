import { modelOfInstance } from '../model/model-of.js';
import { copyInstance } from './engine/walk-values.js';

/** A deep copy of an instance, children included, that counts its changes from the same state. */
export function clone<T extends object>(instance: T): T {
  return copyInstance(instance, modelOfInstance(instance)) as T;
}
