import type { Loss, Walked } from './walk.js';

const MEANINGS: Readonly<Record<Loss['kind'], string>> = {
  dropped: 'the older version has no such field',
  replaced: 'the older version got a fallback',
  retyped: 'the older type cannot tell all of it',
  hook: 'a hook of the class changed it',
  child: 'a change of the parent reached into it',
  'one-way': 'what was written cannot be brought up again',
};

/** The table: a head, a row for each class, and the sums; with a column for each cause of losses. */
export function census(walks: readonly Walked[]): (string | number)[][] {
  const kinds = causes(walks);
  const rows = walks.map((walk): [string, ...number[]] => [
    walk.object,
    walk.versions,
    walk.payloads,
    walk.backports,
    walk.refusals.length,
    ...kinds.map((kind) => walk.losses.filter((loss) => loss.kind === kind).length),
  ]);
  const head = ['object', 'versions', 'payloads', 'backports', 'refusals', ...kinds];
  const sums = head.slice(1).map((_, column) => sum(rows.map((row) => Number(row[column + 1]))));
  return [head, ...rows, ['all', ...sums]];
}

/** What the columns of losses mean: `dropped: the older version has no such field; ...`. */
export function legend(walks: readonly Walked[]): string {
  return causes(walks)
    .map((kind) => `${kind}: ${MEANINGS[kind]}`)
    .join('; ');
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** How often each text is there: `3 a, 1 b`. */
export function tally(texts: readonly string[]): string {
  return [...new Set(texts)]
    .map((text) => `${texts.filter((other) => other === text).length} ${text}`)
    .join(', ');
}

function causes(walks: readonly Walked[]): Loss['kind'][] {
  return [...new Set(walks.flatMap(({ losses }) => losses.map((loss) => loss.kind)))].toSorted();
}
