import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Puts a text in the place of a file; `false` where it is there already. It is written under another name first and then takes its
 * place, so that the file is there whole, before and after. Who may read it stays as it was.
 */
export function replaceFile(path: string, text: string): boolean {
  const known = existsSync(path);
  if (known && readFileSync(path, 'utf8') === text) return false;
  mkdirSync(dirname(path), { recursive: true });
  const temporary = `${path}.${randomUUID()}.tmp`;
  try {
    writeFileSync(temporary, text, { flag: 'wx', ...(known ? { mode: statSync(path).mode } : {}) });
    renameSync(temporary, path);
  } finally {
    rmSync(temporary, { force: true });
  }
  return true;
}
