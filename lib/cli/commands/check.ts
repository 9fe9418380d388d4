import { describeFinding } from '../../compat/describe-finding.js';
import type { Finding } from '../../compat/finding.js';
import { readSamples, type SampleFault } from '../../compat/read-samples.js';
import { readHistory } from '../../compat/record/read-history.js';
import type { History } from '../../compat/record/history.js';
import { check as checkRegistry, type CheckOptions } from '../../compat/rules/check.js';
import { type Profile, profiles } from '../../compat/rules/rule.js';
import type { Manifest, Releases } from '../../history/releases.js';
import { UsageError } from '../cli-errors.js';
import { type Answer, defineCommand } from '../command.js';
import type { Config } from '../config/config.js';
import { loadProject, type Project } from '../config/load-project.js';
import { proveShare } from '../history/prove-share.js';
import { releasesKnown } from '../history/releases-known.js';
import { sharesOf } from '../history/share.js';
import { type Unrecorded, unrecordedIn } from '../history/unrecorded.js';
import { annotationOf } from '../output/annotation-of.js';
import type { Paint } from '../output/paint.js';
import { randomSeed } from '../random-seed.js';

/** `backlevel check`: what in the code breaks an older peer, and what to type. */
export const check = defineCommand({
  name: 'check',
  summary: 'say what in the code breaks an older peer, for whom, and what to type',
  annotates: true,
  args: {
    profile: {
      kind: 'text',
      value: 'profile',
      summary: 'which rules count; rolling where nothing is said',
      choices: profiles,
    },
    base: {
      kind: 'text',
      value: 'release',
      summary: 'compare with this release only; else with those that may still run',
    },
    prove: { kind: 'flag', summary: 'run the proof too, and count what it finds' },
    seed: { kind: 'integer', value: 'number', summary: 'of that proof; the answer names it' },
    notes: { kind: 'flag', summary: 'show what is bridged, too' },
  },
  run: async ({ profile, base, prove, seed, notes }, context) => {
    if (seed !== undefined && !prove) throw new UsageError('--seed is for the proof', 'add --prove');
    const project = await loadProject(context);
    const history = readHistory(project.history);
    const options = optionsOf(project, history, profile as Profile | undefined, base);
    const result: Checked = {
      findings: [],
      unrecorded: unrecordedIn(project.registries, history),
      unread: [],
      ...(prove ? { seed: seed ?? randomSeed() } : {}),
    };
    for (const share of sharesOf(project.registries, history)) {
      const { registry, history: part, owns } = share;
      const waivers = (project.config.waivers ?? []).filter(({ object }) => owns(object));
      const proof =
        result.seed === undefined
          ? {}
          : {
              proof: await proveShare(share, project.config.window ?? 2, { seed: result.seed }, context),
            };
      result.findings.push(...(await checkRegistry(registry, part, { ...options, ...proof, waivers })));
      result.unread.push(...readSamples(registry, part));
    }
    return answerOf(result, notes, context.paint);
  },
});

interface Checked {
  readonly findings: Finding[];
  readonly unrecorded: readonly Unrecorded[];
  readonly unread: SampleFault[];
  /** Where a proof was asked for. */
  readonly seed?: number;
}

function optionsOf(
  { config, registries }: Project,
  history: History,
  profile: Profile | undefined,
  base: string | undefined,
): CheckOptions {
  const { window }: Config = config;
  const counted = profile ?? config.profile;
  return {
    ...(counted === undefined ? {} : { profile: counted }),
    ...(window === undefined ? {} : { window }),
    ...(base === undefined ? {} : { releases: onlyRelease(base, releasesKnown(registries, history)) }),
  };
}

function onlyRelease(name: string, known: ReadonlyMap<string, Manifest>): Releases {
  const manifest = known.get(name);
  if (manifest === undefined)
    throw new UsageError(
      `no release is called ${name}`,
      `known are ${[...known.keys()].join(', ') || 'none'}`,
    );
  return { names: [name], window: [name], manifest: () => manifest };
}

function answerOf({ findings, unrecorded, unread, seed }: Checked, notes: boolean, paint: Paint): Answer {
  const counts = { error: 0, warn: 0, info: 0, waived: 0 };
  for (const { severity, waived } of findings) counts[waived === undefined ? severity : 'waived'] += 1;
  const shown = findings.filter(
    ({ severity, waived }) => notes || (severity !== 'info' && waived === undefined),
  );
  const ok = counts.error + unrecorded.length + unread.length === 0;
  const parts = [
    ...shown.map((finding) => painted(finding, paint)),
    ...unrecorded.map(
      ({ object, version }) => `${object} ${version} is not recorded yet\n  → backlevel snapshot`,
    ),
    ...describeUnread(unread),
    paint(
      ok ? 'green' : 'red',
      `${ok ? 'nothing breaks' : 'something breaks'}: ${counts.error} errors, ${counts.warn} warnings, ${counts.info} notes, ${counts.waived} waived${seed === undefined ? '' : `, proved with seed ${seed}`}`,
    ),
  ];
  return {
    ok,
    text: parts.join('\n\n'),
    json: { counts, findings, unrecorded, unread, ...(seed === undefined ? {} : { seed }) },
    annotations: [
      ...findings.flatMap((finding) => annotationOf(finding)),
      ...unrecorded.map(({ object, version }) => ({
        level: 'error' as const,
        title: 'not recorded',
        message: `${object} ${version} is not recorded yet: run backlevel snapshot and commit what it writes`,
      })),
      ...describeUnread(unread).map((message) => ({
        level: 'error' as const,
        title: 'recorded payload',
        message,
      })),
    ],
  };
}

function painted(finding: Finding, paint: Paint): string {
  const text = describeFinding(finding);
  const { severity } = finding;
  if (severity === 'info') return text;
  return paint(severity === 'error' ? 'red' : 'yellow', severity) + text.slice(severity.length);
}

/** One message for each object and part: most often one mistake keeps many versions from being read. */
function describeUnread(faults: readonly SampleFault[]): readonly string[] {
  const first = new Map<string, SampleFault>();
  for (const fault of faults) {
    const key = `${fault.object} ${fault.part}`;
    if (!first.has(key)) first.set(key, fault);
  }
  return [...first.values()].map(({ object, part, version, message }) => {
    const alike = faults.filter((fault) => fault.object === object && fault.part === part);
    const versions = [...new Set(alike.map((fault) => fault.version))].join(', ');
    return `${object}: recorded payloads of ${versions} cannot be ${part}\n  of ${version}: ${message}`;
  });
}
