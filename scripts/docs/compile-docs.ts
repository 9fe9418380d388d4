import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const settings = {
  extends: '../../tsconfig.json',
  compilerOptions: { composite: false, declaration: false, declarationMap: false, rootDir: '.', outDir: '.' },
  include: ['*.ts'],
  exclude: [],
};

/** Compiles the modules in `folder` with the project's settings. Gives what the compiler said, about the pages. */
export function compileDocs(folder: string, pages: ReadonlyMap<string, string>): string[] {
  writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify(settings, undefined, 2));
  const typescript = createRequire(import.meta.url).resolve('typescript/package.json');
  const tsc = path.join(path.dirname(typescript), 'bin', 'tsc');
  const { status, stdout, stderr } = spawnSync(process.execPath, [tsc, '-p', folder, '--pretty', 'false'], {
    encoding: 'utf8',
  });
  if (status === 0) return [];
  const lines = `${stdout}${stderr}`.trimEnd().split('\n');
  return lines.map((line) =>
    line.replace(/^.*?([^/\\]+)\.ts\((\d+),\d+\)/, (found, module: string, number: string) => {
      const page = pages.get(module);
      return page ? `${page}:${number}` : found;
    }),
  );
}
