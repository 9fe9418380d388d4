import { findModelOfInstance, modelOfInstance } from '../model/model-of.js';
import { equalInstances } from './engine/walk-values.js';

/** Whether two instances are of the same class and all their fields are equal; what they were read from does not count. */
export function equals(a: object, b: object): boolean {
  const model = modelOfInstance(a);
  return findModelOfInstance(b) === model && equalInstances(a, b, model);
}
