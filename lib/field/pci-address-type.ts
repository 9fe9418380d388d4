import type { Field } from './field-shape.js';
import { type Format, formatField, type FormatOptions } from './format-type.js';
import type { NullableBy, Only } from './options.js';

const format: Format = {
  kind: 'pciAddress',
  description: 'a PCI address like 0000:04:10.7 (domain:bus:slot.function)',
  matches: (text) => /^[0-9a-fA-F]{4}:[0-9a-fA-F]{2}:[0-1][0-9a-fA-F]\.[0-7]$/.test(text),
  plain: true,
  coerce: (text) => text.toLowerCase(),
  schema: { pattern: '^[0-9a-fA-F]{4}:[0-9a-fA-F]{2}:[0-1][0-9a-fA-F]\\.[0-7]$' },
};

/** A PCI address: domain, bus, slot and function in hexadecimal. */
export function pciAddress<const O extends FormatOptions = {}>(
  options?: Only<O, FormatOptions>,
): Field<NullableBy<O, string>> {
  return formatField('pciAddress', [], () => format, options);
}
