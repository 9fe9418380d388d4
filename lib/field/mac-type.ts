import type { Field } from './field-shape.js';
import { type Format, formatField, type FormatOptions } from './format-type.js';
import { HEX } from './hex-digits.js';
import type { NullableBy, Only } from './options.js';

const COLON = 58;

const format: Format = {
  kind: 'mac',
  description: 'a MAC address like 00:1a:2b:3c:4d:5e',
  matches: isMac,
  plain: true,
  coerce: (text) => text.replaceAll('-', ':').toLowerCase(),
  schema: { pattern: '^[0-9a-fA-F]{2}(:[0-9a-fA-F]{2}){5}$' },
};

/** A MAC address of six octets, joined by colons, in either case. */
export function mac<const O extends FormatOptions = {}>(
  options?: Only<O, FormatOptions>,
): Field<NullableBy<O, string>> {
  return formatField('mac', [], () => format, options);
}

function isMac(text: string): boolean {
  if (text.length !== 17) return false;
  for (let index = 0; index < 17; index += 3) {
    if ((HEX[text.charCodeAt(index)]! & HEX[text.charCodeAt(index + 1)]!) === 0) return false;
    if (index < 15 && text.charCodeAt(index + 2) !== COLON) return false;
  }
  return true;
}
