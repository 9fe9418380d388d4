import type { FieldRecord, TypeRecord } from '../../compat/record/object-record.js';

/** A field in a line: `list of object StackTag, optional`. */
export function describeField({ type, ...rest }: FieldRecord): string {
  return [describeType(type), ...members(rest)].join(', ');
}

function describeType({ kind, nullable, element, ...limits }: TypeRecord): string {
  const name = element === undefined ? kind : `${kind} of ${describeType(element)}`;
  return [name, ...(nullable === true ? ['nullable'] : []), ...members(limits)].join(', ');
}

function members(record: object): string[] {
  return Object.entries(record).flatMap(([key, value]) => {
    if (value === undefined) return [];
    if (value === true) return [key];
    return [`${key} ${JSON.stringify(isSaid(value) ? value.value : value)}`];
  });
}

function isSaid(value: unknown): value is { readonly value: unknown } {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, 'value');
}
