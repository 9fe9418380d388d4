import type { Workload } from '../workload/workload.js';
import type { Task, TaskName } from './contender.js';
import { wholeToBytes } from './whole-to-bytes.js';

/** What each task is compared with: the platform's own way to text and from text, which checks nothing and builds no class. */
export function floors(workload: Workload): Readonly<Record<TaskName, Task>> {
  const { servers, agents } = workload;
  const stringify = (values: readonly unknown[]): Task => ({ run: (index) => JSON.stringify(values[index]) });
  const parse = (texts: readonly string[]): Task => ({ run: (index) => JSON.parse(texts[index] as string) });
  const current = parse(servers.texts);
  const old = parse(servers.oldTexts);
  return {
    encode: stringify(servers.envelopes),
    backport: stringify(servers.oldEnvelopes),
    decode: current,
    'decode, tracked': current,
    'decode old': old,
    'decode old, tracked': old,
    'check good': current,
    'check bad': current,
    'small encode': stringify(agents.envelopes),
    'small backport': stringify(agents.oldEnvelopes),
    'small decode': parse(agents.texts),
    'small decode old': parse(agents.oldTexts),
    'list to bytes': { run: () => wholeToBytes(JSON.stringify(workload.list)) },
    'list to bytes, old': { run: () => wholeToBytes(JSON.stringify(workload.oldList)) },
    'list decode': { run: () => JSON.parse(workload.listText) },
  };
}
