import type { Field } from './field-shape.js';
import { makeField } from './make-field.js';
import type { FieldOptions } from './options.js';

/** The kind of a field that takes its type from the property's declaration, once the class is built. */
export const BARE = 'bare';

/** `@field()`: the type of the property as the compiler wrote it down (`design:type`); only under legacy decorators. */
export function bare(options?: FieldOptions): Field<never, unknown> {
  return makeField(
    {
      kind: BARE,
      takes: [],
      build: () => {
        throw new TypeError('a bare field has no type before its class is built');
      },
    },
    options,
  );
}
