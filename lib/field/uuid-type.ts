import type { Field } from './field-shape.js';
import { type Format, formatField, type FormatOptions } from './format-type.js';
import type { NullableBy, Only } from './options.js';

const UUID = /^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$/;
const DIGITS =
  /^(?:urn:uuid:)?\{?([0-9a-f]{8})-?([0-9a-f]{4})-?([0-9a-f]{4})-?([0-9a-f]{4})-?([0-9a-f]{12})\}?$/i;

const format: Format = {
  kind: 'uuid',
  description: 'a UUID of 32 hexadecimal digits in groups of 8-4-4-4-12',
  matches: (text) => UUID.test(text),
  coerce: (text) => text.replace(DIGITS, '$1-$2-$3-$4-$5'),
  schema: { format: 'uuid', pattern: UUID.source },
};

/** A UUID in its canonical form (RFC 9562), of any version and either case. */
export function uuid<const O extends FormatOptions = {}>(
  options?: Only<O, FormatOptions>,
): Field<NullableBy<O, string>> {
  return formatField('uuid', [], () => format, options);
}
