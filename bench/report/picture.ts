import { type TaskName } from '../contenders/contender.js';
import { majorOf, ratioOf, type Results } from '../results.js';
import { ratioText } from './table.js';

/** What is shown: of several tasks the first that a contender has. */
const TASKS: Readonly<Record<string, readonly TaskName[]>> = {
  write: ['encode'],
  'write for 1.4': ['backport'],
  'read and check': ['decode', 'decode, tracked'],
  'read from 1.4': ['decode old', 'decode old, tracked'],
};
const RIVALS: Readonly<Record<string, string>> = {
  backlevel: 'own',
  'class-transformer': 'peer',
  'class-transformer + class-validator': 'peer',
  zod: 'peer',
  verzod: 'peer',
  ajv: 'peer',
  'fast-json-stringify': 'peer',
  'oslo.versionedobjects': 'peer',
};

const LABEL = 250;
const BAR = 300;
const GAP = 40;
const LINE = 20;
const TOP = 76;

/** An SVG of the ratios to the floor: a column for the oldest and one for the newest Node among the results. */
export function picture(results: readonly Results[]): string {
  const columns = [...new Set([results[0], results.at(-1)])].filter((column) => column !== undefined);
  const panels = Object.entries(TASKS).map(([title, tasks]) => panelOf(title, tasks, columns));
  const ratios = panels.flatMap(({ rows }) => rows.flatMap((row) => row.ratios.map((ratio) => ratio ?? 0)));
  const scale = (BAR * 0.85) / Math.max(1.1, ...ratios);
  let y = TOP;
  const body = panels.map((panel) => {
    const drawn = draw(panel, y, columns.length, scale);
    y += LINE * (panel.rows.length + 2);
    return drawn;
  });
  const width = LABEL + columns.length * (BAR + GAP);
  const heads = columns.map(
    (column, place) =>
      `<text class="head" x="${LABEL + place * (BAR + GAP)}" y="56">Node ${majorOf(column)}</text>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${y + 20}" width="${width}" height="${y + 20}" role="img" aria-label="Speed of backlevel and its peers">
<style>${STYLE}</style>
<text class="title" x="16" y="28">Speed as a multiple of JSON.stringify and JSON.parse, which check nothing (the line at 1)</text>
${[...heads, ...body].join('\n')}
<text x="16" y="${y}">oslo.versionedobjects runs in Python; it is compared with Python's own json. What each one checks: bench/results/</text>
</svg>
`;
}

interface Panel {
  readonly title: string;
  readonly rows: readonly { readonly name: string; readonly ratios: readonly (number | undefined)[] }[];
}

function panelOf(title: string, tasks: readonly TaskName[], columns: readonly Results[]): Panel {
  const find = (column: Results, name: string): number | undefined =>
    tasks.map((task) => ratioOf(column, name, task)).find((ratio) => ratio !== undefined);
  const rows = Object.keys(RIVALS)
    .map((name) => ({ name, ratios: columns.map((column) => find(column, name)) }))
    .filter(({ ratios }) => ratios.some((ratio) => ratio !== undefined));
  return { title, rows };
}

/** `scale`: the length of a bar that is as fast as the floor. */
function draw({ title, rows }: Panel, top: number, columns: number, scale: number): string {
  const bottom = top + LINE * (rows.length + 1) - 4;
  const lines = Array.from({ length: columns }, (_, place) => {
    const x = (LABEL + place * (BAR + GAP) + scale).toFixed(1);
    return `<line class="floor" x1="${x}" x2="${x}" y1="${top + 8}" y2="${bottom}"/>`;
  });
  const bars = rows.map(({ name, ratios }, row) => {
    const y = top + LINE * (row + 1);
    const label = `<text class="${RIVALS[name]}" x="${LABEL - 10}" y="${y + 6}" text-anchor="end">${name}</text>`;
    return [
      label,
      ...ratios.map((ratio, place) => bar(ratio, LABEL + place * (BAR + GAP), y, scale, RIVALS[name]!)),
    ];
  });
  return [`<text class="head" x="16" y="${top + 4}">${title}</text>`, ...bars.flat(), ...lines].join('\n');
}

function bar(ratio: number | undefined, x: number, y: number, scale: number, kind: string): string {
  if (ratio === undefined) return `<text class="peer" x="${x}" y="${y + 6}">–</text>`;
  const width = Math.max(1, ratio * scale);
  return (
    `<rect class="${kind}" x="${x}" y="${y - 6}" width="${width.toFixed(1)}" height="14" rx="2"/>` +
    `<text class="${kind}" x="${(x + width + 6).toFixed(1)}" y="${y + 6}">${ratioText(ratio)}</text>`
  );
}

// A README shows the picture on a light or on a dark page, and the picture has no background of its own.
const STYLE = `
text { font: 13px system-ui, sans-serif; fill: #57606a; }
.title { font-size: 15px; }
.title, .head, text.own { font-weight: 600; fill: #1f2328; }
rect.own { fill: #0a7d5b; }
rect.peer { fill: #a8b3bd; }
.floor { stroke: #cf222e; stroke-dasharray: 3 3; }
@media (prefers-color-scheme: dark) {
  text { fill: #9198a1; }
  .title, .head, text.own { fill: #f0f6fc; }
  rect.own { fill: #2fbf8f; }
  rect.peer { fill: #545d68; }
  .floor { stroke: #ff7b72; }
}`;
