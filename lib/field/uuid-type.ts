import type { Field } from './field-shape.js';
import { HEX } from './hex-digits.js';
import { type Format, formatField, type FormatOptions } from './format-type.js';
import type { NullableBy, Only } from './options.js';

const UUID = /^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$/;
const DIGITS =
  /^(?:urn:uuid:)?\{?([0-9a-f]{8})-?([0-9a-f]{4})-?([0-9a-f]{4})-?([0-9a-f]{4})-?([0-9a-f]{12})\}?$/i;

const format: Format = {
  kind: 'uuid',
  description: 'a UUID of 32 hexadecimal digits in groups of 8-4-4-4-12',
  matches: isUuid,
  plain: true,
  coerce: (text) => text.replace(DIGITS, '$1-$2-$3-$4-$5'),
  schema: { format: 'uuid', pattern: UUID.source },
};

/** A UUID in its canonical form (RFC 9562), of any version and either case. */
export function uuid<const O extends FormatOptions = {}>(
  options?: Only<O, FormatOptions>,
): Field<NullableBy<O, string>> {
  return formatField('uuid', [], () => format, options);
}

/** What {@link UUID} says, unrolled over a table: it is asked several times for each object, and a regular expression takes four times as long. */
function isUuid(t: string): boolean {
  return (
    t.length === 36 &&
    t.charCodeAt(8) === 45 &&
    t.charCodeAt(13) === 45 &&
    t.charCodeAt(18) === 45 &&
    t.charCodeAt(23) === 45 &&
    // oxfmt-ignore
    (
      HEX[t.charCodeAt(0)]! & HEX[t.charCodeAt(1)]! & HEX[t.charCodeAt(2)]! & HEX[t.charCodeAt(3)]! &
      HEX[t.charCodeAt(4)]! & HEX[t.charCodeAt(5)]! & HEX[t.charCodeAt(6)]! & HEX[t.charCodeAt(7)]! &
      HEX[t.charCodeAt(9)]! & HEX[t.charCodeAt(10)]! & HEX[t.charCodeAt(11)]! & HEX[t.charCodeAt(12)]! &
      HEX[t.charCodeAt(14)]! & HEX[t.charCodeAt(15)]! & HEX[t.charCodeAt(16)]! & HEX[t.charCodeAt(17)]! &
      HEX[t.charCodeAt(19)]! & HEX[t.charCodeAt(20)]! & HEX[t.charCodeAt(21)]! & HEX[t.charCodeAt(22)]! &
      HEX[t.charCodeAt(24)]! & HEX[t.charCodeAt(25)]! & HEX[t.charCodeAt(26)]! & HEX[t.charCodeAt(27)]! &
      HEX[t.charCodeAt(28)]! & HEX[t.charCodeAt(29)]! & HEX[t.charCodeAt(30)]! & HEX[t.charCodeAt(31)]! &
      HEX[t.charCodeAt(32)]! & HEX[t.charCodeAt(33)]! & HEX[t.charCodeAt(34)]! & HEX[t.charCodeAt(35)]!
    ) === 1
  );
}
