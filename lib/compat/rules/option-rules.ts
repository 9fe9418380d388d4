import { saidOf } from './crossed-said.js';
import type { Crossed } from './crossings.js';
import { eachDifference, type Said } from './find.js';
import type { Rule } from './rule.js';
import type { Subject } from './world.js';

/** Null and absence: what a reader has no place for, and what a writer left out. */
export const optionRules: readonly Rule[] = [
  {
    id: 'FIELD_NULLABLE_ADDED',
    severity: 'error',
    mode: 'window',
    direction: 'new-to-old',
    profile: 'wire',
    summary: 'null is written for readers that have no place for it',
    find: eachDifference(['null-added'], (crossed, subject) => [
      saidOf(crossed, subject, `\`${crossed.difference.path}\` can be null, and older readers refuse null`),
    ]),
  },
  {
    id: 'FIELD_NULLABLE_REMOVED',
    severity: 'error',
    mode: 'window',
    direction: 'old-to-new',
    profile: 'wire',
    summary: 'older writers send null, and it is refused',
    find: eachDifference(
      ['null-removed'],
      (crossed, subject) => [
        saidOf(
          crossed,
          subject,
          `\`${crossed.difference.path}\` cannot be null any more, and older writers send null`,
        ),
      ],
      { stored: true },
    ),
  },
  {
    id: 'FIELD_REQUIRED_ADDED',
    severity: 'error',
    mode: 'window',
    direction: 'old-to-new',
    profile: 'wire',
    summary: 'older writers leave a field out, and it is demanded',
    find: eachDifference(
      ['required-added'],
      (crossed, subject) => [
        saidOf(
          crossed,
          subject,
          `\`${crossed.difference.path}\` is demanded, and older writers may leave it out`,
        ),
      ],
      { stored: true },
    ),
  },
  {
    id: 'FIELD_REQUIRED_REMOVED',
    severity: 'error',
    mode: 'window',
    direction: 'new-to-old',
    profile: 'wire',
    summary: 'a field may be left out, and older readers demand it',
    find: eachDifference(['required-removed'], leftOut),
  },
];

/** A field that may be left out but has a default is written by whoever uses `create`: readers may do without, writers do not. */
function leftOut(crossed: Crossed, subject: Subject): readonly Said[] {
  const { path } = crossed.difference;
  const what = `\`${path}\` may be left out, and older readers demand it`;
  const isSet = crossed.past.told[crossed.wire]?.default !== undefined;
  if (!isSet) return [saidOf(crossed, subject, what)];
  return [{ path, coverage: 'lossless', what: `${what}; its default keeps writers setting it`, cure: '' }];
}
