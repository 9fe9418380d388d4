import test from 'ava';
import { field, type FieldLike, type Hook, type Hooks } from '../../../lib/index.js';
import { differ, type Fields, fieldsDiffer, type Thing } from './differ.js';

const text = field.string();
test('a default', fieldsDiffer, text, field.string({ default: 'a' }), 'behaviour');
test(
  'another default',
  fieldsDiffer,
  field.integer({ default: 1 }),
  field.integer({ default: 2 }),
  'behaviour',
);
test(
  'defaults 1 and "1"',
  fieldsDiffer,
  field.json({ default: 1 }),
  field.json({ default: '1' }),
  'behaviour',
);
test(
  'defaults null and "null"',
  fieldsDiffer,
  field.json({ nullable: true, default: null }),
  field.json({ nullable: true, default: 'null' }),
  'behaviour',
);
test(
  'defaults null and none',
  fieldsDiffer,
  field.string({ nullable: true, default: null }),
  field.string({ nullable: true }),
  'behaviour',
);
test(
  'defaults 1 and "1" of two types',
  fieldsDiffer,
  field.integer({ default: 1 }),
  field.string({ default: '1' }),
  'shape',
  'behaviour',
);
test(
  'bigint defaults beyond 2^53',
  fieldsDiffer,
  field.bigint({ default: 2n ** 53n }),
  field.bigint({ default: 2n ** 53n + 1n }),
  'behaviour',
);
test(
  'a default and a function',
  fieldsDiffer,
  field.integer({ default: 1 }),
  field.integer({ default: () => 1 }),
  'behaviour',
);
test(
  'dates as defaults',
  fieldsDiffer,
  field.dateTime({ default: new Date(0) }),
  field.dateTime({ default: new Date(1) }),
  'behaviour',
);
test('coerce', fieldsDiffer, field.integer(), field.integer({ coerce: true }), 'behaviour');

/** A field that came in 1.2, beside one that was there before. */
const added = (it: FieldLike, more: Fields = {}): Thing => [{ id: field.integer(), ...more, it }];
test(
  'what absence means',
  differ,
  added(field.integer({ since: '1.2', absent: 0 })),
  added(field.integer({ since: '1.2', absent: 1 })),
  'behaviour',
);
test(
  'absence without a meaning',
  differ,
  added(field.json({ since: '1.2', nullable: true })),
  added(field.json({ since: '1.2', nullable: true, absent: null })),
  'behaviour',
);
test(
  'when a field came',
  differ,
  added(field.integer({ since: '1.2' })),
  added(field.integer({ since: '1.1' })),
  'behaviour',
);
test(
  'a refusal on the way down',
  differ,
  added(field.integer({ since: '1.2' })),
  added(field.integer({ since: '1.2', down: 'refuse' })),
  'behaviour',
);
test(
  'what a function does on the way down',
  differ,
  added(field.integer({ since: '1.2', down: (value, data) => void (data['id'] = value) })),
  added(field.integer({ since: '1.2', down: (value, data) => void (data['id'] = Number(value) + 1) })),
  'behaviour',
);
test(
  'what is declared as lost',
  differ,
  added(field.integer({ since: '1.2' })),
  added(field.integer({ since: '1.2', loses: ['it'] })),
  'behaviour',
);
test(
  'the older name',
  differ,
  [{ it: field.integer({ renamed: [{ in: '1.2', from: 'that' }] }) }],
  [{ it: field.integer({ renamed: [{ in: '1.2', from: 'those' }] }) }],
  'behaviour',
);
const fading = (fallback: 'a' | 'b'): Thing => [
  { it: field.enum(['a', 'b', 'c'], { values: { c: { since: '1.2', fallback } } }) },
];
test('the fallback of a value', differ, fading('a'), fading('b'), 'behaviour');
test(
  'the fallback of null',
  differ,
  [{ it: field.string({ nullable: { since: '1.2', fallback: '' } }) }],
  [{ it: field.string({ nullable: { since: '1.2', drop: true } }) }],
  'behaviour',
);
const gone = (it: FieldLike): Thing => [{ id: field.integer() }, { retired: { it } }];
test(
  'what an older reader gets of a retired field',
  differ,
  gone(field.integer({ until: '1.2', fill: ({ id }) => id as number })),
  gone(field.integer({ until: '1.2', fill: ({ id }) => (id as number) + 1 })),
  'behaviour',
);

const retyped = (up: (wire: string) => number, down: (wire: number) => string): Thing => [
  {
    it: field.integer({ min: 0, retyped: [{ in: '1.2', from: field.string({ pattern: /\d+/ }), up, down }] }),
  },
];
const byNumber = retyped(Number, String);
test(
  'a retype edited on its way down',
  differ,
  byNumber,
  retyped(Number, (n) => `0${n}`),
  'behaviour',
);
test(
  'a retype edited on its way up',
  differ,
  byNumber,
  retyped((wire) => Number(wire) + 1, String),
  'behaviour',
);
test(
  'a retype written otherwise',
  differ,
  byNumber,
  retyped(
    (wire) => Number.parseInt(wire, 10),
    (n) => n.toFixed(0),
  ),
);

const hooked = (hooks: Hooks): Thing => [
  { id: field.integer(), it: field.integer({ since: '1.2' }) },
  { obj_make_compatible: hooks, retired: { that: field.integer({ until: '1.2' }) } },
];
const double = {
  down: (data) => void (data['that'] = data['it'] === undefined ? undefined : data['it'] * 2),
  up: (data) => void (data['it'] = data['that'] === undefined ? undefined : data['that'] / 2),
} satisfies Hook;
test(
  'a hook edited on its way down',
  differ,
  hooked({ '1.2': double }),
  hooked({ '1.2': { ...double, down: (data) => void (data['that'] = data['it'] + 2) } }),
  'behaviour',
);
test(
  'a hook edited on its way up',
  differ,
  hooked({ '1.2': double }),
  hooked({ '1.2': { ...double, up: (data) => void (data['it'] = data['that'] * 2) } }),
  'behaviour',
);
test(
  'a hook that refuses',
  differ,
  hooked({ '1.2': double }),
  hooked({ '1.2': { ...double, down: (_data, context) => context.refuse('it', 'never') } }),
  'behaviour',
);
test(
  'a hook that does the same in other words',
  differ,
  hooked({ '1.2': double }),
  hooked({
    '1.2': {
      down(data) {
        const { it } = data;
        if (it !== undefined) data['that'] = it + it;
      },
      up(data) {
        if (data['that'] !== undefined) data['it'] = data['that'] * 0.5;
      },
    },
  }),
);
