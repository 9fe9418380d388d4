import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Answer } from './answer.js';
import { run } from './run.js';
import { project, sourceOf } from './sources.js';
import type { Combination, Compiler } from './table.js';
import { transpilers } from './transpile.js';
import { fillFolder } from './workshop.js';

const typescripts = {
  'tsc 7': 'node_modules/typescript/bin/tsc',
  'tsc 5': 'test/compilers/typescript-5/node_modules/typescript/bin/tsc',
};

/** The file without its extension, in the workshop of its compiler. */
export function fileOf(how: Combination): string {
  const define = how.useDefineForClassFields ? 'define' : 'assign';
  const fields = how.fields === '!' ? 'plain' : 'declare';
  return path.join(`${how.decorators}-${define}`, `${fields}-${how.modules}`, how.fixture);
}

/** Writes and compiles all combinations of one compiler; gives what the compiler refused, by file. */
export async function compileAll(
  compiler: Compiler,
  workshop: string,
  all: readonly Combination[],
): Promise<Map<string, Answer>> {
  for (const how of all) {
    fillFolder(path.join(workshop, path.dirname(fileOf(how))), {
      [`${how.fixture}.ts`]: sourceOf(how.fixture, how.fields),
      'package.json': { type: how.modules === 'esm' ? 'module' : 'commonjs' },
    });
  }
  return compiler === 'tsc 7' || compiler === 'tsc 5'
    ? runTypeScript(path.join(project, typescripts[compiler]), workshop, all)
    : transpile(transpilers[compiler], workshop, all);
}

function transpile(
  transform: (source: string, how: Combination) => string,
  workshop: string,
  all: readonly Combination[],
): Map<string, Answer> {
  const refused = new Map<string, Answer>();
  for (const how of all) {
    const file = path.join(workshop, fileOf(how));
    try {
      writeFileSync(`${file}.js`, transform(readFileSync(`${file}.ts`, 'utf8'), how));
    } catch (error) {
      refused.set(fileOf(how), refusal((error as Error).message));
    }
  }
  return refused;
}

/** With type checks, the package's own declarations included. The files of one setting are one program. */
async function runTypeScript(
  tsc: string,
  workshop: string,
  all: readonly Combination[],
): Promise<Map<string, Answer>> {
  const refused = new Map<string, Answer>();
  const settings = new Map(all.map((how) => [fileOf(how).split(path.sep)[0] as string, how]));
  for (const [folder, { decorators, useDefineForClassFields }] of settings) {
    const legacy = decorators === 'legacy';
    const compilerOptions = {
      target: 'es2022',
      lib: ['es2024'],
      types: [],
      module: 'nodenext',
      rootDir: '.',
      strict: true,
      exactOptionalPropertyTypes: true,
      skipLibCheck: false,
      experimentalDecorators: legacy,
      emitDecoratorMetadata: legacy,
      useDefineForClassFields,
    };
    fillFolder(path.join(workshop, folder), { 'tsconfig.json': { compilerOptions, include: ['**/*.ts'] } });
    const { output } = await run([tsc, '-p', folder, '--pretty', 'false'], workshop);
    for (const line of output.split('\n').filter((each) => /error TS\d+/.test(each))) {
      const [file, message] = /^(.*)\.ts\(\d+,\d+\): (.*)$/.exec(line)?.slice(1) ?? [];
      // A fault outside the fixtures, as in the declarations of the package, is one of all files.
      const files = file === undefined ? all.map(fileOf) : [path.normalize(file)];
      for (const each of files) refused.set(each, refused.get(each) ?? refusal(message ?? line));
    }
  }
  return refused;
}

function refusal(message: string): Answer {
  return { stage: 'compile', code: 'refused', message };
}
