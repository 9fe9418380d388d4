import { isDeepStrictEqual } from 'node:util';
import type { Primitive } from '../lib/index.js';

type Data = Record<string, unknown>;

/** The data of two payloads without the fields that both have with the same value, and how many those are. */
export function differences(
  before: Primitive,
  after: Primitive,
): { before: Data; after: Data; same: number } {
  const [a, b] = [dataOf(before), dataOf(after)];
  const same = Object.keys(a).filter((name) => isDeepStrictEqual(a[name], b[name]));
  return { before: without(a, same), after: without(b, same), same: same.length };
}

/** What stands in an envelope, whatever its prefix. */
export function dataOf(primitive: Primitive): Data {
  const key = Object.keys(primitive).find((name) => name.endsWith('.data'));
  if (key === undefined) throw new Error('this is no envelope');
  return primitive[key] as Data;
}

function without(data: Data, names: readonly string[]): Data {
  return Object.fromEntries(Object.entries(data).filter(([name]) => !names.includes(name)));
}
