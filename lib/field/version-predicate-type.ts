import type { Field } from './field-shape.js';
import { type Format, formatField, type FormatOptions } from './format-type.js';
import type { NullableBy, Only } from './options.js';

const PREDICATE =
  '^\\s*(?:(?:<=|>=|==|!=|<|>)\\s*\\d[^\\s,]*\\s*(?:,\\s*(?:<=|>=|==|!=|<|>)\\s*\\d[^\\s,]*\\s*)*)?$';
const pattern = new RegExp(PREDICATE);

const format: Format = {
  kind: 'versionPredicate',
  description: "comparisons with versions like '>=1.0,!=1.2,<2'",
  matches: (text) => pattern.test(text),
  schema: { pattern: PREDICATE },
};

/** A list of comparisons that a version must meet, as oslo.utils reads it; the empty one is met by all. */
export function versionPredicate<const O extends FormatOptions = {}>(
  options?: Only<O, FormatOptions>,
): Field<NullableBy<O, string>> {
  return formatField('versionPredicate', [], () => format, options);
}
