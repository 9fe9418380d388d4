import type { Primitive } from '../../lib/index.js';

/** The envelope of an object in the namespace that a `new Registry()` has: `envelope('Stack', '1.1', { id: 1 })`. */
export function envelope(
  name: string,
  version: string,
  data: Record<string, unknown>,
  changes?: readonly string[],
): Primitive {
  return {
    'versioned_object.name': name,
    'versioned_object.namespace': 'backlevel',
    'versioned_object.version': version,
    'versioned_object.data': data,
    ...(changes === undefined ? {} : { 'versioned_object.changes': changes }),
  };
}

/** The data of an envelope, or of the text of one. */
export function dataOf(payload: string | Primitive): Record<string, unknown> {
  const primitive = typeof payload === 'string' ? (JSON.parse(payload) as Primitive) : payload;
  return primitive['versioned_object.data'] as Record<string, unknown>;
}

/** What an envelope, or the text of one, lists as changed. */
export function changesOf(payload: string | Primitive): unknown {
  const primitive = typeof payload === 'string' ? (JSON.parse(payload) as Primitive) : payload;
  return primitive['versioned_object.changes'];
}

/** The same tree, of which nothing can be changed any more: what writes to it throws. */
export function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const member of Object.values(value)) deepFreeze<unknown>(member);
  return Object.freeze(value);
}
