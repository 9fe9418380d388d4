import type { Terminal } from './progress-line.js';

/** Stdout, from now on for the answer alone: what the modules of a project print goes to stderr, so that JSON stays JSON. */
export function keepStdout(): Terminal & { flush(done: () => void): void } {
  const { stdout, stderr } = process;
  const write = stdout.write.bind(stdout) as (text: string, done?: () => void) => boolean;
  stdout.write = stderr.write.bind(stderr);
  return {
    isTTY: stdout.isTTY,
    write: (text) => write(text),
    flush: (done) => void write('', done),
  };
}
