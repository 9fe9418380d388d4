import type { Target } from '../../codec/engine/options.js';
import { manifestVersion } from '../../history/child-version.js';
import { reachableModels } from '../../history/references.js';
import type { Manifest, Releases } from '../../history/releases.js';
import { versionsOf } from '../../history/shape.js';
import type { Model } from '../../model/model.js';
import { Version } from '../../version/version.js';

/** A version of an object in the support window, with the versions of what it contains. */
export interface Point {
  readonly version: Version;
  /** What is written for its readers: a manifest, or the version alone where there are no releases. */
  readonly target: Target;
  readonly manifest: Manifest | undefined;
  readonly release: string | undefined;
  /** Whether the object and all that it contains are what the code of today has. */
  readonly today: boolean;
}

/** Two points, of which `low` is older: its reader gets what `high` writes, and the other way round. */
export interface Pair {
  readonly model: Model;
  readonly low: Point;
  readonly high: Point;
  /** The versions of the object between the two, oldest first. */
  readonly between: readonly Version[];
}

/** Every pair of versions of a model that may meet: of the releases in the window, and of today; of all its versions without releases. */
export function pairsOf(model: Model, releases: Releases | undefined): Pair[] {
  const points = pointsOf(model, releases);
  return points.flatMap((high, index) =>
    points.slice(0, index).map((low) => ({
      model,
      low,
      high,
      between: versionsOf(model).filter(
        (version) => low.version.olderThan(version) && version.olderThan(high.version),
      ),
    })),
  );
}

/** The points of a model, oldest first; two releases in which nothing differs for it are one. */
export function pointsOf(model: Model, releases: Releases | undefined): Point[] {
  if (releases === undefined) {
    return versionsOf(model).map((version) => ({
      version,
      target: version.text,
      manifest: undefined,
      release: undefined,
      today: version.equals(model.version),
    }));
  }
  const points = new Map<string, Point>();
  const add = (manifest: Manifest, release: string | undefined): void => {
    const version = versionIn(model, manifest);
    if (version === undefined) return;
    const reached = reachableModels(model).map((other) => [other, versionIn(other, manifest)] as const);
    const key = JSON.stringify(reached.map(([, then]) => then?.text));
    if (points.has(key)) return;
    const today = reached.every(([other, then]) => then === undefined || then.equals(other.version));
    points.set(key, { version, target: manifest, manifest, release, today });
  };
  for (const name of releases.window) add(releases.manifest(name), name);
  add(newestManifest(model), undefined);
  return [...points.values()].toSorted((a, b) => a.version.compare(b.version));
}

/** Object name → newest version, for all that a payload of the model can hold. */
export function newestManifest(model: Model): Manifest {
  return Object.fromEntries(reachableModels(model).map(({ name, version }) => [name, version.text]));
}

/** The version of a model in a manifest, if that names one that the model still has. */
export function versionIn(model: Model, manifest: Manifest): Version | undefined {
  const entry = Object.hasOwn(manifest, model.name)
    ? Version.parse(manifest[model.name] as string)
    : undefined;
  // Another major version is another class; below the oldest nothing is promised any more.
  if (entry !== undefined && (entry.major !== model.version.major || entry.olderThan(model.oldest)))
    return undefined;
  return manifestVersion(model, manifest);
}

/** What is written for a reader at a version between the two of a pair: its children are those of the newer one. */
export function targetBetween({ model, low, high }: Pair, version: Version): Target {
  if (low.manifest === undefined || high.manifest === undefined) return version.text;
  return { ...newestManifest(model), ...low.manifest, ...high.manifest, [model.name]: version.text };
}
