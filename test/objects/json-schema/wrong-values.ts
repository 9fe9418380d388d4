import type { ShapeField } from '../../../lib/index.js';

type FieldType = ShapeField['type'];

/** A value that a field must refuse, and what is wrong with it. */
export interface Wrong {
  readonly what: string;
  readonly value: unknown;
}

/** Why a JSON Schema admits what a reader refuses. */
export const unsaid = {
  'a lone surrogate':
    'JSON Schema takes any text for text; a pattern is read in code points and knows no halves',
  'length in UTF-16 units': 'maxLength counts code points, the limit counts what length counts in JavaScript',
  'digits that a number cannot hold': 'a schema says nothing about the numbers inside JSON data',
  'a day that its month has not': 'a pattern does not count days; only the format date-time does',
} as const;

export type Unsaid = keyof typeof unsaid;

interface Spec {
  readonly min?: number;
  readonly max?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly as?: 'date' | 'text';
  readonly values?: readonly string[];
}

const specOf = (type: FieldType): Spec => type.spec();
const textOf = (length: number): string => 'x'.repeat(length);

/** Values that do not fit a type. `newest` is the field as it is today: what its enum has learnt since is refused as well. */
export function wrongValues(type: FieldType, newest: FieldType | undefined): Wrong[] {
  const wrongs = byKind[type.kind]?.(type, newest);
  if (wrongs === undefined) throw new Error(`no wrong values for a field of the kind ${type.kind}`);
  return Object.entries(wrongs)
    .filter(([, value]) => value !== undefined)
    .map(([what, value]) => ({ what, value }));
}

const byKind: Record<string, (type: FieldType, newest: FieldType | undefined) => Record<string, unknown>> = {
  boolean: () => ({ 'a text': 'true', 'a number': 1 }),
  integer: (type) => {
    const { min, max } = specOf(type);
    return {
      'a text': '5',
      'a fraction': 1.5,
      'too large for a number': 2 ** 53,
      'below the minimum': min === undefined ? undefined : min - 1,
      'above the maximum': max === undefined ? undefined : max + 1,
    };
  },
  number: () => ({ 'a text': '0.5', 'a boolean': true }),
  string: (type) => {
    const { minLength, maxLength, pattern } = specOf(type);
    return {
      'a number': 5,
      'a list': ['x'],
      'another text than the pattern takes': pattern === undefined ? undefined : 'x\ny',
      'too long': maxLength === undefined ? undefined : textOf(maxLength + 1),
      'too short': minLength === undefined ? undefined : textOf(minLength - 1),
    };
  },
  enum: (type, newest) => {
    const { values = [] } = specOf(type);
    const later = (newest === undefined ? [] : (specOf(newest).values ?? [])).filter(
      (value) => !values.includes(value),
    );
    return {
      'a value that never was': 'no such value',
      'a list': [],
      ...Object.fromEntries(later.map((value) => [`the newer value ${value}`, JSON.parse(value)])),
    };
  },
  state: () => ({ 'a state that never was': 'no such state', 'a number': 5 }),
  uuid: () => ({
    'a number': 5,
    'another text': 'x',
    'a UUID as a URN': 'urn:uuid:2f1d3c4e-7a5b-4c6d-8e9f-0a1b2c3d4e5f',
    'a UUID without hyphens': '2f1d3c4e7a5b4c6d8e9f0a1b2c3d4e5f',
  }),
  dateTime: (type) => ({
    'a number': 5,
    'a date alone': '2026-01-31',
    'a text after it': '2026-01-31T12:00:00Z or so',
    'a thirteenth month': '2026-13-01T12:00:00Z',
    ...(specOf(type).as === 'text'
      ? {}
      : {
          'no zone': '2026-01-31T12:00:00',
          microseconds: '2026-01-31T12:00:00.123456Z',
          'a day that its month has not': '2026-02-30T12:00:00Z',
        }),
  }),
  ipAddress: () => ({
    'a number': 5,
    'a short form': '192.0.2',
    'an octet too large': '192.0.2.256',
    'a zone': 'fe80::1%eth0',
  }),
  versionPredicate: () => ({ 'a number': 5, 'no comparison': '1.0', 'another sign': '=>1.0' }),
  json: () => ({}),
  list: (type, newest) => ({ 'an object': {}, 'a text': 'x', ...inside(type, newest, (value) => [value]) }),
  set: (type, newest) => ({ 'an object': {}, ...inside(type, newest, (value) => [value]) }),
  dict: (type, newest) => ({
    'a list': [],
    'a text': 'x',
    ...inside(type, newest, (value) => ({ k: value })),
  }),
  object: () => ({ 'no envelope': {}, 'a text': 'x' }),
};

function inside(
  { element }: FieldType,
  newest: FieldType | undefined,
  around: (value: unknown) => unknown,
): Record<string, unknown> {
  if (element === undefined) return {};
  const wrongs = wrongValues(element, newest?.element).map(({ what, value }) => [
    `in it ${what}`,
    around(value),
  ]);
  return Object.fromEntries([...wrongs, ...(element.nullable ? [] : [['in it null', around(null)]])]);
}

/** Values that a reader refuses and a JSON Schema cannot, by why. */
export function unsaidValues(type: FieldType): (Wrong & { readonly what: Unsaid })[] {
  switch (type.kind) {
    case 'string': {
      const { maxLength, pattern } = specOf(type);
      if (pattern !== undefined) return [];
      const long = '😀'.repeat(((maxLength ?? 0) >> 1) + 1);
      return [
        { what: 'a lone surrogate', value: '\ud800' },
        ...(maxLength === undefined ? [] : [{ what: 'length in UTF-16 units' as const, value: long }]),
      ];
    }
    case 'dateTime':
      return specOf(type).as === 'text'
        ? [{ what: 'a day that its month has not', value: '2026-02-30T12:00:00' }]
        : [];
    case 'json':
      return [
        { what: 'digits that a number cannot hold', value: { deep: 2 ** 60 } },
        { what: 'a lone surrogate', value: { '\udfff': ['\ud800'] } },
      ];
    case 'list':
    case 'set':
      return unsaidIn(type, (value) => [value]);
    case 'dict':
      return unsaidIn(type, (value) => ({ k: value }));
    default:
      return [];
  }
}

function unsaidIn(
  { element }: FieldType,
  around: (value: unknown) => unknown,
): ReturnType<typeof unsaidValues> {
  const values = element === undefined ? [] : unsaidValues(element);
  return values.map(({ what, value }) => ({ what, value: around(value) }));
}
