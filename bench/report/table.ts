/** A Markdown table whose columns line up: numbers to the right, words to the left. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) =>
    Math.max(3, title.length, ...rows.map((row) => (row[column] ?? '').length)),
  );
  const right = head.map((_, column) => rows.every((row) => /^([–\d].*|)$/.test(row[column] ?? '')));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => (right[column] ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!))).join(' | ')} |`;
  const rule = widths.map((width, column) =>
    right[column] ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width),
  );
  return [line(head), `| ${rule.join(' | ')} |`, ...rows.map(line)].join('\n');
}

/** A ratio with two or three digits, `–` for none. */
export function ratioText(ratio: number | undefined): string {
  if (ratio === undefined) return '–';
  return ratio < 9.95 ? ratio.toFixed(2) : ratio.toFixed(1);
}
