import { ChildVersionUnknownError, UnsupportedTargetError } from '../errors/backport-errors.js';
import type { ObjectType } from '../field/object-type.js';
import type { Model } from '../model/model.js';
import { Version } from '../version/version.js';
import { valueAt } from '../version/version-map.js';
import { type Manifest, releaseFor } from './releases.js';
import { versionsOf } from './shape.js';

/** A child on its way to an older reader: at this version, with this manifest for its own children; or not at all. */
export type ChildTarget = { readonly version: Version; readonly manifest: Manifest | undefined } | 'drop';

/** Where a child stands in its parent, for which a version is asked. */
export interface ChildPlace {
  readonly parent: Model;
  /** The version at which the parent is written. */
  readonly version: Version;
  readonly field: string;
  readonly type: ObjectType;
  /** Whether the whole payload is written at its newest: only then does a parent at its newest say anything of its children. */
  readonly newest: boolean;
}

/**
 * The version at which a child is written.
 *
 * With a manifest, what it says. Without one: the newest where the whole payload is written at its newest; `versions` of the field;
 * the newest release that has the parent at or below its version; the only version that the child ever had.
 *
 * @throws ChildVersionUnknownError where nothing says it, or a manifest lacks the child and the field does not drop it
 * @throws UnsupportedTargetError where the child cannot be written at that version
 */
export function childTarget(place: ChildPlace, child: Model, manifest: Manifest | undefined): ChildTarget {
  if (manifest !== undefined) return inManifest(place, child, manifest);
  if (place.newest && place.version.atLeast(place.parent.version))
    return { version: child.version, manifest: undefined };
  const declared =
    place.type.versions === undefined ? undefined : valueAt(place.type.versions, place.version);
  if (declared !== undefined) return { version: capped(child, Version.parse(declared)), manifest: undefined };
  const release = releaseFor(place.parent.registry, place.parent.name, place.version);
  if (release !== undefined) return inManifest(place, child, release);
  if (child.oldest.equals(child.version)) return { version: child.version, manifest: undefined };
  throw new ChildVersionUnknownError(place.parent.name, place.version.text, place.field, child.name);
}

function inManifest(place: ChildPlace, child: Model, manifest: Manifest): ChildTarget {
  const version = manifestVersion(child, manifest);
  if (version !== undefined) return { version, manifest };
  if (missingIsDropped(place.type, child.name)) return 'drop';
  throw new ChildVersionUnknownError(
    place.parent.name,
    place.version.text,
    place.field,
    child.name,
    `cannot write ${place.parent.name} at ${place.version}: the manifest has no version of ${child.name}, which is in ${place.field}; ` +
      `add ${child.name} to the manifest, or say missing: 'drop' on ${place.field}`,
  );
}

function missingIsDropped({ missing, subclasses }: ObjectType, name: string): boolean {
  const entry = subclasses === undefined || subclasses === true ? undefined : subclasses[name];
  return (entry?.missing ?? missing) === 'drop';
}

/**
 * The version of a model that a manifest allows: its own entry, or, for a subclass without one, the newest of its versions
 * whose base the manifest allows. `undefined` where it has neither.
 */
export function manifestVersion(model: Model, manifest: Manifest): Version | undefined {
  const entry = Object.hasOwn(manifest, model.name) ? manifest[model.name] : undefined;
  if (entry !== undefined) return capped(model, Version.parse(entry));
  if (model.base === undefined) return undefined;
  const base = manifestVersion(model.base, manifest);
  if (base === undefined) return undefined;
  if (model.baseVersions === undefined) return model.version;
  const allowed = Object.entries(model.baseVersions)
    .map(([own, theirs]) => [Version.parse(own), Version.parse(theirs)] as const)
    .toSorted(([a], [b]) => a.compare(b));
  const beyond = allowed.findIndex(([, theirs]) => base.olderThan(theirs));
  if (beyond === -1) return model.version;
  const bound = allowed[beyond]?.[0];
  return bound === undefined || beyond === 0
    ? undefined
    : versionsOf(model).findLast((version) => version.olderThan(bound));
}

/**
 * The version of a child that went with its parent at `version`: what the manifest says or, without one, `versions` of the field, the
 * newest release that has the parent at or below its version, else today's. `undefined` where a manifest or a release lacks the child.
 */
export function childVersionAt(
  parent: Model,
  version: Version,
  child: Model,
  versions: Readonly<Record<string, string>> | undefined,
  given?: Manifest,
): Version | undefined {
  // The newest parent is written with the newest child, whatever its field says of older ones.
  if (given === undefined && version.atLeast(parent.version)) return child.version;
  const declared = versions === undefined ? undefined : valueAt(versions, version);
  const manifest =
    given ?? (declared === undefined ? releaseFor(parent.registry, parent.name, version) : undefined);
  if (manifest !== undefined) return manifestVersion(child, manifest);
  return declared === undefined ? child.version : Version.parse(declared);
}

/** The version to write for a reader of `wanted`: that, or the newest that there is where the reader is ahead. */
export function capped(model: Model, wanted: Version): Version {
  const { name, oldest, version } = model;
  if (wanted.major !== version.major || wanted.olderThan(oldest)) {
    throw new UnsupportedTargetError(name, wanted.text, oldest.text, version.text);
  }
  return version.olderThan(wanted) ? version : wanted;
}
