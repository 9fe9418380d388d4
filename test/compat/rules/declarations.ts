import fc from 'fast-check';
import { field, type FieldLike } from '../../../lib/index.js';

// Each choice takes further options; which of them a kind of field takes is checked elsewhere.
type Make = (options: {}) => FieldLike;

const NONE = {};
const states = ['a', 'b'] as const;

/** By kind, the declarations that differ a little. */
const leaves: readonly (readonly Make[])[] = [
  [NONE, { maxLength: 3 }, { maxLength: 9 }, { minLength: 1 }, { pattern: /[a-z]{1,3}/ }].map(
    (limits) => (options) => field.string({ ...limits, ...options }),
  ),
  [NONE, { min: 0 }, { min: 1 }, { max: 2 }, { max: 9 }].map(
    (limits) => (options) => field.integer({ ...limits, ...options }),
  ),
  [NONE, { min: 0 }, { max: 2 }].map((limits) => (options) => field.number({ ...limits, ...options })),
  [(options) => field.boolean(options), (options) => field.json(options)],
  [(options) => field.uuid(options), (options) => field.mac(options)],
  [(options) => field.dateTime(options), (options) => field.dateTime({ as: 'text', ...options })],
  [NONE, { version: 4 as const }, { version: 6 as const }].map(
    (of) => (options) => field.ipAddress({ ...of, ...options }),
  ),
  [['a', 'b'], ['b', 'a'], ['a'], ['a', 'c'], [1, 2]].map(
    (values) => (options) => field.enum<string | number>(values, options),
  ),
  [{ a: ['b'] as const }, { a: ['b'] as const, b: ['a'] as const }, {}].map(
    (moves) => (options) => field.stateMachine(states, moves, options),
  ),
  [(options) => field.object('A', options), (options) => field.object('B', options)],
];

const containers: readonly ((element: FieldLike, options: {}) => FieldLike)[] = [
  (element, options) => field.list(element, options),
  (element, options) => field.set(element, options),
  (element, options) => field.dict(element, options),
];

const drawn = fc.record({
  leaf: fc.nat(leaves.length - 1),
  choice: fc.nat(4),
  /** Of the innermost type first. */
  nulls: fc.array(fc.constantFrom(NONE, NONE, NONE, { nullable: true }), { minLength: 3, maxLength: 3 }),
  items: fc.array(fc.constantFrom(NONE, { maxItems: 1 }, { maxItems: 3 }), { minLength: 3, maxLength: 3 }),
  wraps: fc.array(fc.nat(containers.length - 1), { maxLength: 2 }),
  own: fc.constantFrom(NONE, NONE, { optional: true }, { readOnly: true }, { sensitive: true }),
});

type Drawn = typeof drawn extends fc.Arbitrary<infer T> ? T : never;

function declare({ leaf, choice, nulls, items, wraps, own }: Drawn): FieldLike {
  const choices = leaves[leaf] ?? [];
  const optionsAt = (depth: number): {} => ({ ...nulls[depth], ...(depth === wraps.length ? own : NONE) });
  let declared = choices[choice % choices.length]?.(optionsAt(0)) ?? field.string();
  for (const [index, wrap] of wraps.entries())
    declared = containers[wrap]?.(declared, { ...items[index], ...optionsAt(index + 1) }) ?? declared;
  return declared;
}

const part = fc.constantFrom<keyof Drawn | 'all'>('leaf', 'choice', 'nulls', 'items', 'wraps', 'own', 'all');

/** Two declarations of one field, most of them nearly the same: one part of what the first says is said differently. */
export const declarations: fc.Arbitrary<readonly [before: FieldLike, now: FieldLike]> = fc
  .tuple(drawn, drawn, part)
  .map(([first, second, changed]) => {
    const now = changed === 'all' ? second : { ...first, [changed]: second[changed] };
    return [declare(first), declare(now)] as const;
  });
