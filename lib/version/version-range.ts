import { InvalidVersionError } from '../errors/declaration-errors.js';
import { shorten } from '../errors/shorten.js';
import { Version } from './version.js';

const COMPARATOR = /^(>=|<=|!=|==|=|>|<)?\s*([\d.]+)$/;

type Comparator = readonly [operator: string, version: Version];

/**
 * A range of versions: comparators joined by commas, all of which must hold, as in `'>=1.2,<1.10'` or `'1.4'`.
 *
 * @throws InvalidVersionError where the text is no range
 */
export class VersionRange {
  readonly #comparators: readonly Comparator[];

  private constructor(
    readonly text: string,
    comparators: readonly Comparator[],
  ) {
    this.#comparators = comparators;
  }

  static parse(text: string): VersionRange {
    if (typeof text !== 'string') throw new InvalidVersionError(shorten(text), 'a range is a text');
    const comparators = text.split(',').map((part): Comparator => {
      const match = COMPARATOR.exec(part.trim());
      const version = Version.tryParse(match?.[2]);
      if (match === null || version === undefined) {
        throw new InvalidVersionError(
          shorten(text),
          "a range is comparators joined by commas, as in '>=1.2,<1.10'",
        );
      }
      return [match[1] ?? '=', version];
    });
    return new VersionRange(text, comparators);
  }

  includes(version: Version): boolean {
    return this.#comparators.every(([operator, bound]) => holds(version.compare(bound), operator));
  }

  toString(): string {
    return this.text;
  }
}

function holds(order: number, operator: string): boolean {
  switch (operator) {
    case '>=':
      return order >= 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    case '<':
      return order < 0;
    case '!=':
      return order !== 0;
    default:
      return order === 0;
  }
}
