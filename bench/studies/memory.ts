import { loadContender } from '../contenders/contenders.js';
import type { TaskName } from '../contenders/contender.js';
import { floors } from '../contenders/floors.js';
import { makeWorkload, SIZE } from '../workload/workload.js';

/** What is kept alive: the tree of JSON.parse, or what a contender decodes. */
export const PLAIN_TREE = 'JSON.parse';

/**
 * Bytes of heap for one decoded server that is kept. Needs `--expose-gc`, and a process of its own.
 *
 * @param count how many are kept
 */
export async function measureMemory(name: string, taskName: TaskName, count: number): Promise<number> {
  const workload = makeWorkload();
  const contender = await loadContender(name);
  const task = name === PLAIN_TREE ? floors(workload).decode : contender?.prepare(workload)[taskName];
  if (task === undefined) throw new TypeError(`${name} has no ${taskName}`);
  const { run } = task;
  const kept: unknown[] = Array.from({ length: count });
  for (let index = 0; index < SIZE * 8; index += 1) run(index % SIZE);
  const before = heap();
  for (let index = 0; index < count; index += 1) kept[index] = run(index % SIZE);
  const bytes = (heap() - before) / kept.length;
  kept.length = 0;
  return bytes;
}

function heap(): number {
  if (gc === undefined) throw new TypeError('measuring memory needs --expose-gc');
  for (let times = 0; times < 4; times += 1) gc();
  return process.memoryUsage().heapUsed;
}
