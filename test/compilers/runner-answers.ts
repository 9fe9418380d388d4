import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Answer } from './answer.js';
import { type Ended, run } from './run.js';
import { type Run, type Runner, settings } from './runner-table.js';
import { project, sourceOf } from './sources.js';
import { fixtures } from './table.js';
import { fillFolder, makeWorkshop } from './workshop.js';

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const installed = (name: string): string => path.join(project, 'node_modules', name);

const commands: Readonly<Record<Runner, readonly string[]>> = {
  tsx: [installed('tsx/dist/cli.mjs'), here('child.js')],
  vitest: [installed('vitest/vitest.mjs'), 'run'],
  node: [here('child.js')],
};

/** What comes of the fixtures in one run, by their files: `esm/model.ts`. With another Node than this one, `label` tells it apart. */
export async function answersOf(
  { runner, setting, modules }: Run,
  node = process.execPath,
  label = 'own',
): Promise<Record<string, Answer>> {
  const workshop = makeWorkshop(`${runner}-${setting.replaceAll(' ', '-')}-${modules}-${label}`);
  const spec = readFileSync(path.join(project, 'test/fixtures/compilers/vitest.test.ts'), 'utf8');
  fillFolder(workshop, {
    'package.json': { type: modules === 'esm' ? 'module' : 'commonjs' },
    'tsconfig.json': { compilerOptions: { target: 'es2022', module: 'nodenext', ...settings[setting] } },
  });
  fillFolder(path.join(workshop, modules), {
    ...Object.fromEntries(fixtures.map((fixture) => [`${fixture}.ts`, sourceOf(fixture)])),
    'vitest.test.ts': spec.replace("'answer'", `'${pathToFileURL(here('answer.js')).href}'`),
  });
  const files = runner === 'vitest' ? [] : fixtures.map((fixture) => `${modules}/${fixture}.ts`);
  const ended: Ended = await run([...commands[runner], ...files], workshop, node);
  if (ended.code !== 0) throw new Error(`${runner} failed: ${ended.output}${ended.errors}`);
  const text = runner === 'vitest' ? readFileSync(path.join(workshop, 'answers.json'), 'utf8') : ended.output;
  return JSON.parse(text) as Record<string, Answer>;
}
