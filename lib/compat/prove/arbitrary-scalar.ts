import type * as FastCheck from 'fast-check';
import { UngenerableFieldError } from '../../errors/ungenerable-field-error.js';
import type { FieldDefinition } from '../../field/definition.js';
import { setMember } from '../../field/json.js';

type Arbitrary = FastCheck.Arbitrary<unknown>;
type Fits = (value: unknown) => boolean;

const LONGEST = 12;
const TRIES = 200;

/** Wire values of a field that is no container and no object, as this package writes them; `where` names the field in errors. */
export function arbitraryScalar(
  fc: typeof FastCheck,
  definition: FieldDefinition,
  fits: Fits,
  where: string,
): Arbitrary {
  const { kind, options } = definition;
  switch (kind) {
    case 'string':
      return arbitraryText(fc, definition, fits, where);
    case 'integer':
      return fc
        .maxSafeInteger()
        .map((number) => within(number, options))
        .filter(fits);
    case 'bigint':
      return fc
        .bigInt({ min: -(2n ** 80n), max: 2n ** 80n })
        .map((number) => (fits(number) ? shortest(number) : within(Number(number % 1000n), options)));
    case 'number':
      return fc
        .double({ noNaN: true, noDefaultInfinity: true })
        .map((number) => withinNumber(number, options))
        .filter(fits);
    case 'boolean':
      return fc.boolean();
    case 'enum':
    case 'state':
      return fc.constantFrom(...(definition.members ?? []));
    case 'uuid':
      return fc.uuid();
    case 'dateTime':
      return fc
        .date({ noInvalidDate: true, min: new Date('0001-01-01'), max: new Date('9999-12-31') })
        .map((date) => date.toISOString().replace('.000Z', 'Z'));
    case 'ipAddress':
      return arbitraryAddress(fc, options.version);
    case 'ipNetwork':
      return fc
        .tuple(arbitraryAddress(fc, options.version), fc.nat(32))
        .map(([address, length]) => `${address}/${length}`);
    case 'mac':
      return hexadecimal(fc, 12).map((text) => text.replace(/(..)(?=.)/g, '$1:'));
    case 'pciAddress':
      return fc
        .tuple(hexadecimal(fc, 4), hexadecimal(fc, 2), fc.nat(31), fc.nat(7))
        .map(([domain, bus, slot, part]) => `${domain}:${bus}:${slot.toString(16).padStart(2, '0')}.${part}`);
    case 'versionPredicate':
      return fc
        .array(fc.tuple(fc.constantFrom('<', '<=', '==', '!=', '>=', '>'), fc.nat(9), fc.nat(99)), {
          maxLength: 3,
        })
        .map((parts) => parts.map(([operator, major, minor]) => `${operator}${major}.${minor}`).join(','));
    case 'json':
      return fc.jsonValue({ maxDepth: 2 }).map(writable).filter(fits);
    default:
      throw new UngenerableFieldError(where, `its kind ${kind} is unknown here`);
  }
}

function arbitraryText(
  fc: typeof FastCheck,
  { options }: FieldDefinition,
  fits: Fits,
  where: string,
): Arbitrary {
  const { minLength = 0, maxLength = minLength + LONGEST, pattern } = options;
  const length = { minLength, maxLength: Math.min(maxLength, minLength + LONGEST) };
  if (pattern === undefined) {
    const wide = fc.string({ ...length, unit: 'grapheme' }).filter((text) => text.length <= maxLength);
    return fc.oneof(fc.string(length), wide);
  }
  try {
    // What a pattern takes in its own case, it takes with the flag `i` too, which fast-check does not know.
    const flags = pattern.flags.replace(/[dgiy]/g, '');
    const matching = fc.stringMatching(new RegExp(`^(?:${pattern.source})$`, flags));
    // A filter that nothing passes would never end.
    if (fc.sample(matching, { seed: 1, numRuns: TRIES }).some(fits)) return matching.filter(fits);
  } catch (cause) {
    throw new UngenerableFieldError(where, `fast-check cannot make texts like ${pattern}`, { cause });
  }
  throw new UngenerableFieldError(where, `of ${TRIES} texts like ${pattern} none keeps the other limits`);
}

function arbitraryAddress(fc: typeof FastCheck, version: 4 | 6 | undefined): FastCheck.Arbitrary<string> {
  if (version === 4) return fc.ipV4();
  const six = fc.array(hexadecimal(fc, 4), { minLength: 8, maxLength: 8 }).map((groups) => groups.join(':'));
  return version === 6 ? six : fc.oneof(fc.ipV4(), six);
}

function hexadecimal(fc: typeof FastCheck, length: number): FastCheck.Arbitrary<string> {
  return fc.string({
    unit: fc.constantFrom(...'0123456789abcdef'.split('')),
    minLength: length,
    maxLength: length,
  });
}

/** A whole number brought between the bounds, if it is not: a filter would throw nearly all away where they are close. */
function within(number: number, { min, max }: FieldDefinition['options']): number {
  const low = Math.ceil(Math.max(min ?? -Infinity, Number.MIN_SAFE_INTEGER));
  const high = Math.floor(Math.min(max ?? Infinity, Number.MAX_SAFE_INTEGER));
  if (number >= low && number <= high) return number + 0;
  return low + (Math.abs(number) % Math.max(1, Math.min(high - low + 1, Number.MAX_SAFE_INTEGER)));
}

function withinNumber(number: number, { min, max }: FieldDefinition['options']): number {
  if (number >= (min ?? -Infinity) && number <= (max ?? Infinity)) return number + 0;
  const low = min ?? (max ?? 0) - 1000;
  const high = max ?? (min ?? 0) + 1000;
  return low + (Math.abs(Math.trunc(number)) % 1001) * ((high - low) / 1000);
}

/** A bigint as it travels: a number where one can hold it. */
function shortest(number: bigint): bigint | number {
  return Number.isSafeInteger(Number(number)) ? Number(number) : number;
}

/** JSON with the numbers that a payload can hold. */
function writable(json: unknown): unknown {
  if (typeof json === 'number') return Number.isInteger(json) && !Number.isSafeInteger(json) ? 0 : json + 0;
  if (Array.isArray(json)) return json.map(writable);
  if (typeof json !== 'object' || json === null) return json;
  const copy: Record<string, unknown> = {};
  for (const [key, member] of Object.entries(json)) setMember(copy, key, writable(member));
  return copy;
}
