import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus } from 'node:os';
import { ask, askStartUp, askVersions } from './command/ask.js';
import { CONTENDER_NAMES, loadContender } from './contenders/contenders.js';
import type { TaskName } from './contenders/contender.js';
import { findPython, oslo, runOslo } from './contenders/oslo/oslo.js';
import { type Effort, FULL, QUICK } from './measure/compare.js';
import { median } from './measure/median.js';
import type { ContenderResults, Results } from './results.js';
import type { Kind, TaskResults } from './run-contender.js';
import type { Curves } from './studies/curves.js';
import { PLAIN_TREE } from './studies/memory.js';
import type { Prices } from './studies/prices.js';
import { type TierPoint, USE_COUNTS } from './studies/tiers.js';

export interface Measuring {
  /** The path of the Node that runs the contenders. */
  readonly node: string;
  readonly quick: boolean;
  readonly only: readonly string[];
  /** Told what is measured next. */
  readonly tell: (what: string) => void;
}

/** Runs everything, each contender in processes of its own, and takes the medians of the passes. */
export async function measureAll({ node, quick, only, tell }: Measuring): Promise<Results> {
  const effort = quick ? QUICK : FULL;
  const entrants = (await loadEntrants(node, effort, quick ? ['all'] : ['objects', 'lists'])).filter(
    ({ name }) => only.length === 0 || only.some((part) => name.includes(part)),
  );
  const runs = new Map(entrants.map(({ name }): [string, TaskResults[]] => [name, []]));
  for (let pass = 1; pass <= effort.passes; pass += 1) {
    for (const { name, run } of entrants) {
      tell(`${name}, pass ${pass} of ${effort.passes}`);
      runs.get(name)?.push(...run());
    }
  }
  const { node: version, v8 } = askVersions(node);
  return {
    node: version,
    v8,
    processor: cpus()[0]?.model ?? 'unknown',
    effort,
    contenders: entrants.map(({ name, about }) => ({ name, ...about, tasks: medians(runs.get(name) ?? []) })),
    ...measureStudies(node, quick, effort, tell),
  };
}

/** One contender with what runs it once, in processes of its own. */
interface Entrant {
  readonly name: string;
  readonly about: Omit<ContenderResults, 'name' | 'tasks'>;
  readonly run: () => readonly TaskResults[];
}

async function loadEntrants(node: string, effort: Effort, kinds: readonly Kind[]): Promise<Entrant[]> {
  const entrants: Entrant[] = [];
  for (const name of CONTENDER_NAMES) {
    const contender = await loadContender(name);
    if (contender === undefined) continue;
    const { prepare: _prepare, packages, ...about } = contender;
    const run = (kind: Kind) => ask<TaskResults>(node, { measure: 'contender', name, kind, effort });
    entrants.push({
      name,
      about: { ...about, versionsUsed: versionsOf(packages) },
      run: () => kinds.map(run),
    });
  }
  const python = findPython();
  if (python !== undefined) {
    entrants.push({
      name: 'oslo.versionedobjects',
      about: { ...oslo, versionsUsed: { 'oslo.versionedobjects': python.version } },
      run: () => [runOslo(python.python, effort)],
    });
  }
  return entrants;
}

type Studies = Pick<Results, 'prices' | 'curves' | 'tiers' | 'memory' | 'startUp'>;

function measureStudies(node: string, quick: boolean, effort: Effort, tell: (what: string) => void): Studies {
  tell('prices and curves');
  const prices = ask<Prices>(node, { measure: 'prices', effort });
  const curves = ask<Curves>(node, { measure: 'curves', effort });
  tell('tiers, memory and start-up');
  return {
    prices,
    curves,
    tiers: measureFirstUses(node, quick ? USE_COUNTS.slice(0, 2) : USE_COUNTS, effort.passes),
    memory: measureMemory(node, quick),
    startUp: measureStartUp(node, quick ? 2 : 9),
  };
}

function measureFirstUses(node: string, counts: readonly number[], passes: number): TierPoint[] {
  const ratios = Array.from({ length: passes }, () => {
    const without = ask<number[]>(node, { measure: 'tiers', codegen: false, counts });
    const tiered = ask<number[]>(node, { measure: 'tiers', codegen: true, counts });
    return tiered.map((time, place) => time / without[place]!);
  });
  return counts.map((at, place) => ({ at, price: median(ratios.map((pass) => pass[place]!)) }));
}

function measureMemory(node: string, quick: boolean): Record<string, number> {
  const kept: [label: string, name: string, task: TaskName][] = [
    [PLAIN_TREE, PLAIN_TREE, 'decode'],
    ['backlevel, untracked', 'backlevel', 'decode'],
    ['backlevel, tracked', 'backlevel', 'decode, tracked'],
  ];
  if (!quick)
    for (const name of ['class-transformer', 'zod', 'superjson', 'msgpackr', 'avsc', 'protobuf-es'])
      kept.push([name, name, 'decode']);
  const count = quick ? 4_000 : 20_000;
  return Object.fromEntries(
    kept.map(([label, name, task]) => [label, ask<number>(node, { measure: 'memory', name, task, count })]),
  );
}

function measureStartUp(node: string, starts: number): Record<string, number> {
  const programs = ['bare', 'backlevel', 'class-transformer', 'zod'];
  const times = programs.map((): number[] => []);
  for (let start = 0; start < starts; start += 1)
    for (const [place, program] of programs.entries()) times[place]!.push(askStartUp(node, program));
  const [bare = 0, ...others] = times.map(median);
  return Object.fromEntries(others.map((time, place) => [programs[place + 1]!, (time - bare) / 1000]));
}

/** The medians of several passes, task by task. */
function medians(runs: readonly TaskResults[]): TaskResults {
  const names = [...new Set(runs.flatMap((run) => Object.keys(run)))] as TaskName[];
  return Object.fromEntries(
    names.map((name) => {
      const found = runs.flatMap((run) => run[name] ?? []);
      const middle = (key: 'ratio' | 'microseconds'): number => median(found.map((task) => task[key]));
      return [name, { ratio: middle('ratio'), microseconds: middle('microseconds') }];
    }),
  );
}

function versionsOf(packages: readonly string[]): Record<string, string> {
  const require = createRequire(import.meta.url);
  return Object.fromEntries(
    packages.map((name) => {
      const paths = require.resolve.paths(name) ?? [];
      const found = paths.map((path) => `${path}/${name}/package.json`).map(readVersion);
      return [name, found.find((version) => version !== undefined) ?? 'unknown'];
    }),
  );
}

function readVersion(path: string): string | undefined {
  try {
    return (JSON.parse(readFileSync(path, 'utf8')) as { readonly version: string }).version;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
