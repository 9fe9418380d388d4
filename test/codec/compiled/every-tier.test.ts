import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import test from 'ava';

const run = promisify(execFile);
const ava = fileURLToPath(new URL('../../../../node_modules/ava/entrypoints/cli.mjs', import.meta.url));
const root = fileURLToPath(new URL('../../../../', import.meta.url));

// The run above these tests is the tiered one, in which most tests use a class too seldom to leave its first way. These say what holds
// where only one of its ways is taken.
const holds = test.macro({
  exec: async (t, tier: string) => {
    t.timeout(240_000);
    const preload = `--import=./build/test/codec/compiled/tiers/${tier}.js`;
    const { AVA_PATH: _path, ...env } = process.env;
    const args = [
      ava,
      '--tap',
      `--node-arguments=--enable-source-maps ${preload}`,
      'build/test/codec/*.test.js',
      'build/test/conformance/conformance.test.js',
      'build/test/history/*.test.js',
      'build/test/objects/{heat,nova}/*.test.js',
      'build/test/class-transformer/*.test.js',
    ];
    const { stdout } = await run(process.execPath, args, { cwd: root, env, maxBuffer: 64 * 1024 * 1024 });
    t.regex(stdout, /^# fail 0$/m);
    t.true(Number(/^# pass (\d+)$/m.exec(stdout)?.[1]) > 1000);
  },
  title: (_given, tier: string) =>
    `the tests of the codec, of histories and of object models hold with the ${tier} way alone`,
});

test.serial(holds, 'plain');
test.serial(holds, 'interpreted');
test.serial(holds, 'generated');
