import type * as backlevel from '../../lib/index.js';
import { exerciseBare, exerciseModel } from './exercise.js';
import { fingerprintsOf } from './fingerprints-of.js';
import type { Fixture } from './table.js';
import type * as twin from './twin.js';

/** What came of one fixture: what the verbs made of its classes and how these are recorded, or what was thrown, and when. */
export type Answer =
  | { readonly answer: unknown }
  | { readonly stage: Stage; readonly code: string; readonly message: string };

/** `compile`: the compiler refuses. `load`: the module throws when it is imported. `use`: a verb throws. */
export type Stage = 'compile' | 'load' | 'use';

/** The classes of all fixtures; each has some. */
type Classes = typeof twin & {
  readonly Vague: new () => { note: string | null };
  readonly Keyword: new () => { priority: 'low' | 'high' };
};

/** Loads a compiled fixture and asks the verbs about its classes. Never throws. */
export async function answerTo(
  fixture: Fixture,
  library: typeof backlevel,
  load: () => unknown,
): Promise<Answer> {
  let stage: Stage = 'load';
  try {
    const classes = (await load()) as Classes;
    stage = 'use';
    const did: unknown = JSON.parse(JSON.stringify(exercise(fixture, library, classes)));
    return { answer: { did, fingerprints: await fingerprintsOf(classes) } };
  } catch (error) {
    const { name, code = name, message } = error as Error & { readonly code?: string };
    return { stage, code, message };
  }
}

function exercise(fixture: Fixture, library: typeof backlevel, classes: Classes): unknown {
  switch (fixture) {
    case 'model':
      return { ...exerciseModel(library, classes), label: labelOf(classes.Server) };
    case 'bare':
      return exerciseBare(library, classes);
    case 'twin':
      return [exerciseModel(library, classes), exerciseBare(library, classes)];
    case 'vague':
      return library.create(classes.Vague, { note: null });
    case 'keyword':
      return library.create(classes.Keyword, { priority: 'low' });
  }
}

/** What a method of the class says, which has private state; the twin has none. */
function labelOf(Server: new () => object): string {
  const server = Object.assign(new Server() as { label(): string }, { displayName: 'web' });
  return server.label();
}
