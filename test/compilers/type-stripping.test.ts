import test from 'ava';
import type { Answer } from './answer.js';
import { checkAnswer, outcomeOf } from './check-answer.js';
import { installOtherNodes, removeOtherNodes } from './other-nodes.js';
import { run } from './run.js';
import { answersOf } from './runner-answers.js';
import { type Run, runs } from './runner-table.js';
import { project } from './sources.js';
import { fixtures } from './table.js';

/** One of the other Nodes: its version, what it says of itself, and what came of the fixtures. */
interface Tried {
  readonly version: string;
  readonly strips: string;
  readonly answers: Readonly<Record<string, Answer>>;
}

const others = await installOtherNodes();
const own = runs.find(({ runner }) => runner === 'node') as Run;
// AVA wants all tests declared at once, and their titles have the versions in them.
const tried = 'binaries' in others ? await Promise.all(others.binaries.map(tryOut)) : [];
removeOtherNodes();

async function tryOut(binary: string): Promise<Tried> {
  const facts = await run(['-p', '`${process.version} ${process.features.typescript}`'], project, binary);
  const [version = '', strips = ''] = facts.output.trim().split(' ');
  return { version, strips, answers: await answersOf(own, binary, version) };
}

if ('leftOut' in others) {
  test('type stripping: the Nodes that do it are left out', (t) => {
    t.log(others.leftOut);
    t.false(others.failed && process.env['CI'] === 'true', others.leftOut);
  });
}

for (const { version, strips, answers } of tried) {
  test(`Node ${version}: strips types without being asked`, (t) => {
    t.is(strips, 'strip');
  });

  for (const fixture of fixtures) {
    const refusal = own.refusals[fixture];
    test(`Node ${version}: ${fixture} ${outcomeOf(refusal)}`, (t) => {
      checkAnswer(t, answers[`${own.modules}/${fixture}.ts`], fixture, refusal);
    });
  }
}
