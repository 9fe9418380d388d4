import { decode, encode, encodeTo, fromPrimitive, Registry, validate } from 'backlevel';
import { cycle, type Samples, type Workload } from '../../workload/workload.js';
import type { Contender, Tasks } from '../contender.js';
import { declareClasses, OLD } from './classes.js';
import { readThenChanged } from './read-then-changed.js';

/** backlevel as it comes. */
export const backlevel: Contender = {
  packages: ['backlevel'],
  wire: 'nested',
  checksReading: 'everything: types, formats, enums, missing and unknown fields, limits, envelopes',
  checksWriting: 'everything',
  versions: 'each object has its own, up and down',
  byHand: 'nothing',
  prepare: (workload) => backlevelTasks(workload, new Registry({ namespace: 'bench' })),
};

/** The tasks, done with classes in a registry of the caller's. */
export function backlevelTasks(workload: Workload, registry: Registry): Tasks {
  const { Server, Agent } = declareClasses(registry);
  const { servers, agents } = workload;
  const instances = readThenChanged(Server, servers);
  const listed = cycle(instances);
  const buffer = Buffer.allocUnsafe(1 << 23);
  const small = readThenChanged(Agent, agents);
  const untracked = { track: false };
  const text = (from: Samples<unknown>, index: number): string => from.texts[index] as string;
  const oldText = (from: Samples<unknown>, index: number): string => from.oldTexts[index] as string;
  return {
    encode: { run: (index) => encode(instances[index] as object) },
    backport: { run: (index) => encode(instances[index] as object, { target: OLD }) },
    decode: { run: (index) => decode(Server, text(servers, index), untracked) },
    'decode, tracked': { run: (index) => decode(Server, text(servers, index)) },
    'decode old': { run: (index) => decode(Server, oldText(servers, index), untracked) },
    'decode old, tracked': { run: (index) => decode(Server, oldText(servers, index)) },
    'check good': { run: (index) => validate(Server, servers.envelopes[index])[0]?.pointer },
    'check bad': { run: (index) => validate(Server, workload.bad[index])[0]?.pointer },
    'small encode': { run: (index) => encode(small[index] as object) },
    'small backport': { run: (index) => encode(small[index] as object, { target: OLD }) },
    'small decode': { run: (index) => decode(Agent, text(agents, index), untracked) },
    'small decode old': { run: (index) => decode(Agent, oldText(agents, index), untracked) },
    'list to bytes': { run: () => buffer.subarray(0, encodeTo(listed, buffer)) },
    'list decode': {
      run: () =>
        (JSON.parse(workload.listText) as unknown[]).map((item) => fromPrimitive(Server, item, untracked)),
    },
    'list to bytes, old': { run: () => buffer.subarray(0, encodeTo(listed, buffer, { target: OLD })) },
  };
}
