import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import test from 'ava';

const run = promisify(execFile);
const program = fileURLToPath(new URL('./no-eval.js', import.meta.url));

/** How often code was generated, or tried to be, by a process that reads and writes with odd names. */
async function triesOf(flags: readonly string[], words: readonly string[]): Promise<number> {
  const { stdout } = await run(process.execPath, [...flags, program, ...words]);
  return Number(stdout);
}

test('code is generated once for each class, version and direction, whatever the names', async (t) => {
  t.is(await triesOf([], []), 3);
});

test('what is used seldom is not worth code of its own', async (t) => {
  t.is(await triesOf([], ['seldom']), 0);
});

test('configure({ codegen: false }): no code is generated', async (t) => {
  t.is(await triesOf([], ['forbidden']), 0);
});

test('new Registry({ codegen: false }): no code is generated for its classes', async (t) => {
  t.is(await triesOf([], ['forbidden here']), 0);
});

test('under a policy against generated code it is tried once, and everything works', async (t) => {
  t.is(await triesOf(['--disallow-code-generation-from-strings'], []), 1);
});

test('under such a policy, configure({ codegen: false }) keeps it from being tried', async (t) => {
  t.is(await triesOf(['--disallow-code-generation-from-strings'], ['forbidden']), 0);
});

for (const flag of ['--disable-proto=delete', '--disable-proto=throw'])
  test(`under ${flag} everything works`, async (t) => {
    t.is(await triesOf([flag], []), 3);
  });
