import 'reflect-metadata';
import { type ClassConstructor, instanceToPlain, plainToInstance } from 'class-transformer';
import { cycle, type Workload } from '../../workload/workload.js';
import type { Contender, Tasks } from '../contender.js';
import { wholeToBytes } from '../whole-to-bytes.js';
import { Agent, Server } from './classes.js';

export const classTransformer: Contender = {
  packages: ['class-transformer'],
  wire: 'own',
  checksReading: 'nothing',
  checksWriting: 'nothing',
  versions: 'one for a whole tree, a decimal number',
  byHand: 'an envelope at the top, two-way conversions, the older name',
  prepare: (workload) => {
    const writing = writingTasks(workload);
    return { ...writing, ...readingTasks(workload, writing, (instance) => instance) };
  },
};

/** The envelope that says which version was written; the library has none. */
interface Versioned {
  readonly name: string;
  readonly version: string;
  readonly data: object;
}

/** The writing tasks; instances are made anew. */
export function writingTasks({ servers, agents }: Workload): Tasks {
  const instances = servers.data.map((data) => plainToInstance(Server, data, { version: 1.7 }));
  const small = agents.data.map((data) => plainToInstance(Agent, data, { version: 1.1 }));
  const all = cycle(instances);
  const dataOf = (text: string): unknown => (JSON.parse(text) as Versioned).data;
  return {
    encode: { run: (index) => write('Server', instances[index]!, 1.7), meaning: dataOf },
    backport: { run: (index) => write('Server', instances[index]!, 1.4), meaning: dataOf },
    'small encode': { run: (index) => write('Agent', small[index]!, 1.1), meaning: dataOf },
    'small backport': { run: (index) => write('Agent', small[index]!, 1), meaning: dataOf },
    'list to bytes': {
      run: () => wholeToBytes(JSON.stringify(instanceToPlain(all, { version: 1.7 }))),
      meaning: (bytes: Uint8Array): unknown => JSON.parse(Buffer.from(bytes).toString()),
    },
  };
}

/** The reading tasks, with something done to each instance: nothing, or a check. */
export function readingTasks(
  { servers }: Workload,
  writing: Tasks,
  check: <T extends object>(instance: T) => T,
): Tasks {
  const written = (task: keyof Tasks): string[] =>
    servers.data.map((_, index) => Buffer.from(writing[task]!.run(index) as string).toString());
  const texts = written('encode');
  const oldTexts = written('backport');
  const smallTexts = written('small encode');
  const oldSmallTexts = written('small backport');
  const read = <T extends object>(Class: ClassConstructor<T>, text: string): T => {
    const { version, data } = JSON.parse(text) as Versioned;
    return check(plainToInstance(Class, data, { version: Number(version) }));
  };
  const list = `[${cycle(texts).join()}]`;
  return {
    decode: { run: (index) => read(Server, texts[index]!) },
    'decode old': { run: (index) => read(Server, oldTexts[index]!) },
    'small decode': { run: (index) => read(Agent, smallTexts[index]!) },
    'small decode old': { run: (index) => read(Agent, oldSmallTexts[index]!) },
    'list decode': {
      run: () => {
        const data = (JSON.parse(list) as Versioned[]).map((item) => item.data);
        return check(plainToInstance(Server, data, { version: 1.7 }));
      },
    },
  };
}

function write(name: string, instance: object, version: number): string {
  const data = instanceToPlain(instance, { version });
  return JSON.stringify({ name, version: String(version), data });
}
