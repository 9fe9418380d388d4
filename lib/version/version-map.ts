import { Version } from './version.js';

/**
 * The value that holds at `version` in a map from a version to what holds from there on: that of the greatest key not above it.
 *
 * `valueAt({ '1.0': 'a', '1.2': 'b' }, Version.parse('1.1')) // 'a'`; `undefined` below the first key.
 */
export function valueAt<T>(map: Readonly<Record<string, T>>, version: Version): T | undefined {
  let best: Version | undefined;
  for (const key of Object.keys(map)) {
    const from = Version.parse(key);
    if (version.atLeast(from) && (best === undefined || from.atLeast(best))) best = from;
  }
  return best === undefined ? undefined : map[best.text];
}
