/** Rows under their heads, the columns in line; a cell may have several lines. No spaces at the ends of lines. */
export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [heads, ...rows].map((row) => row.map((cell) => cell.split('\n')));
  const widths = heads.map((_head, column) =>
    Math.max(...all.flatMap((row) => (row[column] ?? ['']).map((line) => line.length))),
  );
  return all
    .flatMap((row) => {
      const height = Math.max(...row.map((cell) => cell.length));
      return Array.from({ length: height }, (_line, index) =>
        widths
          .map((width, column) => (row[column]?.[index] ?? '').padEnd(width))
          .join('  ')
          .trimEnd(),
      );
    })
    .join('\n');
}
