import type { Crossed } from './crossings.js';
import { crossedFields } from './crossings.js';
import type { DifferenceKind } from './difference.js';
import type { Found } from './rule.js';
import type { Past, Subject, World } from './world.js';

/** What a rule says of one place; object and versions are those of what it looked at. */
export type Said = Omit<Found, 'object' | 'versions'> & { readonly versions?: readonly string[] };

/** Looks at each object. */
export function eachObject(
  look: (subject: Subject, world: World) => readonly Said[],
): (world: World) => readonly Found[] {
  return (world) =>
    world.subjects.flatMap((subject) =>
      look(subject, world).map((said) => ({
        object: subject.name,
        versions: [subject.model.version.text],
        ...said,
      })),
    );
}

/**
 * Looks at each version that may run beside today's code; with `stored`, also at those that only stored data can still have,
 * where the profile counts them.
 */
export function eachPast(
  look: (past: Past, subject: Subject, world: World) => readonly Said[],
  { stored = false }: { readonly stored?: boolean } = {},
): (world: World) => readonly Found[] {
  return (world) =>
    world.subjects.flatMap((subject) =>
      subject.pasts
        .filter((past) => past.inWindow || (stored && world.countsStored))
        .flatMap((past) =>
          look(past, subject, world).map((said) => ({
            object: subject.name,
            versions: between(past, subject),
            ...said,
          })),
        ),
    );
}

/** Looks at the step from the newest version that is recorded to today's. */
export function eachStep(
  look: (base: Past, subject: Subject, world: World) => readonly Said[],
): (world: World) => readonly Found[] {
  return (world) =>
    world.subjects.flatMap((subject) => {
      const { base } = subject;
      if (base === undefined) return [];
      return look(base, subject, world).map((said) => ({
        object: subject.name,
        versions: between(base, subject),
        ...said,
      }));
    });
}

/** Looks at the differences of some kinds, in every version that may run beside today's code. */
export function eachDifference(
  kinds: readonly DifferenceKind[],
  look: (crossed: Crossed, subject: Subject) => readonly Said[],
  options: { readonly stored?: boolean } = {},
): (world: World) => readonly Found[] {
  return eachPast((past, subject) => differences(kinds, look, past, subject), options);
}

/** Looks at the differences of some kinds, in the step from the newest recorded version to today's. */
export function stepDifference(
  kinds: readonly DifferenceKind[],
  look: (crossed: Crossed, subject: Subject) => readonly Said[],
): (world: World) => readonly Found[] {
  return eachStep((base, subject) => differences(kinds, look, base, subject));
}

function differences(
  kinds: readonly DifferenceKind[],
  look: (crossed: Crossed, subject: Subject) => readonly Said[],
  past: Past,
  subject: Subject,
): readonly Said[] {
  return crossedFields(subject, past)
    .filter(({ difference }) => kinds.includes(difference.kind))
    .flatMap((crossed) => look(crossed, subject));
}

function between({ version }: Past, { model }: Subject): readonly string[] {
  return version.equals(model.version) ? [version.text] : [version.text, model.version.text];
}
