import type { Field } from './field-shape.js';
import { type Format, formatField, type FormatOptions } from './format-type.js';
import type { NullableBy, Only } from './options.js';

const format: Format = {
  kind: 'mac',
  description: 'a MAC address like 00:1a:2b:3c:4d:5e',
  matches: (text) => /^[0-9a-fA-F]{2}(?::[0-9a-fA-F]{2}){5}$/.test(text),
  coerce: (text) => text.replaceAll('-', ':').toLowerCase(),
  schema: { pattern: '^[0-9a-fA-F]{2}(:[0-9a-fA-F]{2}){5}$' },
};

/** A MAC address of six octets, joined by colons, in either case. */
export function mac<const O extends FormatOptions = {}>(
  options?: Only<O, FormatOptions>,
): Field<NullableBy<O, string>> {
  return formatField('mac', [], () => format, options);
}
