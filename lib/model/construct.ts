import { DeclarationError } from '../errors/declaration-errors.js';
import type { ObjectClass } from './model.js';

const defaults = new WeakSet<() => object>();

/** What makes an empty instance where the class does not say how: `new Class()`. */
export function constructorOf(Class: ObjectClass, name: string): () => object {
  const construct = (): object => {
    try {
      return new (Class as unknown as new () => object)();
    } catch (cause) {
      throw new DeclarationError(
        name,
        'new Class() without arguments throws',
        'give @versioned a construct: () => an empty instance',
        { cause },
      );
    }
  };
  defaults.add(construct);
  return construct;
}

/** Whether a function does nothing but call `new Class()`, so that whoever generates code can do that itself. */
export function isDefaultConstructor(construct: () => object): boolean {
  return defaults.has(construct);
}
