import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the source says the version of an object. */
export interface Declaration {
  readonly file: string;
  /** Of the version, counted from 1. */
  readonly line: number;
  /** Where the version begins in the text of the file. */
  readonly index: number;
  readonly version: string;
}

const TYPESCRIPT = /\.[cm]?tsx?$/;
const JAVASCRIPT = /\.[cm]?jsx?$/;

/**
 * Every `@versioned('Name', '1.4'` and `defineObject('Name', '1.4'` below a folder, outside comments, node_modules and hidden folders.
 * Where TypeScript has one, JavaScript is not looked at: it is what a build made.
 */
export function findDeclarations(folder: string, name: string): readonly Declaration[] {
  const files = sourcesIn(folder);
  for (const kind of [TYPESCRIPT, JAVASCRIPT]) {
    const found = files
      .filter((file) => kind.test(file) && !file.endsWith('.d.ts'))
      .flatMap((file) => declarationsIn(file, readFileSync(file, 'utf8'), name));
    if (found.length > 0) return found;
  }
  return [];
}

function sourcesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isFile()) return [path];
    return entry.isDirectory() && entry.name !== 'node_modules' && !entry.name.startsWith('.')
      ? sourcesIn(path)
      : [];
  });
}

/** The declarations of an object in the text of one file. */
export function declarationsIn(file: string, text: string, name: string): readonly Declaration[] {
  const code = withoutComments(text);
  const call = new RegExp(
    String.raw`\b(?:versioned|defineObject)\s*(?:<[^()]*>)?\s*\(\s*(['"\`])${escaped(name)}\1\s*,\s*(['"\`])(\d+\.\d+(?:\.\d+)?)\2`,
    'gd',
  );
  return [...code.matchAll(call)].map((match) => {
    const index = match.indices?.[3]?.[0] ?? 0;
    return { file, line: text.slice(0, index).split('\n').length, index, version: match[3] ?? '' };
  });
}

function escaped(name: string): string {
  return name.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
}

/** The text with spaces for its comments: every place stays where it is. */
function withoutComments(text: string): string {
  const tokens = /'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`|\/\/.*|\/\*[\s\S]*?\*\//g;
  return text.replace(tokens, (token) => (token.startsWith('/') ? token.replace(/[^\n]/g, ' ') : token));
}
