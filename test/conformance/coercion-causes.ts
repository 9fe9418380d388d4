import type { RecordedType } from './coercion-table.js';
import { innermost, isTypedFloat } from './coercion-wire.js';

/** One row that did not come out as recorded. */
export interface Difference {
  readonly type: RecordedType;
  /** As recorded. */
  readonly input: unknown;
  /** As it was given to our field. */
  readonly wire: unknown;
  /** What each side wrote; `undefined` where it refused. */
  readonly python: unknown;
  readonly ours: unknown;
}

type Rule = readonly [cause: string, holds: (leaf: Leaf) => boolean];

interface Leaf extends Difference {
  /** The values inside the lists and dicts of `wire`. */
  readonly scalars: readonly unknown[];
}

const refused = ({ ours }: Leaf): boolean => ours === undefined;
const taken = ({ python }: Leaf): boolean => python === undefined;
const some = (holds: (scalar: string) => boolean, { scalars }: Leaf): boolean =>
  scalars.some((scalar) => typeof scalar === 'string' && holds(scalar));
const hasSpaceAround = (leaf: Leaf): boolean => some((text) => text !== text.trim(), leaf);
const isWhole = (leaf: Leaf): boolean => isTypedFloat(leaf.input) && Number.isInteger(leaf.wire);
const losesDigits = (leaf: Leaf): boolean =>
  refused(leaf) && leaf.scalars.some((scalar) => isTooLarge(scalar));
const otherDigits = (leaf: Leaf): boolean =>
  refused(leaf) && some((text) => /_|[^\p{ASCII}]/u.test(text), leaf);

const numberRules: readonly Rule[] = [
  ['beyond-2^53', losesDigits],
  ['digits-of-python', otherDigits],
];

const addressRules: readonly Rule[] = [
  ['address-of-a-number', (leaf) => refused(leaf) && typeof leaf.wire !== 'string'],
  [
    'short-address',
    (leaf) => refused(leaf) && some((text) => /^\s*\d+(\.\d+){0,2}(\/\d+)?\s*$/.test(text), leaf),
  ],
  ['octal-address', (leaf) => refused(leaf) && some((text) => /\b0[0-9xX]/.test(text), leaf)],
];

const dateRules: readonly Rule[] = [
  ['fraction-dropped', (leaf) => some((text) => /[.,]\d/.test(text), leaf)],
  ['date-without-its-day', (leaf) => refused(leaf) && some((text) => /^\d{4}(-\d\d)?$/.test(text), leaf)],
  ['space-around', hasSpaceAround],
  ['date-in-utc', ({ python, ours }) => Date.parse(String(python)) === Date.parse(String(ours))],
  ['year-without-zeros', ({ python }) => /^\d{1,3}-/.test(String(python))],
  ['zone-dropped', ({ type }) => type.tzinfo_aware === false],
];

const enumRules: readonly Rule[] = [
  ['enum-of-characters', ({ type }) => type.valid_values_container === 'str'],
  ['true-is-1', (leaf) => refused(leaf) && leaf.wire === true],
  ['enum-as-text', (leaf) => !refused(leaf)],
];

/** By the innermost type; the first that holds is the cause. */
const rules: Readonly<Record<string, readonly Rule[]>> = {
  String: [
    ['beyond-2^53', losesDigits],
    ['text-of-nan', (leaf) => refused(leaf) && typeof leaf.wire === 'number'],
    ['one-number-type', isWhole],
  ],
  Integer: [...numberRules, ['fraction-lost', (leaf) => refused(leaf) && leaf.scalars.some(isFraction)]],
  Float: [
    ...numberRules,
    ['nan-from-text', (leaf) => refused(leaf) && !Number.isFinite(leaf.python)],
    ['negative-zero', ({ python, ours }) => Object.is(python, -0) && ours === 0],
  ],
  Boolean: [
    ['bool-of-a-word', (leaf) => !refused(leaf) && typeof leaf.wire === 'string'],
    ['bool-of-anything', refused],
  ],
  FlexibleBoolean: [
    ['one-number-type', isWhole],
    ['unknown-is-false', refused],
  ],
  Enum: enumRules,
  UUID: [
    ['uuid-of-anything', refused],
    ['uuid-in-one-form', (leaf) => !taken(leaf)],
  ],
  MACAddress: [['space-around', hasSpaceAround]],
  PCIAddress: [
    ['space-around', hasSpaceAround],
    ['any-separator', (leaf) => refused(leaf) && some((text) => /[^.][0-7]$/.test(text), leaf)],
  ],
  DateTime: dateRules,
  IPAddress: addressRules,
  IPNetwork: addressRules,
  VersionPredicate: [['wider-predicate', taken]],
  Object: [['envelope-is-the-object', taken]],
};

const same: Readonly<Record<string, string>> = {
  SensitiveString: 'String',
  NonNegativeInteger: 'Integer',
  NonNegativeFloat: 'Float',
  IPV4Address: 'IPAddress',
  IPV6Address: 'IPAddress',
  IPV4AndV6Address: 'IPAddress',
  IPV4Network: 'IPNetwork',
  IPV6Network: 'IPNetwork',
};

/** Why ours is right where the two differ; `undefined` where nothing explains it. */
export function causeOf(difference: Difference): string | undefined {
  const { type, wire, python, ours } = difference;
  if (ours === undefined && isMisshapen(type, wire)) return 'list-of-anything';
  if (python === undefined && hasSet(type)) return 'array-is-the-set';
  const { type: name } = innermost(type);
  const leaf: Leaf = { ...difference, scalars: scalarsOf(wire) };
  return rules[same[name] ?? name]?.find(([, holds]) => holds(leaf))?.[0];
}

/** Whether something stands where a list or a set should: Python reads what it can iterate. */
function isMisshapen({ type, element }: RecordedType, wire: unknown): boolean {
  if (element === undefined) return false;
  if (type !== 'Dict' && !Array.isArray(wire)) return true;
  if (typeof wire !== 'object' || wire === null) return false;
  return Object.values(wire).some((member) => isMisshapen(element, member));
}

function hasSet({ type, element }: RecordedType): boolean {
  return type === 'Set' || (element !== undefined && hasSet(element));
}

function scalarsOf(wire: unknown): unknown[] {
  return typeof wire === 'object' && wire !== null ? Object.values(wire).flatMap(scalarsOf) : [wire];
}

function isTooLarge(scalar: unknown): boolean {
  const number = typeof scalar === 'string' && /^\d+$/.test(scalar) ? Number(scalar) : scalar;
  return Number.isInteger(number) && !Number.isSafeInteger(number);
}

function isFraction(scalar: unknown): boolean {
  return typeof scalar === 'number' && !Number.isInteger(scalar);
}
