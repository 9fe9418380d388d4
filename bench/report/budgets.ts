import type { TaskName } from '../contenders/contender.js';
import { majorOf, ratioOf, type Results } from '../results.js';
import { PLAIN_TREE } from '../studies/memory.js';

/** One thing that was promised, and what was measured. */
export interface Budget {
  readonly promise: string;
  readonly limit: number;
  readonly kind: 'at least' | 'at most';
  readonly measured: number | undefined;
}

type Limits = { readonly [Name in TaskName]?: number };

const READING: Limits = {
  decode: 0.74,
  'decode, tracked': 0.68,
  'decode old': 0.72,
  'check good': 4,
  'check bad': 3,
  'list to bytes': 1.3,
};
const INTERPRETED: Limits = {
  decode: 0.62,
  'decode old': 0.6,
  'check good': 2,
  'check bad': 1.5,
};

/** What is promised of a run with that Node; the writing budgets depend on it, because its JSON.stringify does. */
export function budgets(results: Results): Budget[] {
  const node = majorOf(results);
  const writing = node <= 20 ? 1.25 : node < 26 ? 0.7 : 0.45;
  const small: Limits = node <= 20 ? { 'small encode': 2 } : {};
  const rest: Limits = node <= 20 ? READING : withSlack(READING, 0.05);
  const interpretedWriting: Limits = node <= 20 ? { encode: 0.95, backport: 0.95, 'small encode': 1.4 } : {};
  return [
    ...ratios(results, 'backlevel', { encode: writing, backport: writing, ...small, ...rest }),
    ...ratios(results, 'backlevel, interpreted', { ...interpretedWriting, ...INTERPRETED }),
    ...comparedWith(results, 'class-transformer', 6, [
      'encode',
      'backport',
      'decode',
      'decode old',
      'small encode',
      'small decode',
      'list to bytes',
    ]),
    ...comparedWith(results, 'zod', 2, ['decode', 'decode old', 'small decode']),
    ...costs(results),
  ];
}

function ratios(results: Results, name: string, limits: Limits): Budget[] {
  if (!results.contenders.some((contender) => contender.name === name)) return [];
  return Object.entries(limits).map(([task, limit]) => ({
    promise: `${name}: ${task}, to the floor`,
    limit,
    kind: 'at least',
    measured: ratioOf(results, name, task as TaskName),
  }));
}

function comparedWith(results: Results, rival: string, limit: number, tasks: readonly TaskName[]): Budget[] {
  return tasks.map((task) => {
    const theirs = ratioOf(results, rival, task);
    const ours = ratioOf(results, 'backlevel', task);
    const measured = theirs === undefined || ours === undefined ? undefined : ours / theirs;
    return { promise: `backlevel: ${task}, to ${rival}`, limit, kind: 'at least', measured };
  });
}

function costs({ prices, memory, startUp, curves }: Results): Budget[] {
  const tree = memory[PLAIN_TREE] ?? Number.NaN;
  const atMost = (promise: string, limit: number, measured: number | undefined): Budget => ({
    promise,
    limit,
    kind: 'at most',
    measured,
  });
  const steepest = Math.max(...curves.size.flatMap((point) => [point.encode, point.decode]));
  const oldest = Math.max(...curves.versions.flatMap((point) => [point.encode, point.decode]));
  return [
    atMost('a hook, when writing for 1.4', 2.5, prices['a hook, when writing for 1.4']),
    atMost(
      'memory, untracked, to the tree of JSON.parse',
      1.3,
      (memory['backlevel, untracked'] ?? Number.NaN) / tree,
    ),
    atMost(
      'memory, tracked, to the tree of JSON.parse',
      1.9,
      (memory['backlevel, tracked'] ?? Number.NaN) / tree,
    ),
    atMost('start-up, milliseconds of CPU over bare Node', 60, startUp['backlevel']),
    atMost('cost for each byte, largest payload or any, to the smallest', 1.5, steepest),
    atMost('cost with a long history, to one without', 1.25, oldest),
  ];
}

function withSlack(limits: Limits, slack: number): Limits {
  const entries = Object.entries(limits).filter(([task]) => task.startsWith('decode'));
  return Object.fromEntries(entries.map(([task, limit]) => [task, Number((limit - slack).toFixed(2))]));
}
