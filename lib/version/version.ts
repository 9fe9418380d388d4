import { InvalidVersionError } from '../errors/declaration-errors.js';
import { shorten } from '../errors/shorten.js';

/** A version as text: `'1.4'` or `'1.4.2'`. */
export type VersionText = `${number}.${number}` | `${number}.${number}.${number}`;

const FORM = /^(0|[1-9]\d{0,5})\.(0|[1-9]\d{0,5})(?:\.(0|[1-9]\d{0,5}))?$/;
const LONGEST_CACHE = 4096;
const parsed = new Map<string, Version>();

/**
 * A version `X.Y` or `X.Y.Z`, compared as numbers: 1.10 is newer than 1.9.
 *
 * `X` grows with a change that cannot be bridged, `Y` with each change that a reader can notice, `Z` only adds.
 * `1.4` and `1.4.0` are equal; each keeps its own text.
 */
export class Version {
  private constructor(
    readonly text: string,
    readonly major: number,
    readonly minor: number,
    readonly patch: number,
  ) {
    Object.freeze(this);
  }

  /**
   * Parses a version strictly; equal texts give the same object.
   *
   * @throws InvalidVersionError for a number (1.10 would be 1.1), leading zeros, a part above 999999, or anything else
   */
  static parse(text: string): Version {
    const known = parsed.get(text);
    if (known !== undefined) return known;
    const version = Version.tryParse(text);
    if (version === undefined) throw new InvalidVersionError(shorten(text));
    return version;
  }

  /** The version, or `undefined` where the text is none. */
  static tryParse(text: unknown): Version | undefined {
    if (typeof text !== 'string') return undefined;
    const known = parsed.get(text);
    if (known !== undefined) return known;
    const match = FORM.exec(text);
    if (match === null) return undefined;
    const version = new Version(text, Number(match[1]), Number(match[2]), Number(match[3] ?? 0));
    if (parsed.size < LONGEST_CACHE) parsed.set(text, version);
    return version;
  }

  /** Negative where this is older than `other`, 0 where they are equal, positive where it is newer. */
  compare(other: Version): number {
    return this.major - other.major || this.minor - other.minor || this.patch - other.patch;
  }

  olderThan(other: Version): boolean {
    return this.compare(other) < 0;
  }

  atLeast(other: Version): boolean {
    return this.compare(other) >= 0;
  }

  equals(other: Version): boolean {
    return this.compare(other) === 0;
  }

  /** Whether a reader at this version accepts a payload of `writer`: same major, a minor not above its own, any patch. */
  accepts(writer: Version): boolean {
    return this.major === writer.major && writer.minor <= this.minor;
  }

  toString(): string {
    return this.text;
  }

  toJSON(): string {
    return this.text;
  }
}

/** The older and the newer of two versions, in that order. */
export function ordered(a: Version, b: Version): [Version, Version] {
  return a.olderThan(b) ? [a, b] : [b, a];
}
