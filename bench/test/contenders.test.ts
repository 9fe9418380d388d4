import test from 'ava';
import { CONTENDER_NAMES, loadContender } from '../contenders/contenders.js';
import { TASKS, type Tasks } from '../contenders/contender.js';
import { findPython, runOslo } from '../contenders/oslo/oslo.js';
import { verify } from '../contenders/verify.js';
import { makeWorkload } from '../workload/workload.js';

const workload = makeWorkload();

for (const name of CONTENDER_NAMES) {
  test(`${name}: every task gives the right answer for every sample`, async (t) => {
    const contender = await loadContender(name);
    // This backlevel has no such mode.
    if (contender === undefined) return t.is(name, 'backlevel, interpreted');
    const tasks = contender.prepare(workload);
    t.true(Object.keys(tasks).length > 0);
    t.notThrows(() => verify(name, tasks, workload));
  });
}

test('verify(): an answer that is wrong is found, in each task', async (t) => {
  const backlevel = await loadContender('backlevel');
  const tasks = backlevel!.prepare(workload);
  for (const name of TASKS) {
    const task = tasks[name];
    t.truthy(task, name);
    const wrong: Tasks = { [name]: { ...task, run: (index: number) => spoil(task!.run(index), index) } };
    t.throws(() => verify('spoiled', wrong, workload), {
      message: new RegExp(`^spoiled: ${name} of sample `),
    });
  }
});

/** The same answer, wrong in one place, and for one sample only where there are several. */
function spoil(answer: unknown, index: number): unknown {
  if (index !== 0 && index !== 200) return answer;
  if (answer === undefined) return '/wrong';
  if (typeof answer === 'string') return answer.startsWith('/') ? '/ports' : answer.replace(/-4/, '-5');
  if (answer instanceof Uint8Array) return Buffer.from(answer.toString().replace(/-4/, '-5'));
  if (Array.isArray(answer)) return answer.slice(1);
  return { ...(answer as object), uuid: 'wrong' };
}

const python = findPython();
// oslo.versionedobjects is a Python package: there may be none here.
(python === undefined ? test.skip : test)('oslo.versionedobjects: every task gives the right answer', (t) => {
  const results = runOslo(python!.python, { window: 1, warmUp: 4, rounds: 1, passes: 1 });
  t.true(Object.values(results).every(({ ratio }) => ratio > 0));
});
