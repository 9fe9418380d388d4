import type { RecordedType } from './coercion-table.js';

/** A Python value that JSON lacks, as the table writes it. */
interface Typed {
  readonly $t: string;
  readonly v?: unknown;
  readonly primitive?: unknown;
}

/** What Python held, as it travels; or the kind of value that JSON cannot carry at all. */
export type Carried = { readonly wire: unknown; readonly python: boolean } | { readonly apart: string };

/**
 * A recorded input as a payload holds it. JSON's numbers carry Python's, an array its tuples and sets, an envelope an object,
 * where the field is for objects. Bytes, dates, dicts with other keys and the like have no form of their own.
 * NaN and the infinities travel between Pythons only.
 */
export function carried(input: unknown, type: RecordedType): Carried {
  try {
    const wire = wireOf(input, innermost(type).type === 'Object');
    return { wire, python: isTypedFloat(input) && !Number.isFinite(wire) };
  } catch (error) {
    if (error instanceof NotCarried) return { apart: error.kind };
    throw error;
  }
}

/** What Python wrote, or held after reading, as JSON: a set in order, a date with its zone. */
export function expected(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(expected);
  if (typeof value !== 'object' || value === null) return value;
  if ('$float' in value) return numberOf(value.$float as string);
  if ('$int' in value) return Number(value.$int);
  if (isTypedFloat(value)) return numberOf(value.v as string);
  if (isTyped(value)) return value.$t === 'datetime' ? `${value.v as string}Z` : (value.primitive ?? value.v);
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, expected(member)]));
}

export function isTypedFloat(value: unknown): value is Typed {
  return typeof value === 'object' && value !== null && isTyped(value) && value.$t === 'float';
}

/** The type inside lists, sets and dicts. */
export function innermost(type: RecordedType): RecordedType {
  return type.element === undefined ? type : innermost(type.element);
}

class NotCarried extends Error {
  constructor(readonly kind: string) {
    super(kind);
  }
}

function wireOf(input: unknown, objects: boolean): unknown {
  if (Array.isArray(input)) return input.map((item) => wireOf(item, objects));
  if (typeof input !== 'object' || input === null) return input;
  if (!isTyped(input)) {
    return Object.fromEntries(Object.entries(input).map(([key, member]) => [key, wireOf(member, objects)]));
  }
  switch (input.$t) {
    case 'int':
    case 'float':
      return numberOf(input.v as string);
    case 'tuple':
    case 'set':
    case 'frozenset':
      return wireOf(input.v, objects);
    case 'object':
      if (objects) return input.primitive;
      break;
    default:
  }
  throw new NotCarried(input.$t);
}

function numberOf(text: string): number {
  if (text === 'nan') return Number.NaN;
  return text.endsWith('inf') ? Number(text.replace('inf', 'Infinity')) : Number(text);
}

function isTyped(value: object): value is Typed {
  return '$t' in value;
}
