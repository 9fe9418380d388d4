import type { BuiltClass } from './build-classes.js';
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
export function table(outcomes: readonly Outcome[], built: ReadonlyMap<string, BuiltClass>): string[] {
  const names = [...new Set(outcomes.map(({ project, name }) => `${project}.${name}`))].toSorted();
  const width = Math.max(...names.map((name) => name.length));
  return names.map((key) => {
    const own = outcomes.filter(({ project, name }) => `${project}.${name}` === key);
    const { standing = '', isModel = false } = built.get(key) ?? {};
    return `${key.padEnd(width)}  ${standing.padEnd(12)}  ${(isModel ? 'objects/' : '').padEnd(8)}  ${tally(own)}`;
  });
}

/** One line a cause: how many deviations of each kind it stands behind. */
export function linesByCause(outcomes: readonly Outcome[]): string[] {
  const deviating = outcomes.filter(({ result }) => result === 'deviation');
  const found = [...new Set(deviating.map(({ cause = '' }) => cause))].toSorted();
  const width = Math.max(...found.map((cause) => cause.length));
  return found.map((cause) => {
    const own = deviating.filter((outcome) => outcome.cause === cause);
    const counts = kinds.flatMap((kind) => {
      const ofKind = own.filter((outcome) => outcome.kind === kind).length;
      return ofKind === 0 ? [] : [`${ofKind} ${kind.replace('backports ', '')}`];
    });
    return `${cause.padEnd(width)}  ${counts.join(', ')}`;
  });
}

/** How often Python's lists of changes are the only difference, by what is wrong with them. */
export function listFaultCounts(outcomes: readonly Outcome[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { cause, listFaults = [] } of outcomes) {
    if (cause !== 'stale-child-changes') continue;
    const key = listFaults.toSorted().join(', ');
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
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
