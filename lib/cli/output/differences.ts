import { isRecord, sameData } from '../../field/json.js';

/** One place in which two trees of plain data differ; a side that has nothing there is `undefined`. */
export interface Difference {
  readonly path: readonly (string | number)[];
  readonly from: unknown;
  readonly to: unknown;
}

/** Where two trees differ, as deep as both have objects, or lists of one length. */
export function differences(
  from: unknown,
  to: unknown,
  path: readonly (string | number)[] = [],
): readonly Difference[] {
  if (sameData(from, to)) return [];
  if (Array.isArray(from) && Array.isArray(to) && from.length === to.length)
    return from.flatMap((item, index) => differences(item, to[index], [...path, index]));
  if (!isRecord(from) || !isRecord(to)) return [{ path, from, to }];
  const keys = [...new Set([...Object.keys(from), ...Object.keys(to)])];
  return keys.flatMap((key) => differences(own(from, key), own(to, key), [...path, key]));
}

function own(record: Record<string, unknown>, key: string): unknown {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
