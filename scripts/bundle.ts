import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build, type Plugin } from 'esbuild';

const ENTRIES = [
  'index.js',
  'class-transformer/index.js',
  'compat/index.js',
  'testing/index.js',
  'cli/index.js',
  'cli/main.js',
];
const from = path.join('build', 'lib');
const to = path.join('build', 'dist');

// Every entry loads the main one, so that all it holds is a single file: a file costs more to find than its code to read.
const loadMainFirst: Plugin = {
  name: 'load the main entry first',
  setup(bundling) {
    const others = new Set(ENTRIES.slice(1).map((entry) => path.resolve(from, entry)));
    bundling.onLoad({ filter: /\.js$/ }, ({ path: file }) => {
      if (!others.has(file)) return undefined;
      return { contents: insertImport(readFileSync(file, 'utf8')), loader: 'js' };
    });
  },
};

/** Below what starts the file: a line that says which program runs it stays the first. The lines below keep their numbers. */
function insertImport(code: string): string {
  return code.replace(/^(#!.*\n)?/, "$1import '../index.js'; ");
}

// All entries in one build: they share chunks, and so each registry and each private brand exists once.
const { metafile } = await build({
  entryPoints: ENTRIES.map((entry) => path.join(from, entry)),
  outbase: from,
  outdir: to,
  // As deep as an entry of a folder, so that `import.meta.url` is as far from the package's folder in each.
  chunkNames: 'chunks/[hash]',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  // What its user has, too, and must share with it, and what only the command needs.
  external: ['class-transformer', 'fast-check', 'commander'],
  // Nothing is left out, or the entries would not agree on what they share.
  treeShaking: false,
  ignoreAnnotations: true,
  sourcemap: true,
  metafile: true,
  plugins: [loadMainFirst],
  logLevel: 'warning',
});
writeFileSync(path.join(to, 'licenses.txt'), licensesOf(Object.keys(metafile.inputs)));

/** The licenses of the packages that the bundle has taken in, as they want them handed on. */
function licensesOf(files: readonly string[]): string {
  const packages = files.flatMap((file) => /^node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? []);
  return [...new Set(packages)]
    .toSorted()
    .map((folder) => {
      const license = readdirSync(folder).find((file) => /^licen[cs]e/i.test(file));
      if (license === undefined) throw new Error(`${folder} has no license that a bundle could hand on`);
      const name = folder.slice('node_modules/'.length);
      return `${name}\n\n${readFileSync(path.join(folder, license), 'utf8').trim()}\n`;
    })
    .join('\n\n');
}
