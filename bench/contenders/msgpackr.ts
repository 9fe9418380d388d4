import { Packr } from 'msgpackr';
import type { Contender } from './contender.js';
import { type Format, ownWireTasks } from './own-wire-tasks.js';

export const msgpackr: Contender = {
  packages: ['msgpackr'],
  wire: 'binary',
  checksReading: 'nothing',
  checksWriting: 'nothing',
  versions: 'none',
  byHand: 'the way up and down, classes',
  prepare: (workload) =>
    ownWireTasks<Buffer>(workload, {
      server: format(),
      oldServer: format(),
      agent: format(),
      oldAgent: format(),
      list: format(),
    }),
};

/** Reader and writer have agreed on the shapes of the objects, so these do not travel. */
function format<T, R = T>(): Format<T, Buffer, R> {
  const packr = new Packr({ structures: [] });
  return { write: (data) => packr.pack(data), read: (bytes) => packr.unpack(bytes) as R };
}
