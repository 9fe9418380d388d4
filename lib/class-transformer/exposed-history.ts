import type { ExposeOptions } from 'class-transformer';
import { DeclarationError } from '../errors/declaration-errors.js';
import type { AnyFieldOptions } from '../field/definition.js';
import type { Version } from '../version/version.js';
import type { Numbering } from './numbering.js';

/** The part of a field's options that `@Expose` says. */
export type ExposedHistory = Pick<AnyFieldOptions, 'since' | 'until' | 'wire' | 'renamed'>;

/** One `@Expose`: from when to when it holds, and the name that it gives. */
interface Span {
  readonly since: Version | undefined;
  readonly until: Version | undefined;
  readonly name: string | undefined;
}

/** Where and for what a history is read. */
export interface HistoryPlace {
  readonly where: string;
  readonly numbering: Numbering;
  /** Nothing that happened up to here is history. */
  readonly oldest: Version;
  /** The wire name of the property where no `@Expose` gives it one. */
  readonly wireName: string;
}

/**
 * What the `@Expose` entries of one property say of its history. Entries whose ranges follow one another are names that
 * the field had: the last is today's. `undefined` where it was gone by the oldest version.
 *
 * @throws DeclarationError for a number without a version, and where entries overlap or leave a gap
 */
export function exposedHistory(
  entries: readonly ExposeOptions[],
  place: HistoryPlace,
): ExposedHistory | undefined {
  const spans = successive(entries, place);
  const last = spans.at(-1);
  if (last === undefined) return {};
  const isPast = (version: Version): boolean => place.oldest.atLeast(version);
  if (last.until !== undefined && isPast(last.until)) return undefined;
  const nameOf = (span: Span): string => span.name ?? place.wireName;
  const renamed = spans.slice(1).flatMap((span, index) => {
    const before = spans[index];
    return before === undefined ||
      span.since === undefined ||
      isPast(span.since) ||
      nameOf(before) === nameOf(span)
      ? []
      : [{ in: span.since.text, from: nameOf(before) }];
  });
  const since = spans[0]?.since;
  return {
    ...(since === undefined || isPast(since) ? {} : { since: since.text }),
    ...(last.until === undefined ? {} : { until: last.until.text }),
    ...(last.name === undefined ? {} : { wire: last.name }),
    ...(renamed.length === 0 ? {} : { renamed }),
  };
}

function successive(entries: readonly ExposeOptions[], place: HistoryPlace): Span[] {
  const { where, numbering } = place;
  // As there, 0 is no version and '' is no name.
  const all = entries.map(({ since, until, name }): Span => ({
    since: since ? numbering.at(since, where, 'since') : undefined,
    until: until ? numbering.at(until, where, 'until') : undefined,
    name: name || undefined,
  }));
  const spans = all
    .filter((span, index) => all.findIndex((other) => isSame(other, span)) === index)
    .toSorted((a, b) =>
      a.since === undefined || b.since === undefined
        ? Number(b.since === undefined) - Number(a.since === undefined)
        : a.since.compare(b.since),
    );
  for (const [index, span] of spans.slice(1).entries()) {
    const end = spans[index]?.until;
    if (end === undefined || span.since === undefined || span.since.olderThan(end)) {
      throw new DeclarationError(
        where,
        `two of its @Expose hold at ${span.since ?? place.oldest}, and a field has one name at a time`,
        'end one where the next begins: until and since with the same number',
      );
    }
    if (end.olderThan(span.since)) {
      throw new DeclarationError(
        where,
        `none of its @Expose holds between ${end} and ${span.since}, and a field cannot go and come back`,
        'end one where the next begins, or make it two properties',
      );
    }
  }
  return spans;
}

function isSame(a: Span, b: Span): boolean {
  return a.since === b.since && a.until === b.until && a.name === b.name;
}
