import { execFile } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import test from 'ava';
import { build } from 'esbuild';
import type { Registry } from '../../../lib/index.js';
import { heat } from '../../../objects/heat/index.js';
import { nova } from '../../../objects/nova/index.js';
import { fingerprintsOf } from './fingerprints-of.js';

const here = { ...(await fingerprintsOf(heat)), ...(await fingerprintsOf(nova)) };
const printer = fileURLToPath(new URL('print-fingerprints.js', import.meta.url));

const same = test.macro({
  exec: async (t, timeZone: string, locale: string) => {
    const env = { ...process.env, TZ: timeZone, LANG: locale, LC_ALL: locale, NODE_OPTIONS: '' };
    const { stdout } = await promisify(execFile)(process.execPath, [printer], { env });
    const there = JSON.parse(stdout) as { locale: string; timeZone: string; fingerprints: typeof here };
    t.is(there.timeZone, timeZone);
    t.is(there.locale, locale.replace(/\..*/, '').replace('_', '-'));
    t.deepEqual(there.fingerprints, here);
  },
  title: (_given, timeZone: string, locale: string) =>
    `fingerprints: are the same in ${timeZone}, for ${locale}`,
});
test(same, 'Pacific/Kiritimati', 'tr_TR.UTF-8');
test(same, 'America/St_Johns', 'sv_SE');

test('fingerprints: are the same of minified classes, and of a minified backlevel', async (t) => {
  const built = fileURLToPath(new URL('../../../', import.meta.url));
  const outdir = path.join(built, 'minified');
  await build({
    entryPoints: ['heat', 'nova'].map((name) => path.join(built, 'objects', name, 'index.js')),
    outbase: path.join(built, 'objects'),
    outdir,
    bundle: true,
    minify: true,
    // package.json names what has side effects for those who install it: objects/ is not among that.
    ignoreAnnotations: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
  });
  const load = (name: string): Promise<unknown> =>
    import(pathToFileURL(path.join(outdir, name, 'index.js')).href);
  const theirs = (await load('heat')) as {
    readonly heat: Registry;
    readonly Stack: { readonly name: string };
  };
  const others = (await load('nova')) as { readonly nova: Registry };
  t.not(theirs.Stack.name, 'Stack');
  t.deepEqual({ ...(await fingerprintsOf(theirs.heat)), ...(await fingerprintsOf(others.nova)) }, here);
});
