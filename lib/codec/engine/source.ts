/** What an instance was read from: the state that its changes are counted from. */
export interface Source {
  /** Its data in wire names and JSON values, in the newest shape. */
  readonly data: Readonly<Record<string, unknown>>;
  /** The envelope or node itself, by which a parent knows that it still holds the same child. */
  readonly tree: unknown;
  /** The wire names that the payload said were changed, as it said them. */
  readonly listed: readonly string[] | undefined;
  /** Whether nobody else holds the data: a value that still is the one in them was checked when it was read. */
  readonly own: boolean;
}

/** Stands for the source of an instance that was decoded without tracking. */
export const UNTRACKED = Symbol('untracked');

type Stamp = Source | typeof UNTRACKED;

const frozen = new WeakMap<object, Stamp>();

// A constructor that answers its argument lets a subclass put a private field on any object: invisible to keys, spread,
// structuredClone and deep equality, and much cheaper than a WeakMap.
class Given {
  constructor(target: object) {
    return target;
  }
}

class Stamped extends Given {
  #stamp: Stamp;

  constructor(target: object, stamp: Stamp) {
    super(target);
    this.#stamp = stamp;
  }

  static putFirst(target: object, stamp: Stamp): void {
    new Stamped(target, stamp);
  }

  static put(target: object, stamp: Stamp): void {
    if (#stamp in target) target.#stamp = stamp;
    else if (Object.isExtensible(target)) Stamped.putFirst(target, stamp);
    else frozen.set(target, stamp);
  }

  static get(target: object): Stamp | undefined {
    return #stamp in target ? target.#stamp : frozen.get(target);
  }
}

const FEW = 16;

/** What tells whether the payload said that a field was changed. */
export function listing({ listed }: Source): (wire: string) => boolean {
  if (listed === undefined) return () => false;
  if (listed.length <= FEW) return (wire) => listed.includes(wire);
  const names = new Set(listed);
  return (wire) => names.has(wire);
}

/** Remembers what an instance was read from; a later stamp replaces an earlier one. */
export function stamp(instance: object, source: Stamp): void {
  Stamped.put(instance, source);
}

/** The same for an instance that was just made: cheaper, and it throws where a constructor answers what was stamped before. */
export function stampFirst(instance: object, source: Stamp): void {
  Stamped.putFirst(instance, source);
}

/** What an instance was read from; `undefined` for one that was made here. */
export function sourceOf(instance: object): Stamp | undefined {
  return Stamped.get(instance);
}
