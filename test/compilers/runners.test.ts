import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import test from 'ava';
import type { Answer } from './answer.js';
import { checkAnswer, outcomeOf } from './check-answer.js';
import { type Ended, run } from './run.js';
import { noTypeStripping, type Run, type Runner, runs, settings } from './runner-table.js';
import { project, sourceOf } from './sources.js';
import { fixtures } from './table.js';
import { fillFolder, makeWorkshop } from './workshop.js';

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const installed = (name: string): string => path.join(project, 'node_modules', name);

/** Other Nodes to strip types with: paths of their binaries, separated as in PATH. */
const otherNodes = (process.env['BACKLEVEL_NODES'] ?? '').split(path.delimiter).filter((each) => each !== '');

const commands: Readonly<Record<Runner, readonly string[]>> = {
  tsx: [installed('tsx/dist/cli.mjs'), here('child.js')],
  vitest: [installed('vitest/vitest.mjs'), 'run'],
  node: [here('child.js')],
};

async function answersOf({ runner, setting, modules }: Run, node: string): Promise<Record<string, Answer>> {
  const workshop = makeWorkshop(
    `${runner}-${setting.replaceAll(' ', '-')}-${modules}-${otherNodes.indexOf(node) + 1}`,
  );
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

/** One run with one Node: the run's own, or one of the others. */
interface Job {
  readonly run: Run;
  readonly node: string;
  readonly name: string;
  readonly stripsTypes: boolean;
}

async function jobsOf(each: Run): Promise<Job[]> {
  if (each.runner !== 'node')
    return [
      {
        run: each,
        node: process.execPath,
        name: `${each.runner}, ${each.setting}, ${each.modules}`,
        stripsTypes: true,
      },
    ];
  const facts = '[process.version, process.features.typescript ? "strips" : ""].join(" ")';
  return Promise.all(
    [process.execPath, ...otherNodes].map(async (node) => {
      const [version, strips] = (await run(['-p', facts], project, node)).output.trim().split(' ');
      return { run: each, node, name: `Node ${version}, ${each.modules}`, stripsTypes: strips === 'strips' };
    }),
  );
}

const jobs = (await Promise.all(runs.map(jobsOf))).flat();
const answers = new Map<Job, Record<string, Answer>>();

test.before(async (t) => {
  t.timeout(120_000);
  for (const job of jobs) answers.set(job, await answersOf(job.run, job.node));
});

for (const job of jobs) {
  for (const fixture of fixtures) {
    const refusal = job.stripsTypes ? job.run.refusals[fixture] : noTypeStripping;
    test(`${job.name}: ${fixture} ${outcomeOf(refusal)}`, (t) => {
      checkAnswer(t, answers.get(job)?.[`${job.run.modules}/${fixture}.ts`], fixture, refusal);
    });
  }
}
