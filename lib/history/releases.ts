import { DeclarationError, UnknownReleaseError } from '../errors/declaration-errors.js';
import type { Registry } from '../model/registry.js';
import { Version } from '../version/version.js';

/** Object name → version. */
export type Manifest = Readonly<Record<string, string>>;

/** The releases of a registry: whole manifests by name, oldest first. */
export interface Releases {
  readonly names: readonly string[];
  /** The releases that may run together: the last `window` of them. */
  readonly window: readonly string[];
  /** @throws UnknownReleaseError */
  manifest(name: string): Manifest;
}

const RELEASES = Symbol.for('backlevel.releases');

/**
 * Gives names to whole manifests, oldest first; each release names only what changed in it.
 * `window` is how many neighbouring releases may run side by side, 2 where nothing is said.
 *
 * @throws DeclarationError for an object that the registry does not hold, or a version that it never had
 */
export function defineReleases(
  registry: Registry,
  releases: Readonly<Record<string, Manifest>>,
  options: { readonly window?: number } = {},
): Releases {
  const names = Object.keys(releases);
  // JavaScript moves such keys to the front: the order of the releases would be another than that of the source.
  const number = names.find((name) => /^\d+$/.test(name));
  if (number !== undefined) {
    throw new DeclarationError(
      'defineReleases',
      `${JSON.stringify(number)} is a whole number, and object keys that are come first, whatever their place`,
      `call it '${number}.0', or 'r${number}'`,
    );
  }
  const window = options.window ?? 2;
  if (!Number.isInteger(window) || window < 1) {
    throw new DeclarationError(
      'defineReleases',
      `window ${String(window)} is no number of releases`,
      'say how many run side by side, at least 1',
    );
  }
  const manifests = new Map<string, Manifest>();
  let manifest: Manifest = {};
  for (const name of names) {
    const changed = releases[name] ?? {};
    manifest = Object.freeze({ ...manifest, ...changed });
    checkRelease(registry, name, manifest);
    manifests.set(name, manifest);
  }
  const defined: Releases = Object.freeze({
    names: Object.freeze(names),
    window: Object.freeze(names.slice(-window)),
    manifest: (name: string) => {
      const found = manifests.get(name);
      if (found === undefined) throw new UnknownReleaseError(name, names);
      return found;
    },
  });
  registry.attached.set(RELEASES, defined);
  return defined;
}

/** The releases that were defined for a registry. */
export function releasesOf(registry: Registry): Releases | undefined {
  return registry.attached.get(RELEASES) as Releases | undefined;
}

/** The newest release that has the object at or below a version. */
export function releaseFor(registry: Registry, object: string, version: Version): Manifest | undefined {
  const releases = releasesOf(registry);
  const name = releases?.names.findLast((candidate) => {
    const text = releases.manifest(candidate)[object];
    return text !== undefined && version.atLeast(Version.parse(text));
  });
  return name === undefined ? undefined : releases?.manifest(name);
}

function checkRelease(registry: Registry, name: string, manifest: Manifest): void {
  for (const [object, text] of Object.entries(manifest)) {
    const where = `defineReleases: ${object} in ${name}`;
    const version = Version.tryParse(text);
    if (version === undefined)
      throw new DeclarationError(
        where,
        `${JSON.stringify(text)} is no version`,
        "write it as a string, as in '1.10'",
      );
    const model = registry.find(object, undefined, version.major) ?? registry.find(object);
    if (model === undefined)
      throw new DeclarationError(
        where,
        'the registry holds no such object',
        'import the module that declares it first',
      );
    if (model.version.olderThan(version)) {
      throw new DeclarationError(
        where,
        `${version} is newer than the class, which is at ${model.version}`,
        'name a version that exists',
      );
    }
    if (
      Version.tryParse(name) !== undefined &&
      Version.parse(name).major === model.version.major &&
      model.version.atLeast(Version.parse(name))
    ) {
      throw new DeclarationError(
        where,
        `the release has the name of a version of ${object}`,
        'give the release a name that is no version of its objects',
      );
    }
  }
}
