import test from 'ava';
import {
  DeclarationError,
  defineObject,
  type DefineOptions,
  type FieldLike,
  Registry,
} from '../../lib/index.js';

/** Fields by property. */
export type Fields = Record<string, FieldLike>;

/** Declares the class `Stack` 1.4, or another version, with these fields and options. */
export const declare = (fields: Fields | (() => Fields), options: object = {}, version = '1.4'): void => {
  const declared = typeof fields === 'function' ? fields() : fields;
  defineObject('Stack', version, declared, { registry: new Registry(), ...options } as DefineOptions<
    Record<string, unknown>
  >);
};

/** A declaration is refused with the place, the reason and the cure. */
export const refuses = test.macro({
  exec(
    t,
    where: string,
    reason: RegExp,
    cure: RegExp,
    fields: Fields | (() => Fields),
    options: object = {},
    version?: string,
  ) {
    const error = t.throws(() => declare(fields, options, version), {
      instanceOf: DeclarationError,
      code: 'BACKLEVEL_DECLARATION',
    });
    t.is(error.where, where);
    t.regex(error.reason, reason);
    t.regex(error.cure, cure);
    t.is(error.message, `${error.where}: ${error.reason}; ${error.cure}`);
  },
  title: (given = '') => `a declaration is refused: ${given}`,
});
