import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build, type Plugin } from 'rolldown';

const ENTRIES = [
  'index.js',
  'class-transformer/index.js',
  'compat/index.js',
  'testing/index.js',
  'cli/index.js',
  'cli/main.js',
];
const from = path.resolve('build', 'lib');

// Every entry loads the main one, so that all it holds is a single file: a file costs more to find than its code to read.
const others = new Set(ENTRIES.slice(1).map((entry) => path.join(from, entry)));
const loadMainFirst: Plugin = {
  name: 'load the main entry first',
  transform: (code, file) => (others.has(file) ? { code: insertImport(code), map: null } : undefined),
};

/** Below what starts the file: a line that says which program runs it stays the first. The lines below keep their numbers. */
function insertImport(code: string): string {
  return code.replace(/^(#!.*\n)?/, "$1import '../index.js'; ");
}

// All entries in one build: they share chunks, and so each registry and each private brand exists once.
const { output } = await build({
  input: Object.fromEntries(ENTRIES.map((entry) => [entry, path.join(from, entry)])),
  platform: 'node',
  // What its user has, too, and must share with it, and what only the command needs.
  external: [/^class-transformer(\/|$)/, 'fast-check', 'commander'],
  // Nothing is left out, or the entries would not agree on what they share.
  treeshake: false,
  // V8 puts a constant in the place of its name by itself; who reads the bundle needs the name.
  optimization: { inlineConst: false },
  plugins: [loadMainFirst],
  output: {
    dir: path.join('build', 'dist'),
    format: 'esm',
    sourcemap: true,
    entryFileNames: '[name]',
    // As deep as an entry of a folder, so that `import.meta.url` is as far from the package's folder in each.
    chunkFileNames: 'chunks/[hash].js',
    // V8 compiles a `const` in, and cannot a `var`, so which of the two a bundler writes is felt in every call.
    topLevelVar: false,
  },
});
const modules = output.flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []));
writeFileSync(
  path.join('build', 'dist', 'licenses.txt'),
  licensesOf(modules.map((file) => path.relative('', file))),
);

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
