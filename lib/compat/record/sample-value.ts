import type { FieldType } from '../../field/field-type.js';
import type { Json } from '../../field/json.js';
import { matchingText } from './matching-text.js';

/** How a sample is made: fully, or with as little as its version allows. */
export interface Variant {
  /** 0 has every field set; each further one takes the next value where there is a choice. */
  readonly index: number;
  /** Null where there may be, nothing in containers, the smallest numbers and texts. */
  readonly least: boolean;
}

/** How a child is made, which is known where its model is. */
export type ChildSample = (type: FieldType, variant: Variant) => Promise<Json>;

type Limits = Readonly<Record<string, number | undefined>>;

/**
 * A wire value for a type, the same for the same variant. `name` is the field's, for a text that says where it belongs.
 * Where the limits of a type leave nothing that can be made up, it is a value that the type does not take.
 */
export async function sampleValue(
  type: FieldType,
  name: string,
  variant: Variant,
  child: ChildSample,
): Promise<Json> {
  if (variant.least && type.nullable) return null;
  const { index, least } = variant;
  const spec = type.spec();
  switch (type.kind) {
    case 'string':
      return textOf(name, spec, variant);
    case 'integer':
    case 'bigint':
      return numberOf(whole(spec as Limits), variant);
    case 'number':
      return numberOf(spec as Limits, variant);
    case 'boolean':
      return index % 2 === 0;
    case 'enum':
    case 'state': {
      const values = spec['values'] as readonly string[];
      return JSON.parse(values[index % values.length] ?? 'null') as Json;
    }
    case 'uuid':
      return `00000000-0000-4000-8000-${String(index + 1).padStart(12, '0')}`;
    case 'dateTime':
      return `2026-01-31T12:00:${String(index).padStart(2, '0')}Z`;
    case 'ipAddress':
      return spec['version'] === 6 ? '2001:db8::1' : '192.0.2.1';
    case 'ipNetwork':
      return spec['version'] === 6 ? '2001:db8::/32' : '192.0.2.0/24';
    case 'mac':
      return '00:1a:2b:3c:4d:5e';
    case 'pciAddress':
      return '0000:04:10.7';
    case 'versionPredicate':
      return '>=1.0,<2.0';
    case 'json':
      return least ? {} : { [name]: [index, 'text', true, null] };
    case 'list':
    case 'set':
      return least || isAlwaysEmpty(spec) ? [] : [await sampleValue(elementOf(type), name, variant, child)];
    case 'dict':
      return least || isAlwaysEmpty(spec)
        ? {}
        : { [name]: await sampleValue(elementOf(type), name, variant, child) };
    case 'object':
      return child(type, variant);
    default:
      throw new TypeError(`no sample is known for a field of kind ${type.kind}`);
  }
}

function elementOf(type: FieldType): FieldType {
  return type.element as FieldType;
}

async function textOf(name: string, spec: Readonly<Record<string, Json>>, variant: Variant): Promise<string> {
  const { minLength = 0, maxLength = Infinity } = spec as Limits;
  if (spec['pattern'] !== undefined)
    return (await matchingText(spec['pattern'] as string, minLength, maxLength)) ?? '';
  const wanted = variant.least ? '' : variant.index === 0 ? name : `${name} ${variant.index}`;
  // A name can be cut in the middle of a character.
  return wanted.padEnd(minLength, 'x').slice(0, maxLength).toWellFormed();
}

function whole({ min = -Infinity, max = Infinity }: Limits): Limits {
  return { min: Math.ceil(min), max: Math.floor(max) };
}

function numberOf({ min = -Infinity, max = Infinity }: Limits, { index, least }: Variant): number {
  const smallest = Number.isFinite(min) ? min : -1;
  const number = Math.min(max, Math.max(min, least ? smallest : index + 1));
  return number === 0 ? 0 : number; // JSON has no negative zero
}

function isAlwaysEmpty(spec: Readonly<Record<string, Json>>): boolean {
  return spec['maxItems'] === 0;
}
