import test from 'ava';
import { defineObject, defineReleases, field, Registry, releasesOf } from '../../../lib/index.js';
import { prove } from '../../../lib/compat/prove/prove.js';

const refuses = test.macro<[declare: (registry: Registry) => void, rule: string | undefined]>({
  exec: async (t, declare, rule) => {
    const registry = new Registry();
    declare(registry);
    const { failures, pairs } = await prove(registry, releasesOf(registry), { seed: 1, runs: 50 });
    t.deepEqual([...new Set(failures.map((failure) => failure.rule))], rule === undefined ? [] : [rule]);
    if (rule === undefined) t.true(pairs.some(({ outcome }) => outcome === 'refused'));
  },
  title: (given = '', _declare, rule) => `prove(): ${given} is ${rule ?? 'a declared refusal'}`,
});

const values = ['a', 'b', 'c'] as const;
const one =
  (fields: Parameters<typeof defineObject>[2], more: object = {}) =>
  (registry: Registry): void => {
    defineObject('One', '1.1', fields, { registry, ...more });
  };

test(
  'an enum value that says refuse',
  refuses,
  one({ x: field.enum(values, { values: { c: { since: '1.1', refuse: true } } }) }),
  undefined,
);
test(
  'one of two that says nothing',
  refuses,
  one({ x: field.enum(values, { values: { b: { since: '1.1', refuse: true }, c: { since: '1.1' } } }) }),
  'ENUM_VALUE_ADDED_NO_FALLBACK',
);
test(
  'an enum value in a list that says nothing',
  refuses,
  one({ x: field.list(field.enum(values, { values: { c: { since: '1.1' } } })) }),
  'ENUM_VALUE_ADDED_NO_FALLBACK',
);
test(
  'null that says refuse',
  refuses,
  one({ x: field.string({ nullable: { since: '1.1', refuse: true } }) }),
  undefined,
);
test(
  "down: 'refuse'",
  refuses,
  one({ x: field.integer({ since: '1.1', absent: 0, down: 'refuse' }) }),
  undefined,
);
test(
  'a limit that was loosened',
  refuses,
  one({ x: field.string({ maxLength: 9, limits: [{ in: '1.1', maxLength: 3 }] }) }),
  undefined,
);
test(
  'a limit that was tightened',
  refuses,
  one({ x: field.string({ maxLength: 3, limits: [{ in: '1.1', maxLength: 9 }] }) }),
  'FIELD_LIMIT_TIGHTENED',
);
test(
  "a hook's refuse()",
  refuses,
  one(
    { x: field.integer({ min: 0 }) },
    {
      obj_make_compatible: {
        '1.1': (data: { x?: number }, { refuse }: { refuse: (field: string, reason: string) => never }) => {
          if (data.x === 0) refuse('x', 'nothing is new');
        },
      },
    },
  ),
  undefined,
);
test(
  "a hook's refuse() going up",
  refuses,
  one(
    { x: field.integer({ min: 1, limits: [{ in: '1.1', min: 0 }] }) },
    {
      obj_make_compatible: {
        '1.1': {
          up: (data: { x?: number }, { refuse }: { refuse: (field: string, reason: string) => never }) => {
            if (data.x === 0) refuse('x', 'nothing is old');
          },
        },
      },
    },
  ),
  undefined,
);
test(
  'a look-up that only the async verbs make',
  refuses,
  one(
    { x: field.integer() },
    { obj_make_compatible: { '1.1': { needs: () => true, resolve: () => 1, down: () => undefined } } },
  ),
  undefined,
);
test(
  'a hook that returns something',
  refuses,
  one({ x: field.integer() }, { obj_make_compatible: { '1.1': () => 1 } }),
  'HOOK_THROWS',
);

function withChild(missing: 'drop' | 'refuse' | undefined, versions?: Record<string, string>) {
  return (registry: Registry): void => {
    const Part = defineObject(
      'Part',
      '1.1',
      { size: field.integer({ since: '1.1', absent: 0 }) },
      { registry },
    );
    const options = {
      ...(missing === undefined ? {} : { missing }),
      ...(versions === undefined ? {} : { versions }),
    };
    defineObject(
      'Whole',
      '1.1',
      {
        part: field.object(Part, { ...options, optional: true }),
        note: field.string({ since: '1.1', optional: true }),
      },
      { registry },
    );
    if (versions === undefined)
      defineReleases(registry, { old: { Whole: '1.0' }, new: { Whole: '1.1', Part: '1.1' } });
  };
}
test('a child that the reader lacks, which says refuse', refuses, withChild('refuse'), undefined);
test(
  'a child that the reader lacks, which says nothing',
  refuses,
  withChild(undefined),
  'CHILD_VERSION_UNPINNED',
);
test(
  'a child of which nothing says the version',
  refuses,
  (registry) => {
    const Part = defineObject('Part', '1.1', { size: field.integer({ since: '1.1' }) }, { registry });
    defineObject('Whole', '1.1', { part: field.object(Part) }, { registry });
  },
  'CHILD_VERSION_UNPINNED',
);

test('prove(): a child that is dropped where the reader lacks it is a loss, not a refusal', async (t) => {
  const registry = new Registry();
  withChild('drop')(registry);
  const { failures, pairs } = await prove(registry, releasesOf(registry), { seed: 1, runs: 50 });
  t.deepEqual(failures, []);
  t.deepEqual(
    pairs.map(({ object, outcome }) => [object, outcome]),
    [
      ['Whole', 'lossy'],
      ['Whole', 'lossless'],
    ],
  );
});

test("prove(): payloads that the class's own check refuses are left out, and told of where they are many", async (t) => {
  const registry = new Registry();
  const check = (sum: object): string | undefined =>
    'a' in sum && 'b' in sum && Number(sum.a) + Number(sum.b) === 3 ? undefined : 'they must be 3';
  defineObject(
    'Sum',
    '1.1',
    { a: field.integer(), b: field.integer(), note: field.string({ since: '1.1', absent: '' }) },
    { registry, check },
  );
  const { failures, pairs, warnings } = await prove(registry, undefined, { seed: 1, runs: 50 });
  t.deepEqual(failures, []);
  t.true(pairs.every(({ counts }) => counts.filtered > 0));
  t.regex(warnings[0] ?? '', /^Sum 1\.1 → 1\.0: its check refuses \d+ of \d+ payloads/);
});
