import { type Manifest, type Releases, releasesOf } from '../../history/releases.js';
import type { Registry } from '../../model/registry.js';
import type { History } from '../record/history.js';

/** A release that may run beside today's code. */
export interface WindowRelease {
  readonly name: string;
  readonly manifest: Manifest;
}

/**
 * The releases that may run beside today's code: those given; else the last ones that the history recorded, and those in the window that
 * the code defines. None where nothing was ever released.
 */
export function windowReleases(
  registry: Registry,
  { releases: recorded }: History,
  given: Releases | undefined,
  window: number,
): readonly WindowRelease[] {
  const defined = windowOf(given ?? releasesOf(registry));
  if (given !== undefined) return defined;
  const shipped = Object.entries(recorded)
    .slice(-window)
    .map(([name, manifest]): WindowRelease => ({ name, manifest }));
  // What was recorded is what was shipped, whatever the code says of a release of that name.
  return [...defined.filter(({ name }) => !shipped.some((release) => release.name === name)), ...shipped];
}

function windowOf(releases: Releases | undefined): readonly WindowRelease[] {
  return (releases?.window ?? []).map((name) => ({ name, manifest: releases?.manifest(name) ?? {} }));
}
