import { plainToInstance } from 'class-transformer';
import { type ValidationError, validateSync } from 'class-validator';
import type { Envelope } from '../../workload/wire.js';
import type { Contender } from '../contender.js';
import { readingTasks, writingTasks } from './class-transformer.js';
import { Server } from './classes.js';

export const classValidator: Contender = {
  packages: ['class-transformer', 'class-validator'],
  wire: 'own',
  checksReading: 'types, formats, enums, missing fields; no values of dicts',
  checksWriting: 'nothing',
  versions: 'one for a whole tree, a decimal number',
  byHand: 'an envelope at the top, two-way conversions, the older name',
  prepare: (workload) => {
    const good = workload.servers.envelopes.map(plainOf);
    const bad = workload.bad.map(plainOf);
    return {
      ...readingTasks(workload, writingTasks(workload), checked),
      'check good': { run: (index) => firstPath(good[index]!) },
      'check bad': { run: (index) => firstPath(bad[index]!) },
    };
  },
};

function checked<T extends object>(instance: T): T {
  for (const item of Array.isArray(instance) ? (instance as readonly object[]) : [instance]) {
    const path = pathOf(validateSync(item));
    if (path !== undefined) throw new Error(path);
  }
  return instance;
}

function firstPath(data: object): string | undefined {
  return pathOf(validateSync(plainToInstance(Server, data, { version: 1.7 })));
}

function pathOf([error]: readonly ValidationError[]): string | undefined {
  if (error === undefined) return undefined;
  const below = pathOf(error.children ?? []);
  return below === undefined ? error.property : `${error.property}/${below}`;
}

/** The data of a server without the nested envelopes, which this library would not know. */
function plainOf(envelope: Envelope): object {
  const data = envelope['versioned_object.data'];
  const inner = (child: unknown): unknown => (child as Envelope)['versioned_object.data'];
  return { ...data, flavor: inner(data['flavor']), ports: (data['ports'] as unknown[]).map(inner) };
}
