import { UnsupportedTargetError } from '../../errors/backport-errors.js';
import { InvalidVersionError, UnknownReleaseError } from '../../errors/declaration-errors.js';
import { shorten } from '../../errors/shorten.js';
import { isRecord } from '../../field/json.js';
import { manifestVersion } from '../../history/child-version.js';
import { type Manifest, releasesOf } from '../../history/releases.js';
import type { Model } from '../../model/model.js';
import { Version } from '../../version/version.js';
import { untaggedVersion } from './convert.js';
import type { Target } from './options.js';

/** A target that was looked up for one object. */
export interface ResolvedTarget {
  readonly version: Version;
  readonly manifest: Manifest | undefined;
  readonly untagged: boolean;
  /** Whether nothing has to be converted: everything is written at its newest version. */
  readonly newest: boolean;
}

/**
 * Which version of an object a target means: that version, its version in a release or a manifest, or that of bare data.
 *
 * @throws UnsupportedTargetError, UnknownReleaseError
 */
export function resolveTarget(model: Model, target: Target | undefined): ResolvedTarget {
  if (target === undefined)
    return { version: model.version, manifest: undefined, untagged: false, newest: true };
  if (target === 'untagged')
    return { version: untaggedVersion(model), manifest: undefined, untagged: true, newest: false };
  if (isRecord(target)) return inManifest(model, target);
  if (typeof target !== 'string')
    throw new InvalidVersionError(
      shorten(target),
      "a target is a version like '1.10', the name of a release, or a manifest",
    );
  const releases = releasesOf(model.registry);
  if (releases?.names.includes(target)) return inManifest(model, releases.manifest(target));
  const version = Version.tryParse(target);
  // '2024.2' could be a version, but where releases have such names it is one of them, misspelt.
  if (version === undefined || (version.major !== model.version.major && releases !== undefined)) {
    throw new UnknownReleaseError(target, releases?.names ?? []);
  }
  if (
    version.major !== model.version.major ||
    version.olderThan(model.oldest) ||
    model.version.olderThan(version)
  ) {
    const { name, oldest, version: newest } = model;
    const hint =
      version.major === newest.major
        ? ''
        : `; if ${version} is a release, define it first, with defineReleases()`;
    throw new UnsupportedTargetError(
      name,
      version.text,
      oldest.text,
      newest.text,
      `cannot write ${name} at ${version}: it can be written at ${oldest} to ${newest}${hint}`,
    );
  }
  return { version, manifest: undefined, untagged: false, newest: version.equals(model.version) };
}

function inManifest(model: Model, manifest: Manifest): ResolvedTarget {
  return { version: versionIn(model, manifest), manifest, untagged: false, newest: false };
}

function versionIn(model: Model, manifest: Manifest): Version {
  const version = manifestVersion(model, manifest);
  if (version !== undefined) return version;
  throw new UnsupportedTargetError(
    model.name,
    'the manifest',
    model.oldest.text,
    model.version.text,
    `cannot write ${model.name}: the manifest names no version of it; the reader does not know ${model.name}, or the manifest is incomplete`,
  );
}
