import test from 'ava';
import { CONTENDERS } from '../contenders/contenders.js';
import { TASKS, type Tasks } from '../contenders/contender.js';
import { verify } from '../contenders/verify.js';
import { makeWorkload } from '../workload/workload.js';

const workload = makeWorkload();

for (const contender of CONTENDERS) {
  test(`${contender.name}: every task gives the right answer for every sample`, (t) => {
    const tasks = contender.prepare(workload);
    t.true(Object.keys(tasks).length > 0);
    t.notThrows(() => verify(contender.name, tasks, workload));
  });
}

test('verify(): an answer that is wrong is found, in each task', (t) => {
  const [backlevel] = CONTENDERS;
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
