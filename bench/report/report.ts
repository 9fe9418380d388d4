import { type TaskName, TASKS } from '../contenders/contender.js';
import type { Results } from '../results.js';
import { PLAIN_TREE } from '../studies/memory.js';
import { CLASS_COUNT } from '../studies/tiers.js';
import { budgets } from './budgets.js';
import { ratioText, table } from './table.js';

/** All that a run measured, as Markdown that reads well in a terminal. */
export function report(results: Results): string {
  const { node, v8, processor, effort } = results;
  return [
    `# Node ${node} (V8 ${v8}), ${processor}`,
    `Ratios to JSON.stringify and JSON.parse of the same data: 1 is as fast, 2 takes half the time. Process CPU time; ` +
      `windows of ${effort.window} ms beside their floor's, ${effort.rounds} rounds, ${effort.passes} pass(es), medians.`,
    '## One server (23 fields, a flavor, four ports)',
    ratioTable(results, TASKS.slice(0, 8)),
    '## One agent (6 fields); a list of 1000 servers',
    ratioTable(results, TASKS.slice(8)),
    '## What each contender does',
    aboutTable(results),
    '## What is asked of backlevel, and what it costs: times as long as without',
    table(
      ['asked', 'times as long'],
      Object.entries(results.prices).map(([name, price]) => [name, ratioText(price)]),
    ),
    '## Cost for each byte, by the size of the payload; 1 is the first line',
    curveTable('bytes', results.curves.size),
    '## Cost at the newest version, by the number of versions; 1 is the first line',
    curveTable('versions', results.curves.versions),
    `## The first uses of ${CLASS_COUNT} classes, each to read and write a server: times as long as without generated code`,
    table(
      ['uses of each class', 'times as long'],
      results.tiers.map(({ at, price }) => [String(at), ratioText(price)]),
    ),
    '## Memory of a decoded server that is kept; CPU of a start with 100 classes',
    memoryTable(results),
    startUpTable(results),
    '## Budgets',
    budgetTable(results),
  ].join('\n\n');
}

function ratioTable(results: Results, tasks: readonly TaskName[]): string {
  const rows = results.contenders
    .filter((contender) => tasks.some((task) => contender.tasks[task] !== undefined))
    .map((contender) => [contender.name, ...tasks.map((task) => ratioText(contender.tasks[task]?.ratio))]);
  return table(['contender', ...tasks], rows);
}

function aboutTable({ contenders }: Results): string {
  const rows = contenders.map((contender) => [
    contender.name,
    Object.values(contender.versionsUsed).join(', '),
    contender.wire,
    contender.checksReading,
    contender.checksWriting,
    contender.versions,
    contender.byHand,
  ]);
  return table(
    ['contender', 'release', 'wire form', 'checks reading', 'checks writing', 'versions', 'by hand'],
    rows,
  );
}

function curveTable(at: string, points: Results['curves']['size']): string {
  return table(
    [at, 'encode', 'decode'],
    points.map((point) => [String(point.at), ratioText(point.encode), ratioText(point.decode)]),
  );
}

function memoryTable({ memory }: Results): string {
  const tree = memory[PLAIN_TREE] ?? Number.NaN;
  return table(
    ['kept', 'to the tree of JSON.parse'],
    Object.entries(memory).map(([name, bytes]) => [name, ratioText(bytes / tree)]),
  );
}

function startUpTable({ startUp }: Results): string {
  return table(
    ['started', 'ms of CPU over bare Node'],
    Object.entries(startUp).map(([name, milliseconds]) => [name, milliseconds.toFixed(0)]),
  );
}

function budgetTable(results: Results): string {
  const rows = budgets(results).map(({ promise, limit, kind, measured }) => {
    if (measured === undefined) return [promise, `${kind} ${limit}`, '–', 'not measured'];
    const met = kind === 'at least' ? measured >= limit : measured <= limit;
    const share = kind === 'at least' ? measured / limit : limit / measured;
    return [
      promise,
      `${kind} ${limit}`,
      ratioText(measured),
      met ? 'met' : `missed: ${Math.round(share * 100)} % of it`,
    ];
  });
  return table(['promise', 'budget', 'measured', 'verdict'], rows);
}
