import { DeclarationError } from '../errors/declaration-errors.js';
import { recordedFields } from '../field/record.js';
import { buildModel, type VersionedOptions } from './build-model.js';
import type { ObjectClass } from './model.js';

/** The decorator of a versioned class, under legacy and under TC39 decorators. */
export interface VersionedDecorator<T extends object> {
  (Class: ObjectClass<T>, context?: ClassDecoratorContext): void;
}

/**
 * Makes a class versioned: `@versioned('Stack', '1.4')`. The name is the one on the wire, whatever the class is called.
 *
 * @throws DeclarationError where class, fields or hooks are declared wrongly
 * @throws DuplicateRegistrationError where the registry holds the name already
 */
export function versioned<T extends object = object>(
  name: string,
  version: string,
  options: VersionedOptions<T> = {},
): VersionedDecorator<T> {
  return (Class, context) => {
    if (typeof Class !== 'function') {
      throw new DeclarationError(
        name,
        '@versioned was not called as a class decorator',
        'write it above the class',
      );
    }
    if (context === undefined) {
      buildModel(Class, name, version, options, recordedFields(Class));
      return;
    }
    // Under TC39 a class decorator runs before the statics exist, the hooks among them.
    context.addInitializer(() => {
      buildModel(Class, name, version, options, recordedFields(Class));
    });
  };
}
