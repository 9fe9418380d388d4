import test from 'ava';
import { create, decode, defineObject, encode, field, Registry } from '../../lib/index.js';
import { converts } from './conversion.js';
import { envelope } from './payload.js';
import { refused } from './refusal.js';

/** Counts as one number, then as a list. */
const counts = (registry: Registry) =>
  defineObject(
    'A',
    '1.2',
    {
      count: field.list(field.integer(), {
        nullable: true,
        retyped: [
          {
            in: '1.2',
            from: field.integer({ nullable: true }),
            up: (one: number) => [one],
            down: (all: number[]) => all.length,
          },
        ],
      }),
    },
    { registry },
  );

test('retyped: one step', converts, {
  make: counts,
  newer: { count: [4] },
  at: '1.1',
  older: { count: 1 },
  again: { count: [1] },
});
test('retyped: null passes', converts, {
  make: counts,
  newer: { count: null },
  at: '1.1',
  older: { count: null },
});
test('retyped: unset passes', converts, { make: counts, newer: {}, at: '1.1', older: {} });
test('retyped: with a rename in the same version', converts, {
  make: (registry) =>
    defineObject(
      'A',
      '1.1',
      {
        ms: field.integer({
          renamed: [{ in: '1.1', from: 'seconds' }],
          retyped: [
            {
              in: '1.1',
              from: field.number(),
              up: (s: number) => Math.round(s * 1000),
              down: (ms: number) => ms / 1000,
            },
          ],
        }),
      },
      { registry },
    ),
  newer: { ms: 1500 },
  at: '1.0',
  older: { seconds: 1.5 },
});
test('retyped: integer to bigint and back', converts, {
  make: (registry) =>
    defineObject(
      'A',
      '1.1',
      {
        size: field.bigint({
          retyped: [
            {
              in: '1.1',
              from: field.string(),
              up: (text: string) => BigInt(text),
              down: (n: number) => String(n),
            },
          ],
        }),
      },
      { registry },
    ),
  newer: { size: 12 },
  at: '1.0',
  older: { size: '12' },
});

const steps = [
  { in: '1.1', from: field.string(), up: Number, down: String },
  { in: '1.2', from: field.integer(), up: (one: number) => [one], down: ([one]: number[]) => one },
] as const;
for (const [order, retyped] of [
  ['oldest', steps],
  ['newest', steps.toReversed()],
] as const)
  for (const [at, x] of [
    ['1.1', 1],
    ['1.0', '1'],
  ] as const)
    test(`retyped: twice, as ${at} knows it, the ${order} change named first`, converts, {
      make: (registry) =>
        defineObject('A', '1.2', { x: field.list(field.integer(), { retyped }) }, { registry }),
      newer: { x: [1] },
      at,
      older: { x },
    });
test('retyped: a function that writes into what it is given changes no payload and no instance', converts, {
  make: (registry) =>
    defineObject(
      'A',
      '1.1',
      {
        x: field.list(field.integer(), {
          retyped: [
            {
              in: '1.1',
              from: field.list(field.integer()),
              up: (all: number[]) => (all.push(9), all),
              down: (all: number[]) => (all.pop(), all),
            },
          ],
        }),
      },
      { registry },
    ),
  newer: { x: [1, 9] },
  at: '1.0',
  older: { x: [1] },
});

for (const [title, up, down, direction] of [
  ['down that gives what the older type does not take', Number, () => 5, 'down'],
  [
    'down that throws',
    Number,
    () => {
      throw new Error('no');
    },
    'down',
  ],
  ['down that returns a promise', Number, async () => Promise.resolve('1'), 'down'],
  ['up that gives what the newer type does not take', () => 'x', String, 'up'],
  [
    'up that throws',
    () => {
      throw new TypeError('no');
    },
    String,
    'up',
  ],
] as const) {
  test(`retyped: ${title} is a HookError`, (t) => {
    const A = defineObject(
      'A',
      '1.1',
      { n: field.integer({ retyped: [{ in: '1.1', from: field.string(), up, down }] }) },
      { registry: new Registry() },
    );
    const call =
      direction === 'down'
        ? () => encode(create(A, { n: 1 }), { target: '1.0' })
        : () => decode(A, JSON.stringify(envelope('A', '1.0', { n: '1' })));
    const error = refused(t, call, { code: 'HOOK', says: ['A', '1.1', direction] });
    t.like(error, { object: 'A', version: '1.1', direction });
  });
}

const limited = (registry: Registry) =>
  defineObject(
    'A',
    '1.2',
    {
      wider: field.string({ maxLength: 8, limits: [{ in: '1.1', maxLength: 4 }] }),
      narrower: field.integer({
        max: 10,
        limits: [
          { in: '1.1', max: 100, min: -1 },
          { in: '1.2', max: 50 },
        ],
      }),
      free: field.list(field.string({ limits: [{ in: '1.2', pattern: /[a-z]*/ }] }), {
        maxItems: 3,
        limits: [{ in: '1.2', maxItems: null }],
      }),
    },
    { registry },
  );

test('limits: what fits both passes', converts, {
  make: limited,
  newer: { wider: 'four', narrower: 10, free: ['a', 'b'] },
  at: '1.0',
  older: { wider: 'four', narrower: 10, free: ['a', 'b'] },
});

for (const [title, data, name, since] of [
  ['a string that only the newer version takes', { wider: 'longer' }, 'wider', '1.1'],
  ['a number below the older minimum', { narrower: -2 }, 'narrower', '1.1'],
  ['an element that the older pattern refuses', { free: ['A'] }, 'free', '1.2'],
] as const) {
  test(`limits: ${title} is refused going down`, (t) => {
    const A = limited(new Registry());
    const a = create(A, { wider: 'w', narrower: 0, free: [], ...(data as object) });
    const error = refused(t, () => encode(a, { target: '1.0' }), {
      code: 'VALUE_TOO_NEW',
      says: ['A', `${name}:`, since, 'hold it back'],
    });
    t.like(error, { since, target: '1.0', field: name });
  });
}

for (const [title, data, says, pointer] of [
  [
    'a number above the newer maximum',
    { narrower: 51 },
    'A.narrower: expected at most 50, got 51',
    'narrower',
  ],
  [
    'more items than the newer version takes',
    { free: ['a', 'b', 'c', 'd'] },
    'A.free: expected at most 3 items, got 4',
    'free',
  ],
  [
    'an element that the newer pattern refuses',
    { free: ['a', 'B'] },
    'A.free: expected text like /[a-z]*/, got "B"',
    'free/1',
  ],
] as const) {
  test(`limits: ${title} is refused going up, with its pointer as sent`, (t) => {
    const A = limited(new Registry());
    const text = JSON.stringify(
      envelope('A', '1.0', { wider: 'w', narrower: 0, free: [], ...(data as object) }),
    );
    refused(t, () => decode(A, text), {
      code: 'INVALID_PAYLOAD',
      says: [says],
      pointer: `/versioned_object.data/${pointer}`,
    });
  });
}

test('limits: each version is checked with its own', (t) => {
  const A = limited(new Registry());
  const decodeAt = (version: string, narrower: number) =>
    decode(A, JSON.stringify(envelope('A', version, { wider: 'w', narrower, free: [] }))).narrower;
  t.is(decodeAt('1.0', 9), 9);
  t.is(decodeAt('1.2', -5), -5);
  refused(t, () => decodeAt('1.0', -5), { code: 'INVALID_PAYLOAD', says: ['A.narrower', 'at least -1'] });
  refused(t, () => decodeAt('1.2', 11), { code: 'INVALID_PAYLOAD', says: ['A.narrower', 'at most 10'] });
});
