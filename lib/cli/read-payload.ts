import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { UsageError } from './cli-errors.js';
import type { Context } from './context.js';

/** The text of a file, or of stdin where the path is `-`. @throws UsageError where it cannot be read */
export async function readPayload(path: string, { cwd, readInput }: Context): Promise<string> {
  if (path === '-') return readInput();
  try {
    return readFileSync(resolve(cwd, path), 'utf8');
  } catch (cause) {
    throw new UsageError(
      `${path} cannot be read: ${(cause as Error).message}`,
      'name a file, or - for stdin',
      {
        cause,
      },
    );
  }
}
