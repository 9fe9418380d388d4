import { differences } from '../output/differences.js';
import type { FieldRecord } from '../../compat/record/object-record.js';
import type { VersionLine } from './version-lines.js';

/** A field that two versions have differently; `undefined` where one does not have it. */
export interface FieldDifference {
  /** Its name in the older version. */
  readonly before: string | undefined;
  readonly after: string | undefined;
  readonly from: FieldRecord | undefined;
  readonly to: FieldRecord | undefined;
}

/** The fields that differ between two versions, followed through their names. `crossed` are the versions after the older one. */
export function compareVersions(
  older: VersionLine,
  newer: VersionLine,
  crossed: readonly VersionLine[],
): readonly FieldDifference[] {
  const names = new Map(Object.keys(older.fields).map((name): [string, string] => [name, name]));
  for (const { changes } of crossed) {
    const renamed = new Map(
      changes.flatMap((change) => (change.kind === 'renamed' ? [[change.from, change.field] as const] : [])),
    );
    for (const [name, now] of names) names.set(name, renamed.get(now) ?? now);
  }
  const kept = [...names].map(([before, now]): FieldDifference => {
    const to = newer.fields[now];
    return { before, after: to === undefined ? undefined : now, from: older.fields[before], to };
  });
  const known = new Set(names.values());
  const added = Object.entries(newer.fields)
    .filter(([name]) => !known.has(name))
    .map(([name, to]): FieldDifference => ({ before: undefined, after: name, from: undefined, to }));
  return [...kept, ...added].filter(
    ({ before, after, from, to }) => before !== after || differences(from, to).length > 0,
  );
}
