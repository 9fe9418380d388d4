import test from 'ava';
import type { Answer } from './answer.js';
import { checkAnswer, outcomeOf } from './check-answer.js';
import { answersOf } from './runner-answers.js';
import { noTypeStripping, type Run, runs } from './runner-table.js';
import { fixtures } from './table.js';

const answers = new Map<Run, Record<string, Answer>>();

test.before(async (t) => {
  t.timeout(120_000);
  for (const each of runs) answers.set(each, await answersOf(each));
});

for (const each of runs) {
  const { runner, setting, modules, refusals } = each;
  const isNode = runner === 'node';
  const name = isNode ? `Node ${process.version}, ${modules}` : `${runner}, ${setting}, ${modules}`;
  for (const fixture of fixtures) {
    const refusal = isNode && !('typescript' in process.features) ? noTypeStripping : refusals[fixture];
    test(`${name}: ${fixture} ${outcomeOf(refusal)}`, (t) => {
      checkAnswer(t, answers.get(each)?.[`${modules}/${fixture}.ts`], fixture, refusal);
    });
  }
}
