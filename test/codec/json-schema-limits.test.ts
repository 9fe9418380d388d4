import { Ajv2020 } from 'ajv/dist/2020.js';
import test from 'ava';
import { defineObject, field, type FieldLike, jsonSchema, Registry, validate } from '../../lib/index.js';
import { envelope } from './payload.js';

/** Values that fit the field in a version, and values that do not. */
type Values = readonly [fit: readonly unknown[], unfit: readonly unknown[]];

/** A row: at 1.0 and at 1.1, the limits that decode holds a payload to are those of the schema. */
const agrees = test.macro({
  exec(t, x: FieldLike, older: Values, newer: Values) {
    const A = defineObject('A', '1.1', { x }, { registry: new Registry() });
    for (const [version, [fit, unfit]] of Object.entries({ '1.0': older, '1.1': newer })) {
      const valid = new Ajv2020().compile(jsonSchema(A, { at: version }));
      for (const value of [...fit, ...unfit]) {
        const payload = envelope('A', version, { x: value });
        const fits = fit.includes(value);
        t.is(validate(A, payload).length === 0, fits, `decode at ${version}: ${JSON.stringify(value)}`);
        t.is(valid(payload), fits, `schema at ${version}: ${JSON.stringify(value)}`);
      }
    }
  },
  title: (given = '') => `jsonSchema(): ${given}: the limits of each version are those of decode`,
});

test(
  'a string that became longer',
  agrees,
  field.string({ maxLength: 5, limits: [{ in: '1.1', minLength: 2, maxLength: 3 }] }),
  [
    ['ab', 'abc'],
    ['a', '', 'abcd'],
  ],
  [['', 'abcde'], ['abcdef']],
);
test(
  'a pattern that lost its regard to case',
  agrees,
  field.string({ pattern: /[a-z]+/i, limits: [{ in: '1.1', pattern: /[a-z]+/ }] }),
  [['abc'], ['ABC', 'ABCabc', 'a1', '']],
  [['abc', 'ABC', 'ABCabc'], []],
);
test(
  'a number that lost its limit',
  agrees,
  field.number({ min: 0, limits: [{ in: '1.1', max: 1 }] }),
  [
    [0, 0.5, 1],
    [-0.1, 1.1],
  ],
  [[0, 1.1], [-0.1]],
);
test(
  'items of a list of texts',
  agrees,
  field.list(field.string({ maxLength: 2, limits: [{ in: '1.1', maxLength: 1 }] }), {
    maxItems: 2,
    limits: [{ in: '1.1', maxItems: 1 }],
  }),
  [
    [[], ['a']],
    [['a', 'b'], ['ab']],
  ],
  [[['a', 'ab']], [['abc'], ['a', 'b', 'c']]],
);
