import { fileURLToPath } from 'node:url';
import test from 'ava';
import type { Answer } from './answer.js';
import { checkAnswer, outcomeOf } from './check-answer.js';
import { compileAll, fileOf } from './compile.js';
import { run } from './run.js';
import { type Combination, combinations, type Compiler, compilers, exceptions, fits } from './table.js';
import { makeWorkshop } from './workshop.js';

const child = fileURLToPath(new URL('child.js', import.meta.url));
const all = combinations();
const answers = new Map<Combination, Answer>();

async function answerFor(compiler: Compiler): Promise<void> {
  const workshop = makeWorkshop(compiler.replace(' ', '-'));
  const mine = all.filter((each) => each.compiler === compiler);
  const refused = await compileAll(compiler, workshop, mine);
  // One process for each kind of module, as a program is of one kind.
  for (const modules of ['esm', 'cjs']) {
    const files = mine.filter((how) => how.modules === modules && !refused.has(fileOf(how)));
    const { output, errors } = await run([child, ...files.map((how) => `${fileOf(how)}.js`)], workshop);
    if (output === '') throw new Error(`${compiler}, ${modules}: ${errors}`);
    const said = JSON.parse(output) as Record<string, Answer>;
    for (const how of files) answers.set(how, said[`${fileOf(how)}.js`] as Answer);
  }
  for (const how of mine) {
    const refusal = refused.get(fileOf(how));
    if (refusal !== undefined) answers.set(how, refusal);
  }
}

test.before(async (t) => {
  t.timeout(120_000);
  // Two at a time: tsc 5 takes as long as all the others.
  const others = compilers.filter((each) => each !== 'tsc 5');
  await Promise.all([
    answerFor('tsc 5'),
    others.reduce((before, each) => before.then(() => answerFor(each)), Promise.resolve()),
  ]);
});

for (const how of all) {
  const { compiler, decorators, useDefineForClassFields, fields, modules, fixture } = how;
  const define = `define ${useDefineForClassFields ? 'on' : 'off'}`;
  const refusal = exceptions.find((each) => fits(each, how));
  test(`${compiler}, ${decorators}, ${define}, ${fields}, ${modules}: ${fixture} ${outcomeOf(refusal)}`, (t) => {
    checkAnswer(t, answers.get(how), fixture, refusal);
  });
}

for (const exception of exceptions) {
  test(`exceptions: one is about some combination: ${exception.why}`, (t) => {
    const about = all.filter((how) => exceptions.find((each) => fits(each, how)) === exception);
    t.true(about.length > 0);
  });
}
