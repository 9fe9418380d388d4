import * as backlevel from '../../lib/index.js';
import { exerciseBare, exerciseModel } from './exercise.js';
import { fingerprintsOf } from './fingerprints-of.js';
import type { Fixture } from './table.js';
import * as twin from './twin.js';

const model = plain(exerciseModel(backlevel, twin));
const bare = plain(exerciseBare(backlevel, twin));

const { Disk, Server, Owner, Ticket } = twin;
const [modelPrints, barePrints] = await Promise.all([
  fingerprintsOf({ Disk, Server }),
  fingerprintsOf({ Owner, Ticket }),
]);

/** What the verbs make of each fixture, and its fingerprints: said by the project's own build of the twin, which no decorator touched. */
export const expected: Readonly<Record<Fixture, unknown>> = {
  model: { did: { ...model, label: 'web 1' }, fingerprints: modelPrints },
  bare: { did: bare, fingerprints: barePrints },
  twin: { did: [model, bare], fingerprints: { ...modelPrints, ...barePrints } },
  vague: { did: { note: null }, fingerprints: {} },
  keyword: { did: { priority: 'low' }, fingerprints: {} },
};

function plain(value: object): object {
  return JSON.parse(JSON.stringify(value)) as object;
}
