import test from 'ava';
import * as fc from 'fast-check';
import { defineObject, field, type FieldLike, modelOf, Registry, validate } from '../../../lib/index.js';
import { Generator } from '../../../lib/compat/prove/generator.js';
import { isRecord } from '../../../lib/field/json.js';
import { correctClasses } from './correct-classes.js';

const DATA = 'versioned_object.data';

function classOf(one: FieldLike): ReturnType<typeof defineObject> {
  return defineObject('Holder', '1.0', { one }, { registry: new Registry() });
}

/** The values that the generator tries in any case in a field. */
function probesOf(one: FieldLike): unknown[] {
  const { probes } = new Generator(fc, false).object(modelOf(classOf(one)));
  return probes.map((payload) => ((payload as Record<string, unknown>)[DATA] as { one?: unknown }).one);
}

for (const { name, Class } of correctClasses(false).models) {
  test(`Generator: what it makes of ${name} is right`, (t) => {
    const { probes, random } = new Generator(fc, false).object(modelOf(Class));
    const made = [...probes, ...fc.sample(random, { seed: 4, numRuns: 150 })];
    t.deepEqual(
      made.flatMap((payload) => validate(Class, payload)).filter(({ kind }) => kind !== 'rule'),
      [],
    );
  });

  test(`Generator: what it makes of ${name} in parts leaves every field out somewhere`, (t) => {
    const { random } = new Generator(fc, true).object(modelOf(Class));
    const made = fc.sample(random, { seed: 4, numRuns: 100 });
    const without = modelOf(Class).fields.filter(({ wire }) =>
      made.some((payload) => {
        const data = (payload as Record<string, unknown>)[DATA];
        return isRecord(data) && !Object.hasOwn(data, wire);
      }),
    );
    t.is(without.length, modelOf(Class).fields.length);
  });
}

const tries = test.macro({
  exec: (t, one: FieldLike, expected: readonly unknown[]) => {
    const probes = probesOf(one).map((value) =>
      JSON.stringify(value, (_key, inner: unknown) => (typeof inner === 'bigint' ? `${inner}n` : inner)),
    );
    for (const value of expected)
      t.true(probes.includes(JSON.stringify(value)), `${JSON.stringify(value)} among ${probes.join(' ')}`);
  },
  title: (given) => `Generator: always tries ${given}`,
});
test('the bounds of an integer', tries, field.integer({ min: -7, max: 9 }), [-7, 9, 0]);
test('the largest integers', tries, field.integer(), [Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER]);
test('bigints that no number can hold', tries, field.bigint(), [`${2n ** 64n}n`, `${-(2n ** 64n)}n`]);
test('the shortest and the longest text', tries, field.string({ minLength: 2, maxLength: 5 }), [
  'xx',
  'xxxxx',
]);
test('the empty text', tries, field.string(), ['']);
test('every value of an enum, and null', tries, field.enum(['a', 'b', 3], { nullable: true }), [
  'a',
  'b',
  3,
  null,
]);
test('every state', tries, field.stateMachine(['on', 'off'], {}), ['on', 'off']);
test('both booleans', tries, field.boolean(), [true, false]);
test('empty and full lists', tries, field.list(field.boolean(), { maxItems: 3 }), [
  [],
  [true],
  [false],
  [true, false, true],
]);
test('every value inside a set', tries, field.set(field.enum(['a', 'b'])), [[], ['a'], ['b'], ['a', 'b']]);
test('empty dicts', tries, field.dict(field.json()), [{}, { key: {} }]);
test('both versions of IP', tries, field.ipAddress(), ['0.0.0.0', '::']);
test('dates with and without milliseconds', tries, field.dateTime(), [
  '1970-01-01T00:00:00Z',
  '2024-02-29T23:59:59.999Z',
]);

test('Generator: leaves out what an optional field may leave out', (t) => {
  t.true(probesOf(field.string({ optional: true })).includes(undefined));
});

test('Generator: a text with a pattern keeps it', (t) => {
  const Class = classOf(field.string({ pattern: /[A-F]+-\d{2,}/i, maxLength: 8 }));
  const { random } = new Generator(fc, false).object(modelOf(Class));
  t.deepEqual(
    fc.sample(random, { seed: 1, numRuns: 100 }).flatMap((payload) => validate(Class, payload)),
    [],
  );
});

const cannot = test.macro({
  exec: (t, make: () => FieldLike | ReturnType<typeof defineObject>, reason: RegExp) => {
    const made = make();
    const Class = 'definition' in made ? classOf(made) : made;
    const error = t.throws(() => new Generator(fc, false).object(modelOf(Class)), {
      code: 'BACKLEVEL_UNGENERABLE_FIELD',
    });
    t.regex(error.message, reason);
  },
  title: (given) => `Generator: says which field it cannot make: ${given}`,
});
test(
  'a pattern and a limit that no text keeps',
  cannot,
  () => field.string({ pattern: /x{9}/, maxLength: 3 }),
  /Holder 1\.0\.one: .*none keeps/,
);
test(
  'an object that contains itself without end',
  cannot,
  () => {
    const registry = new Registry();
    return defineObject('Loop', '1.0', { next: field.object<object>('Loop') }, { registry });
  },
  /Loop 1\.0\.next: .*without end/,
);
