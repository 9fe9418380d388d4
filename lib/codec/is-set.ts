import { InvalidObjectError } from '../errors/payload-errors.js';
import { modelOfInstance } from '../model/model-of.js';

/**
 * Whether a field has a value, null included; an unset field is `undefined` and absent from the payload.
 *
 * @throws InvalidObjectError where the class has no such field
 */
export function isSet<T extends object>(instance: T, name: keyof T & string): boolean {
  const model = modelOfInstance(instance);
  if (!model.fields.some((field) => field.property === name)) {
    const message = `${model.name}: expected the name of a field, got ${JSON.stringify(name)}; it has ${model.fields.map((field) => field.property).join(', ')}`;
    throw new InvalidObjectError(model.name, [
      { kind: 'unknown', pointer: `/${name}`, object: model.name, message },
    ]);
  }
  return instance[name] !== undefined;
}
