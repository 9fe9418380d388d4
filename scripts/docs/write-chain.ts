import { type Comment, parseSync, type Program } from 'oxc-parser';
import { checkClaim, isClaim, statementsByEnd } from './check-claim.js';
import { applyEdits, type Edit, lineAt, lineBreaks } from './edit.js';
import { type Fault, fault } from './fault.js';
import type { Chain } from './read-page.js';

/**
 * The module of a chain: every claim in a comment becomes a check, and an import that repeats an earlier one goes.
 * Its lines are those of the page, so that what the compiler and a stack trace say is true of the page.
 *
 * @example
 * 'add(1, 2); // => 3' // becomes: $page.equal((add(1, 2)), (3), "docs/sums.md:7");
 */
export function writeChain(chain: Chain, faults: Fault[]): string {
  const { page, text } = chain;
  const { program, comments, errors } = parseSync('page.ts', text);
  for (const { message, labels } of errors) {
    faults.push(fault(page, lineAt(text, labels[0]?.start ?? 0), message));
  }
  const edits = [...dropRepeatedImports(program, text), ...checkClaims(chain, program, comments, faults)];
  // The first line of a page cannot be code: at the earliest it is a fence.
  return `import * as $page from '../scripts/docs/claims.js';${applyEdits(text, edits)}\n`;
}

function checkClaims(
  { page, text }: Chain,
  program: Program,
  comments: readonly Comment[],
  faults: Fault[],
): Edit[] {
  const statements = statementsByEnd(program);
  return comments.flatMap((comment, index) => {
    if (!isClaim(comment)) return [];
    const line = lineAt(text, comment.start);
    const statement = statements.get(text.slice(0, comment.start).trimEnd().length);
    const check = checkClaim(text, statement, comments.slice(index), `${page}:${line}`);
    if (typeof check !== 'string') return check;
    faults.push(fault(page, line, check));
    return [];
  });
}

function dropRepeatedImports(program: Program, text: string): Edit[] {
  const imported = new Set<string>();
  return program.body.flatMap((statement) => {
    if (statement.type !== 'ImportDeclaration' || statement.specifiers.length === 0) return [];
    const { start, end, source, specifiers, importKind } = statement;
    const fresh = specifiers.filter((specifier) => {
      const name = `${specifier.type} ${text.slice(specifier.start, specifier.end)} from ${source.value}`;
      return !imported.has(name) && imported.add(name);
    });
    if (fresh.length === specifiers.length) return [];
    const nameOf = (specifier: (typeof fresh)[number]): string => text.slice(specifier.start, specifier.end);
    const named = fresh.filter(({ type }) => type === 'ImportSpecifier').map(nameOf);
    const parts = fresh.filter(({ type }) => type !== 'ImportSpecifier').map(nameOf);
    if (named.length > 0) parts.push(`{ ${named.join(', ')} }`);
    const keyword = importKind === 'type' ? 'import type' : 'import';
    const kept = parts.length > 0 ? `${keyword} ${parts.join(', ')} from ${source.raw};` : '';
    return { start, end, text: kept + lineBreaks(text, start, end) };
  });
}
