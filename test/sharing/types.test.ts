import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import test from 'ava';
import { installService, makeWorkspace } from './install.js';

const typescript = createRequire(import.meta.url).resolve('typescript/package.json');
const tsc = join(dirname(typescript), 'bin', 'tsc');

const workspace = await makeWorkspace();
test.after.always(() => rm(workspace, { recursive: true }));

test('types: a service compiles against the models and backlevel, the libraries checked too', async (t) => {
  const installation = { release: '2017.1', backlevel: 'peerDependencies' } as const;
  t.deepEqual(await compile(await installService(workspace, 'one-copy', installation)), []);
});

test('types: of two versions of backlevel, only the registry of one is not that of the other', async (t) => {
  const installation = { release: '2017.1', backlevel: 'dependencies' } as const;
  const said = await compile(await installService(workspace, 'two-copies', installation));
  t.is(said.length, 1);
  t.regex(said[0] ?? '', /^consumer\.ts\(\d+,\d+\): error TS2322: Type .*\bRegistry' is not assignable to/);
});

/** What the compiler says of consumer.ts, an error a line. */
async function compile(folder: string): Promise<string[]> {
  const said = await new Promise<string>((resolve) => {
    execFile(process.execPath, [tsc, '-p', folder, '--pretty', 'false'], { cwd: folder }, (_, stdout) =>
      resolve(stdout),
    );
  });
  return said.split('\n').filter((line) => /^\S/.test(line));
}
