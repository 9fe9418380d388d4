import { changeRecordsOf } from '../../compat/record/change-records.js';
import type { History } from '../../compat/record/history.js';
import { objectId } from '../../compat/record/history-path.js';
import type { ChangeRecord, FieldRecord } from '../../compat/record/object-record.js';
import { fieldRecordsAt, identityOf } from '../../compat/record/record-version.js';
import type { Manifest } from '../../history/releases.js';
import { versionsOf } from '../../history/shape.js';
import type { Model } from '../../model/model.js';
import { Version } from '../../version/version.js';

/** A version of an object, as the code tells it or, of versions that the code has no more, as it was recorded. */
export interface VersionLine {
  readonly version: Version;
  readonly fields: Readonly<Record<string, FieldRecord>>;
  readonly changes: readonly ChangeRecord[];
  readonly releases: readonly string[];
  readonly recorded: boolean;
}

/** Every version of an object that is known, oldest first. */
export function versionLines(
  model: Model,
  history: History,
  releases: ReadonlyMap<string, Manifest>,
): readonly VersionLine[] {
  const versions = history.objects.get(objectId(identityOf(model)))?.versions ?? {};
  const inReleases = ({ text }: Version): string[] =>
    [...releases].filter(([, manifest]) => manifest[model.name] === text).map(([name]) => name);
  const coded = versionsOf(model).map((version) => ({
    version,
    fields: fieldRecordsAt(model, version),
    changes: changeRecordsOf(model, version),
    releases: inReleases(version),
    recorded: versions[version.text] !== undefined,
  }));
  const gone = Object.entries(versions)
    .filter(([text]) => !coded.some(({ version }) => version.text === text))
    .map(([text, { fields, changes }]) => {
      const version = Version.parse(text);
      return { version, fields, changes, releases: inReleases(version), recorded: true };
    });
  return [...gone, ...coded].toSorted((a, b) => a.version.compare(b.version));
}
