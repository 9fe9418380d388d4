/** What is wrong with a page, and where: `docs/encoding.md:12: ...`. */
export type Fault = `${string}:${number}: ${string}`;

export function fault(page: string, line: number, message: string): Fault {
  return `${page}:${line}: ${message}`;
}
