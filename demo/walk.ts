import {
  at,
  backport,
  type Backported,
  equals,
  fromPrimitive,
  isBacklevelError,
  modelOf,
  type ObjectClass,
  toPrimitive,
  versionsOf,
} from '../lib/index.js';

/** Something that a backport could not carry. */
export type Loss = Backported['losses'][number];

/** What came of writing some instances of a class for all of its older readers. */
export interface Walked {
  readonly object: string;
  readonly versions: number;
  readonly payloads: number;
  readonly backports: number;
  /** The codes of the errors that kept a payload from being written. */
  readonly refusals: readonly string[];
  readonly losses: readonly Loss[];
  /** Payloads that were read, given back, upgraded, and then written once more with another result. */
  readonly unstable: number;
}

/**
 * Writes each instance for each older version of its class, lets that version read it and give it back, upgrades what came
 * back, and writes it once more.
 *
 * @throws whatever a reader throws: a payload that was written must be read
 */
export function walk(Class: ObjectClass, instances: readonly object[], step: () => void): Walked {
  const model = modelOf(Class);
  const versions = versionsOf(model).map((version) => version.text);
  const refusals: string[] = [];
  const losses: Loss[] = [];
  let backports = 0;
  let unstable = 0;
  for (const version of versions.slice(0, -1)) {
    const Older = at(Class, version);
    for (const instance of instances) {
      step();
      const written = backportOrCode(instance, version);
      if (typeof written === 'string') {
        refusals.push(written);
        continue;
      }
      backports += 1;
      losses.push(...written.losses);
      const there = fromPrimitive(Older, written.primitive, { partial: true });
      const back = fromPrimitive(Class, toPrimitive(there), { partial: true });
      const again = fromPrimitive(Older, toPrimitive(back, { target: version }), { partial: true });
      if (!equals(there, again)) unstable += 1;
    }
  }
  return {
    object: `${model.namespace}.${model.name}`,
    versions: versions.length,
    payloads: instances.length,
    backports,
    refusals,
    losses,
    unstable,
  };
}

function backportOrCode(instance: object, version: string): Backported | string {
  try {
    return backport(instance, version);
  } catch (error) {
    if (isBacklevelError(error)) return error.code;
    throw error;
  }
}
