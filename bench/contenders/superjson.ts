import { parse, stringify } from 'superjson';
import type { Contender } from './contender.js';
import { type Format, ownWireTasks } from './own-wire-tasks.js';

export const superjson: Contender = {
  packages: ['superjson'],
  wire: 'own',
  checksReading: 'nothing',
  checksWriting: 'nothing',
  versions: 'none',
  byHand: 'the way up and down, classes',
  prepare: (workload) =>
    ownWireTasks<string>(workload, {
      server: format(),
      oldServer: format(),
      agent: format(),
      oldAgent: format(),
      list: format(),
    }),
};

function format<T, R = T>(): Format<T, string, R> {
  return { write: (data) => stringify(data), read: (text) => parse<R>(text) };
}
