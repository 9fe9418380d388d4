import type { Model } from '../../model/model.js';
import { Version } from '../../version/version.js';
import type { History } from '../record/history.js';
import type { ObjectRecord } from '../record/object-record.js';
import { isFrozen } from '../record/take-snapshot.js';

/**
 * The version that the next change of an object makes: that of the class where nobody has it yet, else the minor above all that are taken.
 * Taken is what a release froze or, where there is no release, what was recorded.
 */
export function nextVersion(model: Model, record: ObjectRecord | undefined, history: History): string {
  const { version, name } = model;
  const released = Object.keys(history.releases).length > 0;
  const taken = Object.keys(record?.versions ?? {})
    .filter((text) => !released || isFrozen(history, name, text))
    .map((text) => Version.parse(text))
    .filter((known) => known.major === version.major)
    .toSorted((a, b) => a.compare(b))
    .at(-1);
  if (taken === undefined || taken.olderThan(version)) return version.text;
  return `${version.major}.${taken.minor + 1}`;
}
