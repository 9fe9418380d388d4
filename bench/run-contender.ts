import { loadContender } from './contenders/contenders.js';
import { type TaskName, TASKS } from './contenders/contender.js';
import { floors } from './contenders/floors.js';
import { verify } from './contenders/verify.js';
import { compare, type Comparison, type Effort, type Rival } from './measure/compare.js';
import { makeWorkload, SIZE } from './workload/workload.js';

export type TaskResults = { readonly [Name in TaskName]?: Comparison };

/** Verifies a contender's tasks, then times them. Lists are timed apart from objects: they leave more to the garbage collector. */
export async function runContender(
  name: string,
  kind: 'objects' | 'lists',
  effort: Effort,
): Promise<TaskResults> {
  const contender = await loadContender(name);
  if (contender === undefined) throw new TypeError(`no contender is called ${name}`);
  const workload = makeWorkload();
  const tasks = contender.prepare(workload);
  const chosen = TASKS.filter(
    (task) => tasks[task] !== undefined && task.startsWith('list') === (kind === 'lists'),
  );
  verify(name, Object.fromEntries(chosen.map((task) => [task, tasks[task]])), workload);
  const floorOf = floors(workload);
  const rivals = chosen.map((task): [string, Rival] => [
    task,
    { run: tasks[task]!.run, floor: floorOf[task].run, samples: kind === 'lists' ? 1 : SIZE },
  ]);
  return compare(Object.fromEntries(rivals), effort);
}
