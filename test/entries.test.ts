import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import test from 'ava';
import type * as Main from '../lib/index.js';
import type * as ClassTransformer from '../lib/class-transformer/index.js';
import type * as Testing from '../lib/testing/index.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const { exports, dependencies, peerDependencies } = JSON.parse(
  readFileSync(path.join(root, 'package.json'), 'utf8'),
) as {
  readonly exports: Readonly<Record<string, string | { readonly types: string; readonly default: string }>>;
  readonly dependencies: object;
  readonly peerDependencies: object;
};

const entry = test.macro({
  exec: async (t, shipped: string, types: string) => {
    const names = async (file: string): Promise<string[]> =>
      Object.keys((await import(path.join(root, file))) as object).toSorted();
    t.deepEqual(await names(shipped), await names(types.replace(/\.d\.ts$/, '.js')));
  },
  title: (name = '') => `${name}: what is shipped exports what its types say`,
});
for (const [name, files] of Object.entries(exports))
  if (typeof files !== 'string') test(path.join('backlevel', name), entry, files.default, files.types);

/** The entries as they are shipped, by their names, so that no test takes the modules of lib/ for them. */
const shipped = (name: string): Promise<unknown> => import(name);

test('the entries: share what there may only be one of', async (t) => {
  const main = (await shipped('backlevel')) as typeof Main;
  const bridge = (await shipped('backlevel/class-transformer')) as typeof ClassTransformer;
  const testing = (await shipped('backlevel/testing')) as typeof Testing;
  class Bare {}
  const error = t.throws(() => bridge.fromClassTransformer(Bare, { name: '', versions: {} }));
  t.true(error instanceof main.BacklevelError);
  const Parcel = main.defineObject(
    'Parcel',
    '1.0',
    { id: main.field.integer() },
    { registry: new main.Registry() },
  );
  const parcel = testing.decode(Parcel, main.encode(main.create(Parcel, { id: 1 })));
  parcel.id = 2;
  t.deepEqual(main.changes(parcel), ['id']);
});

test('the entries: import only what the package depends on', (t) => {
  const dist = path.join(root, 'build', 'dist');
  const files = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.js'),
  );
  const imported = files.flatMap((file) =>
    [
      ...readFileSync(path.join(dist, file), 'utf8').matchAll(
        /^import (?:.*from )?"([^".][^"]*)";|\bimport\("([^"]+)"\)/gm,
      ),
    ].map(([, name, dynamic]) => (name ?? dynamic ?? '').replace(/^((?:@[^/]+\/)?[^/]+).*/, '$1')),
  );
  const packages = new Set(
    imported.filter((name) => !name.startsWith('node:') && !builtinModules.includes(name)),
  );
  t.deepEqual([...packages].toSorted(), Object.keys({ ...dependencies, ...peerDependencies }).toSorted());
});

test('the licenses: of each package that the bundle has taken in', (t) => {
  const licenses = readFileSync(path.join(root, 'build', 'dist', 'licenses.txt'), 'utf8');
  for (const name of ['fast-json-stable-stringify', 'lossless-json', 'reflect-metadata'])
    t.regex(licenses, new RegExp(`^${name}\n\n.*[Ll]icense`, 'm'));
});
