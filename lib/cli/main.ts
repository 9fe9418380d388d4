#!/usr/bin/env node
import { text } from 'node:stream/consumers';
import { keepStdout } from './output/keep-stdout.js';
import { run } from './run.js';

// Whoever reads the output may stop early, as `head` does.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

const stdout = keepStdout();
const code = await run(process.argv.slice(2), {
  cwd: process.cwd(),
  env: process.env,
  stdout,
  stderr: process.stderr,
  readInput: () => text(process.stdin),
});
// The modules of a project may have opened what would keep the process alive.
stdout.flush(() => process.exit(code));
