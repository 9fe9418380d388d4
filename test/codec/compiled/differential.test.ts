import { inspect, isDeepStrictEqual } from 'node:util';
import test from 'ava';
import fc from 'fast-check';
import {
  backport,
  changes,
  decode,
  encode,
  type Fault,
  isBacklevelError,
  modelOf,
  partial,
  toPrimitive,
  validate,
} from '../../../lib/index.js';
import { forceTier, type Tier } from '../../../lib/codec/compiled/tier.js';
import { classesOf, payloadOf, type RandomModel, randomModel } from './random-model.js';

const numRuns = 200;

// The three ways of one process are compared in turn, so these tests run one after the other.
const tiers: readonly Tier[] = ['plain', 'interpreted', 'generated'];
const targets = [undefined, '1.3', '1.2', '1.1', '1.0', { Thing: '1.2', Child: '1.0' }, Object.freeze({ Thing: '1.1', Child: '1.1' })] as const; // prettier-ignore

test.afterEach.always(() => forceTier('tiered'));

type Outcome = { readonly value: unknown } | { readonly error: unknown };

function outcomeOf(call: () => unknown): Outcome {
  try {
    return { value: call() };
  } catch (error) {
    if (!isBacklevelError(error)) throw error;
    const { name, code, message } = error;
    const { pointer, faults, fault } = error as { pointer?: string; faults?: Fault[]; fault?: Fault };
    return { error: { name, code, message, pointer, faults, fault } };
  }
}

/** All that can be seen of an instance, as data that can be compared between classes. */
function seen(value: unknown): unknown {
  if (value instanceof Date) return `date ${value.getTime()}`;
  if (value instanceof Set) return { set: [...value].map(seen) };
  if (Array.isArray(value)) return value.map(seen);
  if (typeof value === 'bigint') return `bigint ${value}`;
  if (Object.is(value, -0)) return 'minus zero';
  if (typeof value !== 'object' || value === null) return value;
  const { constructor } = (Object.getPrototypeOf(value) ?? {}) as { constructor?: { name: string } };
  return {
    of: constructor?.name,
    members: Object.entries(value).map(([key, member]) => [key, seen(member)]),
  };
}

/** What the ways answer to all that is done with a payload. */
function answers(model: RandomModel, payload: unknown, other: unknown, tier: Tier): unknown[] {
  forceTier(tier);
  const { Thing } = classesOf(model);
  const text = JSON.stringify(payload);
  const found: unknown[] = [];
  const note = (what: string, call: () => unknown): unknown => {
    const outcome = outcomeOf(call);
    found.push([what, 'value' in outcome ? seen(outcome.value) : outcome.error]);
    return 'value' in outcome ? outcome.value : undefined;
  };
  note('validate', () => validate(Thing, payload));
  note('decode', () => decode(Thing, text));
  note('refuse', () => decode(Thing, text, { partial: true, unknown: 'refuse', track: false }));
  for (const options of [
    { limits: { items: 70 } },
    { limits: { depth: 4 } },
    { limits: { stringLength: 70 } },
  ])
    note(JSON.stringify(options), () => decode(Thing, text, options));
  const instance = note('partial', () => decode(Thing, text, { partial: true })) as Record<string, unknown> | undefined; // prettier-ignore
  const untracked = outcomeOf(() => decode(Thing, text, { partial: true, track: false }));
  if (instance === undefined) return found;
  const writes = (what: string, from: object): void => {
    for (const target of targets) note(`${what} ${JSON.stringify(target)}`, () => encode(from, target === undefined ? {} : { target })); // prettier-ignore
  };
  note('changes', () => changes(instance));
  writes('read', instance);
  if ('value' in untracked) writes('untracked', untracked.value as object);
  writes('new', partial(Thing, { ...instance }));
  const donor = outcomeOf(() => decode(Thing, JSON.stringify(other), { partial: true }));
  if ('value' in donor) {
    for (const [index, key] of Object.keys(instance).entries())
      if (index % 2 === 0) instance[key] = (donor.value as Record<string, unknown>)[key];
    writes('mixed', instance);
  }
  for (const [index, key] of Object.keys(instance).entries()) {
    const kept = instance[key];
    instance[key] = [undefined, null, 'wrong', -0, 30, '\ud800', [], ['x'], {}, new Date(Number.NaN)][
      index % 10
    ];
    note(`wrong ${key}`, () => encode(instance));
    note(`wrong ${key} at 1.1`, () => encode(instance, { target: '1.1' }));
    instance[key] = kept;
  }
  note('backport', () => backport(payload as object, '1.1', { registry: modelOf(Thing).registry }));
  note('tree', () => toPrimitive(instance));
  return found;
}

/** Where the ways answer differently; nothing else would be short enough to read. */
function difference(model: RandomModel, payload: unknown, other: unknown): unknown {
  const [plain = [], ...others] = tiers.map((tier) => answers(model, payload, other, tier));
  for (const [index, found] of others.entries()) {
    const at = plain.findIndex((answer, place) => !isDeepStrictEqual(answer, found[place]));
    if (at >= 0) return { tier: tiers[index + 1], answered: found[at], insteadOf: plain[at] };
  }
  return undefined;
}

const junk = fc.oneof(
  fc.constantFrom<unknown>(null, '', '\ud800', -0, 1.5, 2 ** 53, Infinity, true, [], {}, [null], { a: undefined }, undefined, '1.9', '1.3.7', '9.0', 'Child'),
  fc.jsonValue({ maxDepth: 1 }),
); // prettier-ignore

/** A tree of which one node was replaced, taken away, or given a name that nobody knows. */
function mutate(tree: unknown, way: readonly number[], to: unknown): unknown {
  const [step = 0, ...rest] = way;
  if (typeof tree !== 'object' || tree === null || way.length === 0) return to;
  const keys = Object.keys(tree);
  const key = keys[step % (keys.length + 1)];
  if (key === undefined)
    return Array.isArray(tree) ? [...(tree as unknown[]), to] : { ...tree, stranger: to };
  const copy: Record<string, unknown> = Array.isArray(tree)
    ? ([...(tree as unknown[])] as never)
    : { ...tree };
  copy[key] = mutate(copy[key], rest, to);
  return copy;
}

const pairs = randomModel.chain((model) => fc.tuple(fc.constant(model), payloadOf(model), payloadOf(model)));

function holds([model, payload, other]: readonly [RandomModel, unknown, unknown]): void {
  const found = difference(model, payload, other);
  if (found !== undefined) throw new Error(inspect(found, { depth: 9, breakLength: 120 }));
}

test.serial('compiled code answers what the interpreting engine answers, to payloads that fit', (t) => {
  t.notThrows(() => fc.assert(fc.property(pairs, holds), { numRuns }));
});

const mutation = fc.tuple(fc.array(fc.nat({ max: 8 }), { minLength: 1, maxLength: 8 }), junk);

for (const [what, things] of [
  ['one thing', 1],
  ['several things', 4],
] as const)
  test.serial(
    `compiled code answers what the interpreting engine answers, to payloads with ${what} wrong`,
    (t) => {
      const wrong = fc
        .tuple(pairs, fc.array(mutation, { minLength: things, maxLength: things }))
        .map(([[model, payload, other], mutations]) => {
          const spoilt = mutations.reduce<unknown>((tree, [way, to]) => mutate(tree, way, to), payload);
          return [model, spoilt, other] as const;
        });
      t.notThrows(() => fc.assert(fc.property(wrong, holds), { numRuns }));
    },
  );
