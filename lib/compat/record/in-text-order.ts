import type { Json } from '../../field/json.js';

/** Data in the order of their JSON text: for what has no order of its own, in every locale the same. */
export function inTextOrder<T extends Json>(items: readonly T[]): readonly T[] {
  const keyed = items.map((item) => [JSON.stringify(item), item] as const);
  return keyed.toSorted(([a], [b]) => (a < b ? -1 : Number(a > b))).map(([, item]) => item);
}
