const WIDTH = 100;

/** Prints a heading, in bold where the reader is a terminal that has not asked for plain text. */
export function heading(text: string): void {
  const bold = process.stdout.isTTY && process.env['NO_COLOR'] === undefined;
  print('', bold ? `\u001b[1m${text}\u001b[22m` : text, '-'.repeat(text.length));
}

/** Prints a paragraph, broken into lines of 100 columns. */
export function say(text: string): void {
  print('', ...wrap(text, WIDTH));
}

/** Prints what the program found: indented, and set off by an empty line. */
export function show(text: string): void {
  print('', ...text.split('\n').flatMap((line) => wrap(line, WIDTH - 4).map((part) => `    ${part}`)));
}

/** Two values as JSON, each below its title; a line that is too long for its column ends in `…`. */
export function sideBySide(left: readonly [string, unknown], right: readonly [string, unknown]): string {
  const width = (WIDTH - 4) / 2 - 1;
  const [a, b] = [left, right].map(([title, value]) =>
    [title, ...JSON.stringify(value, null, 2).split('\n')].map((line) =>
      columnsOf(line) > width ? `${line.slice(0, width - 1)}…` : line,
    ),
  ) as [string[], string[]];
  return Array.from({ length: Math.max(a.length, b.length) }, (_, index) => {
    const line = a[index] ?? '';
    return `${line}${' '.repeat(width + 2 - columnsOf(line))}${b[index] ?? ''}`.trimEnd();
  }).join('\n');
}

/** The first row is the head, the last one the sum; the first column is text, the others are numbers. */
export function table(rows: readonly (readonly (string | number)[])[]): string {
  const [head = []] = rows;
  const widths = head.map((_, column) => Math.max(...rows.map((row) => String(row[column]).length)));
  const lines = rows.map((row) =>
    row
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        return column === 0 ? String(cell).padEnd(width) : String(cell).padStart(width);
      })
      .join('  '),
  );
  const rule = '-'.repeat(lines[0]?.length ?? 0);
  return [...lines.slice(0, 1), rule, ...lines.slice(1, -1), rule, ...lines.slice(-1)].join('\n');
}

/** A function that says on stderr how often it was called, once a second at most and never in the first. */
export function progress(what: string): () => void {
  let count = 0;
  let next = Date.now() + 1000;
  return () => {
    count += 1;
    if (Date.now() < next) return;
    next = Date.now() + 1000;
    process.stderr.write(`${what}: ${count}\n`);
  };
}

function print(...lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}

/** How many columns a terminal needs: the characters of East Asia take two. */
function columnsOf(text: string): number {
  return (
    text.length +
    (text.match(/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]/g)?.length ?? 0)
  );
}

function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let rest = text;
  while (rest.length > width) {
    const space = rest.lastIndexOf(' ', width);
    const end = space > 0 ? space : width;
    lines.push(rest.slice(0, end));
    rest = rest.slice(end).trimStart();
  }
  return [...lines, rest];
}
