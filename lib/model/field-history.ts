import { Version } from '../version/version.js';
import type { ModelField } from './model.js';

/** The wire name of a field at a version. */
export function wireAt({ wire, definition }: ModelField, version: Version): string {
  const { renamed } = definition.options;
  if (renamed === undefined) return wire;
  const later = renamed
    .filter((change) => version.olderThan(Version.parse(change.in)))
    .toSorted((a, b) => Version.parse(a.in).compare(Version.parse(b.in)));
  return later[0]?.from ?? wire;
}

/** Whether a field exists at a version. */
export function isAlive({ definition: { options } }: ModelField, version: Version): boolean {
  if (options.since !== undefined && version.olderThan(Version.parse(options.since))) return false;
  return options.until === undefined || version.olderThan(Version.parse(options.until));
}
