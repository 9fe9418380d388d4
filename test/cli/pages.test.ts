import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import test from 'ava';
import { Workplace } from './workplace.js';

/** What a reader types, and what the page says that the last command of it answers. */
interface Step {
  readonly script: string;
  readonly fails: boolean;
  readonly answer: string | undefined;
}

function stepsOf(markdown: string): readonly Step[] {
  const blocks = [...markdown.matchAll(/^```(sh|sh fails|text)\n([\s\S]*?)^```$/gm)];
  return blocks.flatMap(([, language, body = ''], index) => {
    if (language === 'text') return [];
    const next = blocks[index + 1];
    return [
      { script: body, fails: language === 'sh fails', answer: next?.[1] === 'text' ? next[2] : undefined },
    ];
  });
}

// What the page installs is there already, as links; what it runs is what was built.
const PRELUDE = `
set -e
npm() { if [ "$1" != install ]; then command npm "$@" > npm.log; fi; }
npx() { shift; node node_modules/backlevel/build/dist/cli/main.js "$@" > answer.log; }
`;

function runScript(script: string, cwd: string): Promise<{ readonly code: number; readonly stderr: string }> {
  return new Promise((resolve) => {
    execFile('bash', ['-c', PRELUDE + script], { cwd }, (error, _stdout, stderr) => {
      resolve({ code: Number(error?.code ?? 0), stderr });
    });
  });
}

const walks = test.macro({
  exec: async (t, page: string, files: Readonly<Record<string, string>>) => {
    const place = new Workplace(files, ['tsx', 'fast-check']);
    t.teardown(() => place.remove());
    const steps = stepsOf(readFileSync(page, 'utf8'));
    t.true(steps.length > 3);
    for (const { script, fails, answer } of steps) {
      const { code, stderr } = await runScript(script, place.folder);
      t.is(stderr, '', script);
      t.is(code, fails ? 1 : 0, script);
      if (answer !== undefined) t.is(place.read('answer.log'), answer, script);
    }
  },
  title: (_given: string | undefined, page: string) => `${page}: each step does what the page says`,
});
test(walks, 'docs/ci.md', {});
test(walks, 'docs/cli.md', {});
