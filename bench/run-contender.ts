import { loadContender } from './contenders/contenders.js';
import { type TaskName, TASKS } from './contenders/contender.js';
import { floors } from './contenders/floors.js';
import { verify } from './contenders/verify.js';
import { compare, type Comparison, type Effort, type Rival } from './measure/compare.js';
import { makeWorkload, SIZE } from './workload/workload.js';

export type TaskResults = { readonly [Name in TaskName]?: Comparison };

/** Which tasks a process times. Lists leave more to the garbage collector, so that what is timed beside them is worth less. */
export type Kind = 'objects' | 'lists' | 'all';

/** Verifies a contender's tasks, then times them. */
export async function runContender(name: string, kind: Kind, effort: Effort): Promise<TaskResults> {
  const contender = await loadContender(name);
  if (contender === undefined) throw new TypeError(`no contender is called ${name}`);
  const workload = makeWorkload();
  const tasks = contender.prepare(workload);
  const chosen = TASKS.filter(
    (task) => tasks[task] !== undefined && (kind === 'all' || task.startsWith('list') === (kind === 'lists')),
  );
  verify(name, Object.fromEntries(chosen.map((task) => [task, tasks[task]])), workload);
  const floorOf = floors(workload);
  const rivals = chosen.map((task): [string, Rival] => [
    task,
    { run: tasks[task]!.run, floor: floorOf[task].run, samples: task.startsWith('list') ? 1 : SIZE },
  ]);
  return compare(Object.fromEntries(rivals), effort);
}
