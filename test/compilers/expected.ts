import * as backlevel from '../../lib/index.js';
import { exerciseBare, exerciseModel } from './exercise.js';
import type { Fixture } from './table.js';
import * as twin from './twin.js';

const model = plain(exerciseModel(backlevel, twin));
const bare = plain(exerciseBare(backlevel, twin));

/** What the verbs make of each fixture: said by the project's own build of the twin, which no decorator touched. */
export const expected: Readonly<Record<Fixture, unknown>> = {
  model: { ...model, label: 'web 1' },
  bare,
  twin: [model, bare],
  vague: { note: null },
  keyword: { priority: 'low' },
};

function plain(value: object): object {
  return JSON.parse(JSON.stringify(value)) as object;
}
