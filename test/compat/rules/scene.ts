import {
  check,
  type CheckOptions,
  addRelease,
  emptyHistory,
  type Finding,
  type History,
  type ProofLike,
  takeSnapshot,
} from '../../../lib/compat/index.js';
import { defineObject, type FieldLike, Registry } from '../../../lib/index.js';
import type { DefineOptions } from '../../../lib/index.js';

/** Declares the classes of one time. */
export type Declare = (registry: Registry) => void;

/** What was recorded, what the code is now, and how the check is asked. */
export interface Scene {
  /** Classes of the past, oldest first: each time is recorded, and what it does not have any more stays recorded. */
  readonly before: readonly Declare[];
  readonly now: Declare;
  /** Releases made after the time of that index; none where nothing is said. */
  readonly releases?: Readonly<Record<string, number>>;
  /** What happens to the history before the check. */
  readonly edit?: (history: History) => History;
  readonly options?: CheckOptions;
}

type Fields = Readonly<Record<string, FieldLike>>;
type Options = Omit<DefineOptions, 'registry' | 'check' | 'construct'>;

export function object(name: string, version: string, fields: Fields, options: Options = {}): Declare {
  return (registry) => {
    defineObject(name, version, fields, { ...options, registry });
  };
}

/** A class called Thing. */
export function thing(version: string, fields: Fields, options: Options = {}): Declare {
  return object('Thing', version, fields, options);
}

/** Several classes of one time. */
export function all(...declared: readonly Declare[]): Declare {
  return (registry) => {
    for (const declare of declared) declare(registry);
  };
}

export function registryOf(declare: Declare): Registry {
  const registry = new Registry({ namespace: 'shop' });
  declare(registry);
  return registry;
}

/** The history that a team has which took a snapshot at each time, and made its releases. */
export async function historyOf({ before, releases = {}, edit }: Scene): Promise<History> {
  let history = emptyHistory('history');
  for (const [index, declare] of before.entries()) {
    const registry = registryOf(declare);
    ({ history } = await takeSnapshot(registry, history));
    for (const [name, at] of Object.entries(releases))
      if (at === index) history = addRelease(history, registry, name);
  }
  return edit === undefined ? history : edit(history);
}

/** What a check finds, with a proof that tried every pair and found nothing wrong. */
export async function findings(scene: Scene): Promise<Finding[]> {
  const history = await historyOf(scene);
  const registry = registryOf(scene.now);
  return check(registry, history, { proof: cleanProof(registry, history), ...scene.options });
}

/** A proof that tried today's classes with every recorded version. */
export function cleanProof(
  registry: Registry,
  { objects }: History,
  failures: ProofLike['failures'] = [],
): ProofLike {
  const pairs = registry.models.flatMap(({ name, namespace, version: { text } }) =>
    Object.keys(objects.get(`${namespace}.${name}`)?.versions ?? {}).flatMap((version) => [
      { object: name, writer: version, reader: text },
      { object: name, writer: text, reader: version },
    ]),
  );
  return { pairs, failures };
}
