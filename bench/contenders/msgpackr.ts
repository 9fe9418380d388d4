import { Packr } from 'msgpackr';
import type { Contender } from './contender.js';
import { type Format, ownWireTasks } from './own-wire-tasks.js';

export const msgpackr: Contender = {
  name: 'msgpackr',
  packages: ['msgpackr'],
  wire: 'binary',
  checksReading: 'nothing',
  checksWriting: 'nothing',
  versions: 'none',
  byHand: 'the way up and down, classes',
  prepare: (workload) => {
    const packr = new Packr({ structures: [] });
    return ownWireTasks<Buffer>(workload, {
      server: format(packr),
      oldServer: format(packr),
      agent: format(packr),
      oldAgent: format(packr),
      list: format(packr),
    });
  },
};

function format<T, R = T>(packr: Packr): Format<T, Buffer, R> {
  return { write: (data) => packr.pack(data), read: (bytes) => packr.unpack(bytes) as R };
}
