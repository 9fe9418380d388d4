import { execFile } from 'node:child_process';

/** What a child process said and how it ended. */
export interface Ended {
  /** What it wrote to its standard output. */
  readonly output: string;
  readonly errors: string;
  readonly code: number;
}

/** Runs a script with Node, with this one where no other is named, and waits until it ends. */
export function run(args: readonly string[], cwd: string, node = process.execPath): Promise<Ended> {
  const env = { ...process.env, NODE_OPTIONS: '', NO_COLOR: '1' };
  return new Promise((resolve) => {
    execFile(node, args, { cwd, env, maxBuffer: 2 ** 26 }, (error, output, errors) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : -1;
      resolve({ output, errors, code });
    });
  });
}
