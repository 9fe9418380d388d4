import { existsSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Puts a text in the place of a file, whole: it is written under another name first. Who may read the file stays as it was. */
export function writeWhole(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  const temporary = `${path}.${process.pid}.tmp`;
  const mode = existsSync(path) ? { mode: statSync(path).mode } : {};
  try {
    writeFileSync(temporary, text, { flag: 'wx', ...mode });
    renameSync(temporary, path);
  } finally {
    rmSync(temporary, { force: true });
  }
}
