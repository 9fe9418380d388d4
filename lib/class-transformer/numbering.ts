import { DeclarationError } from '../errors/declaration-errors.js';
import { parseIn } from '../model/declaration-checks.js';
import type { Model } from '../model/model.js';
import type { Version } from '../version/version.js';

/** What class-transformer's numbers are as versions: `{ 1: '1.0', 1.1: '1.1', 2: '1.2' }`. */
export type VersionNumbers = Readonly<Record<number, string>>;

/**
 * The versions of a class by class-transformer's numbers.
 *
 * A number cannot tell 1.10 from 1.1, so the order of the numbers need not be that of the versions: `{ 1.9: '1.9', 1.1: '1.10' }`.
 */
export class Numbering {
  readonly #versions: ReadonlyMap<number, Version>;
  /** In the order of the versions. */
  readonly newest: Version;

  /** @throws DeclarationError where a key is no number, a value is no version, or the major version changes */
  constructor(
    readonly name: string,
    given: VersionNumbers,
  ) {
    const where = `${name}: versions`;
    const entries = Object.entries(given ?? {}).map(([key, text]): [number, Version] => {
      if (!Number.isFinite(Number(key)) || String(Number(key)) !== key) {
        throw new DeclarationError(
          where,
          `${JSON.stringify(key)} is not how JavaScript writes a number, so no since or until can be it`,
          Number.isFinite(Number(key))
            ? `write ${Number(key)}: '${text}', which is the number that class-transformer sees`
            : 'write the numbers that stand in since and until',
        );
      }
      return [Number(key), parseIn(`${where}: ${key}`, text)];
    });
    entries.sort(([, a], [, b]) => a.compare(b));
    const [oldest, newest] = [entries[0]?.[1], entries.at(-1)?.[1]];
    if (oldest === undefined || newest === undefined) {
      throw new DeclarationError(
        where,
        'it is empty',
        "say what class-transformer's numbers are here: versions: { 1: '1.0', 1.1: '1.1' }",
      );
    }
    if (oldest.major !== newest.major) {
      throw new DeclarationError(
        where,
        `it leads from ${oldest} to ${newest}, and a new major version cannot be bridged`,
        `keep to one major version, as in { 1: '1.0', 2: '1.1' }`,
      );
    }
    this.newest = newest;
    this.#versions = new Map(entries);
  }

  /** @throws DeclarationError for a number that has no version, with the entry to add */
  at(number: number, where: string, option: 'since' | 'until'): Version {
    const version = this.#versions.get(number);
    if (version !== undefined) return version;
    const beyond = [...this.#versions.keys()].every((known) => known < number);
    const next = beyond ? `${this.newest.major}.${this.newest.minor + 1}` : `${this.newest.major}.Y`;
    throw new DeclarationError(
      where,
      `its @Expose says ${option}: ${number}, and versions has no ${number}`,
      beyond
        ? `add it: versions: { ..., ${number}: '${next}' }`
        : `add it: versions: { ..., ${number}: '${next}' }, with the Y that it has among the others`,
    );
  }

  /**
   * Which version of `other` went with each version of this class, where one number stood for a whole tree:
   * `{ '1.0': '1.0', '1.2': '1.1' }`. `undefined` where the numbers do not say it.
   */
  alongside(other: Numbering): Record<string, string> | undefined {
    const strangers = [...other.#versions.keys()].some((number) => !this.#versions.has(number));
    if (strangers && !(this.#ascends && other.#ascends)) return undefined;
    const together = [...this.#versions].flatMap(([number, version]): [string, string][] => {
      const reached = [...other.#versions].filter(([theirs]) => {
        const at = this.#versions.get(theirs);
        return at === undefined ? theirs <= number : version.atLeast(at);
      });
      const newest = reached.at(-1)?.[1];
      return newest === undefined ? [] : [[version.text, newest.text]];
    });
    return together.length === 0 ? undefined : Object.fromEntries(together);
  }

  get #ascends(): boolean {
    const numbers = [...this.#versions.keys()];
    return numbers.every((number, index) => index === 0 || number > (numbers[index - 1] as number));
  }
}

const numberings = new WeakMap<Model, Numbering>();

export function setNumbering(model: Model, numbering: Numbering): void {
  numberings.set(model, numbering);
}

/** The numbering of a model that was made of class-transformer's decorators. */
export function numberingOf(model: Model): Numbering | undefined {
  return numberings.get(model);
}
