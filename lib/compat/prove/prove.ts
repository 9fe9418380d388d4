import { setImmediate } from 'node:timers/promises';
import { at } from '../../codec/at.js';
import { UnregisteredObjectError } from '../../errors/declaration-errors.js';
import { type Releases, releasesOf } from '../../history/releases.js';
import type { Model } from '../../model/model.js';
import type { Registry } from '../../model/registry.js';
import { Version } from '../../version/version.js';
import { loadFastCheck } from '../load-fast-check.js';
import { type Law, laws } from './law.js';
import { type Pair, pairsOf } from './points.js';
import type { Failure, PairResult, Proof } from './proof.js';
import { provePair } from './prove-pair.js';
import { type Subject, verbs } from './subject.js';
import { tellTransitive } from './transitive.js';
import { type Past, Trial } from './trial.js';

export interface ProveOptions {
  /** Generated payloads for each writer and reader, 200 where nothing is said; boundary values come on top. */
  readonly runs?: number;
  /** Makes the payloads; another one at each call where nothing is said. The proof names it. */
  readonly seed?: number;
  /** The names of the objects to prove; all of the registry where nothing is said. */
  readonly objects?: readonly string[];
  /** Which laws to hold; all where nothing is said. */
  readonly laws?: readonly Law[];
  /** The class that readers and writers of the past had; `at` where nothing is said, which is what today's code says of them. */
  readonly past?: Past;
  /** Handed to hooks as `context.context`. */
  readonly context?: unknown;
  /** Told before each pair, and once more at the end, without one. */
  readonly onProgress?: (done: number, total: number, pair: ProvedVersions | undefined) => void;
}

/** Whose payloads are tried on whom. */
export interface ProvedVersions {
  readonly object: string;
  readonly writer: string;
  readonly reader: string;
}

/**
 * Tries payloads of every version that may be written on every version that may read them, and says which laws are broken.
 * Nothing is thrown for what is found: the failures are in the proof.
 *
 * @throws MissingPackageError where fast-check is not installed
 * @throws UnregisteredObjectError where `objects` names one that the registry does not hold
 */
export async function prove(
  registry: Registry,
  releases: Releases | undefined = releasesOf(registry),
  options: ProveOptions = {},
): Promise<Proof> {
  return proveSubject(verbs, registry, releases, options);
}

/** {@link prove} for any implementation of the verbs. */
export async function proveSubject(
  subject: Subject,
  registry: Registry,
  releases: Releases | undefined,
  options: ProveOptions,
): Promise<Proof> {
  const fc = await loadFastCheck('prove()');
  const { runs = 200, seed = Math.trunc(Math.random() * 0x7fff_ffff), onProgress } = options;
  const chosen = options.laws ?? laws;
  const trial = new Trial(subject, options.past ?? at, new Set(chosen), options.context);
  const models = modelsOf(registry, options.objects);
  const work = models.flatMap((model) =>
    pairsOf(model, releases).flatMap((pair) => [
      { pair, direction: 'down' as const },
      { pair, direction: 'up' as const },
    ]),
  );
  const pairs: PairResult[] = [];
  const failures: Failure[] = [];
  for (const [index, { pair, direction }] of work.entries()) {
    onProgress?.(index, work.length, named(pair, direction));
    const proved = provePair({ trial, pair }, direction, { fc, runs, seed, releases });
    pairs.push(proved.result);
    failures.push(...proved.failures);
    // Let progress be shown, and timers run, between two pairs.
    await setImmediate();
  }
  onProgress?.(work.length, work.length, undefined);
  return {
    seed,
    runs,
    laws: [...chosen],
    pairs,
    failures: tellTransitive(failures, pairs),
    warnings: [...warningsOf(pairs), ...models.flatMap((model) => tooOld(model, releases))],
  };
}

function named({ model, low, high }: Pair, direction: 'down' | 'up'): ProvedVersions {
  const [writer, reader] = direction === 'down' ? [high, low] : [low, high];
  return { object: model.name, writer: writer.version.text, reader: reader.version.text };
}

function modelsOf(registry: Registry, objects: readonly string[] | undefined): readonly Model[] {
  const stranger = objects?.find((name) => registry.find(name) === undefined);
  if (stranger !== undefined) {
    const known = registry.models.map(({ name }) => name).join(', ');
    throw new UnregisteredObjectError(stranger, `the registry holds ${known === '' ? 'nothing' : known}`);
  }
  return registry.models.filter(({ name }) => objects === undefined || objects.includes(name));
}

function warningsOf(pairs: readonly PairResult[]): string[] {
  return pairs
    .filter(({ counts }) => counts.filtered * 2 > counts.instances)
    .map(
      ({ object, writer, reader, counts }) =>
        `${object} ${writer} → ${reader}: its check refuses ${counts.filtered} of ${counts.instances} payloads, so little is proved`,
    );
}

/** Releases of the window that have an object at a version which its class supports no more. */
function tooOld({ name, oldest }: Model, releases: Releases | undefined): string[] {
  return (releases?.window ?? []).flatMap((release) => {
    const text = releases?.manifest(release)[name];
    if (text === undefined || !Version.parse(text).olderThan(oldest)) return [];
    return [
      `${name}: ${release} has ${text}, and the class supports ${oldest} and newer: nothing is proved for it`,
    ];
  });
}
