import { isDeepStrictEqual } from 'node:util';
import { oldAgentData, oldServerData } from '../workload/wire.js';
import { BAD_PLACE, cycle, SIZE, type Workload } from '../workload/workload.js';
import { type Task, type TaskName, TASKS, type Tasks } from './contender.js';

/** What a right answer to a task means: the whole envelope, or the plain data where the wire form is the library's own. */
interface Right {
  readonly data: unknown;
  readonly envelope?: unknown;
}

/**
 * Runs each task on every sample and compares the answers with the reference, the first time in the cold and once more.
 *
 * @throws Error that names contender, task and sample for an answer that is wrong
 */
export function verify(name: string, tasks: Tasks, workload: Workload): void {
  for (const taskName of TASKS) {
    const task = tasks[taskName];
    if (task === undefined) continue;
    const count = taskName.startsWith('list') ? 1 : SIZE;
    for (let index = 0; index < count * 2; index += 1) {
      const sample = index % count;
      const problem = problemOf(taskName, task, sample, workload);
      if (problem !== undefined) throw new Error(`${name}: ${taskName} of sample ${sample}: ${problem}`);
    }
  }
}

function problemOf(taskName: TaskName, task: Task, index: number, workload: Workload): string | undefined {
  const output = task.run(index);
  if (taskName === 'check good')
    return output === undefined ? undefined : `expected no path, got ${show(output)}`;
  if (taskName === 'check bad')
    return BAD_PLACE.test(String(output)) ? undefined : `expected the path of the ip, got ${show(output)}`;
  const right = rightAnswer(taskName, index, workload);
  const seen = plain(meaningOf(output, task));
  const expected = plain(
    task.meaning === undefined && right.envelope !== undefined ? right.envelope : right.data,
  );
  return isDeepStrictEqual(seen, expected) ? undefined : `expected ${show(expected)}, got ${show(seen)}`;
}

function meaningOf(output: unknown, task: Task): unknown {
  if (task.meaning !== undefined) return task.meaning(output as never);
  if (typeof output === 'string') return JSON.parse(output);
  return output instanceof Uint8Array ? JSON.parse(Buffer.from(output).toString('utf8')) : output;
}

function rightAnswer(taskName: TaskName, index: number, { servers, agents, ...lists }: Workload): Right {
  switch (taskName) {
    case 'encode':
      return { data: servers.data[index], envelope: servers.envelopes[index] };
    case 'backport':
      return { data: oldServerData(servers.data[index]!), envelope: servers.oldEnvelopes[index] };
    case 'decode':
    case 'decode, tracked':
      return { data: servers.data[index] };
    case 'decode old':
    case 'decode old, tracked':
      return { data: servers.upgraded[index] };
    case 'small encode':
      return { data: agents.data[index], envelope: agents.envelopes[index] };
    case 'small backport':
      return { data: oldAgentData(agents.data[index]!), envelope: agents.oldEnvelopes[index] };
    case 'small decode':
      return { data: agents.data[index] };
    case 'small decode old':
      return { data: agents.upgraded[index] };
    case 'list to bytes':
      return { data: cycle(servers.data), envelope: lists.list };
    case 'list to bytes, old':
      return { data: cycle(servers.data).map(oldServerData), envelope: lists.oldList };
    case 'list decode':
      return { data: cycle(servers.data) };
    case 'check good':
    case 'check bad':
      throw new TypeError(`${taskName} has no data`);
  }
}

/** Values as JSON has them, in no order of keys: class instances and dates compare by what they hold. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

function show(value: unknown): string {
  return String(JSON.stringify(value)).slice(0, 600);
}
