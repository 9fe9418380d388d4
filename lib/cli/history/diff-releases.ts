import { describeChange } from '../../compat/describe-change.js';
import type { History } from '../../compat/record/history.js';
import type { ChangeRecord } from '../../compat/record/object-record.js';
import type { Manifest } from '../../history/releases.js';
import { Version } from '../../version/version.js';
import { UsageError } from '../cli-errors.js';
import type { Answer } from '../command.js';
import type { Project } from '../config/load-project.js';
import { table } from '../output/table.js';
import { releasesKnown } from './releases-known.js';
import { versionLines } from './version-lines.js';

/** The objects that two releases have at different versions, and what lies between. */
export function diffReleases(a: string, b: string, project: Project, history: History): Answer {
  const releases = releasesKnown(project.registries, history);
  const [before, after] = [manifestOf(a, releases), manifestOf(b, releases)];
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].toSorted();
  const objects = names
    .filter((name) => before[name] !== after[name])
    .map((object) => ({
      object,
      from: before[object] ?? null,
      to: after[object] ?? null,
      versions: between(object, before[object], after[object], { project, history, releases }),
    }));
  const rows = objects.map(({ object, from, to, versions }) => [
    object,
    from ?? '–',
    to ?? '–',
    versions.flatMap(({ version, changes }) => changes.map(({ text }) => `${version}: ${text}`)).join('\n'),
  ]);
  const body =
    rows.length === 0 ? 'every object has the same version' : table(['object', a, b, 'changes'], rows);
  return { ok: true, text: `${a} → ${b}\n\n${body}`, json: { from: a, to: b, objects } };
}

function manifestOf(name: string, releases: ReadonlyMap<string, Manifest>): Manifest {
  const found = releases.get(name);
  if (found !== undefined) return found;
  const known = [...releases.keys()].join(', ');
  throw new UsageError(
    `no release is called ${name}`,
    known === ''
      ? 'make one with backlevel release, or define releases in the code; versions are written Object@1.4'
      : `known are ${known}; versions are written Object@1.4`,
  );
}

interface Known {
  readonly project: Project;
  readonly history: History;
  readonly releases: ReadonlyMap<string, Manifest>;
}

interface Crossed {
  readonly version: string;
  readonly changes: readonly (ChangeRecord & { readonly text: string })[];
}

function between(
  object: string,
  a: string | undefined,
  b: string | undefined,
  { project, history, releases }: Known,
): readonly Crossed[] {
  if (a === undefined || b === undefined) return [];
  const [low, high] = [Version.parse(a), Version.parse(b)].toSorted((x, y) => x.compare(y)) as [
    Version,
    Version,
  ];
  const model = project.registries
    .map((registry) => registry.find(object))
    .find((each) => each !== undefined);
  if (model === undefined) return [];
  return versionLines(model, history, releases)
    .filter(({ version }) => low.olderThan(version) && high.atLeast(version))
    .map(({ version, changes }) => ({
      version: version.text,
      changes: changes.map((change) => ({ ...change, text: describeChange(change) })),
    }));
}
