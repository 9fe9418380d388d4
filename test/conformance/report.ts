import type { Standing } from './build-classes.js';
import { type Kind, kinds, type Outcome } from './outcome.js';

/** `12 matched, 3 deviations, 1 need a hook, 0 failed` */
export function tally(outcomes: readonly Outcome[]): string {
  const count = (result: Outcome['result']): number =>
    outcomes.filter((outcome) => outcome.result === result).length;
  return `${count('matched')} matched, ${count('deviation')} deviations, ${count('needs a hook')} need a hook, ${count('failed')} failed`;
}

/** One line a kind of comparison. */
export function linesByKind(outcomes: readonly Outcome[]): string[] {
  const width = Math.max(...kinds.map((kind) => kind.length));
  return kinds.map(
    (kind: Kind) => `${kind.padEnd(width)}  ${tally(outcomes.filter((outcome) => outcome.kind === kind))}`,
  );
}

/** A table by project and class: how the class came to its history, and how its recordings came out. */
export function table(outcomes: readonly Outcome[], standings: ReadonlyMap<string, Standing>): string[] {
  const names = [...new Set(outcomes.map(({ project, name }) => `${project}.${name}`))].toSorted();
  const width = Math.max(...names.map((name) => name.length));
  return names.map((key) => {
    const own = outcomes.filter(({ project, name }) => `${project}.${name}` === key);
    return `${key.padEnd(width)}  ${(standings.get(key) ?? '').padEnd(12)}  ${tally(own)}`;
  });
}

/** How often each cause stands behind a deviation, by project and class. */
export function deviationCounts(outcomes: readonly Outcome[]): Record<string, Record<string, number>> {
  const counts: Record<string, Record<string, number>> = {};
  for (const { project, name, cause } of outcomes) {
    if (cause === undefined) continue;
    const own = (counts[`${project}.${name}`] ??= {});
    own[cause] = (own[cause] ?? 0) + 1;
  }
  return counts;
}
