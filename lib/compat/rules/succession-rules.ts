import { sameData } from '../../field/json.js';
import type { FieldRecord, TypeRecord } from '../record/object-record.js';
import { Crossing } from './coverage.js';
import { withVersion } from './cure.js';
import { declarationOf } from './declaration-text.js';
import { eachObject, eachStep, type Said } from './find.js';
import { retiredCure } from './presence-rules.js';
import type { Rule } from './rule.js';
import { type Past, propertyAt, recordedVersions, type Subject, wireOf } from './world.js';

/** What follows what: fields that went without a word, that got another name, or that came back as something else. */
export const successionRules: readonly Rule[] = [
  {
    id: 'FIELD_REMOVED_NOT_RETIRED',
    severity: 'warn',
    mode: 'step',
    direction: 'none',
    profile: 'rolling',
    summary: 'a field went without having been deprecated in a version that is still in the window',
    find: eachStep(notRetired),
  },
  {
    id: 'FIELD_RENAMED_UNLINKED',
    severity: 'warn',
    mode: 'step',
    direction: 'none',
    profile: 'rolling',
    summary: 'a field went and one of the same type came: it looks like a rename that nobody declared',
    find: eachStep(unlinked),
  },
  {
    id: 'FIELD_NAME_REUSED',
    severity: 'error',
    mode: 'step',
    direction: 'none',
    profile: 'wire',
    summary: 'a name stands for another field than it did before',
    find: eachObject(reused),
  },
];

function gone({ recorded, version }: Past, { model, fields }: Subject): readonly [string, FieldRecord][] {
  return Object.entries(recorded.fields).filter(([wire]) => {
    const property = propertyAt(model, version, wire);
    if (property !== undefined) return wireOf(model, model.version, property) === undefined;
    return !Object.hasOwn(fields, wire);
  });
}

function notRetired(base: Past, subject: Subject): readonly Said[] {
  return gone(base, subject)
    .filter(
      ([wire]) =>
        !subject.pasts.some((past) => past.inWindow && past.recorded.fields[wire]?.deprecated !== undefined),
    )
    .map(([wire, field]) => {
      const declared = propertyAt(subject.model, base.version, wire) !== undefined;
      return {
        path: wire,
        coverage: declared ? 'lossless' : 'uncovered',
        what: `\`${wire}\` went without having been deprecated first`,
        cure: declared
          ? `say deprecated: '<what to use>' on a field in one release, and retire it in a later one`
          : retiredCure(wire, field, subject),
      };
    });
}

function unlinked(base: Past, subject: Subject): readonly Said[] {
  const { model, fields, next } = subject;
  const came = Object.entries(fields).filter(([wire]) => {
    if (Object.hasOwn(base.recorded.fields, wire)) return false;
    const before = wireOf(model, base.version, propertyAt(model, model.version, wire) ?? wire);
    return before === undefined || before === wire;
  });
  return gone(base, subject).flatMap(([wire, field]) => {
    const property = propertyAt(model, base.version, wire);
    const bridged =
      property !== undefined &&
      (field.fill !== undefined || new Crossing(model, base.version, model.version, property).hooked('down'));
    const heir = came.find(
      ([, { type, optional }]) => sameData(type, field.type) && optional === field.optional,
    );
    if (heir === undefined || bridged) return [];
    const [name] = heir;
    return [
      {
        path: name,
        what: `\`${wire}\` went and \`${name}\`, of the same type, came: if it is the same field, nothing links the two`,
        cure: withVersion(`add renamed: [{ in: '${next}', from: '${wire}' }] to \`${name}\``, subject),
      },
    ];
  });
}

function reused(subject: Subject): readonly Said[] {
  const back = returned(subject);
  return [...swapped(subject).filter(({ path }) => !back.some((said) => said.path === path)), ...back];
}

/** One name, two fields of today's code: one that went, and one that came in its place. */
function swapped({ model, pasts, fields }: Subject): readonly Said[] {
  return pasts.flatMap((past) =>
    Object.keys(past.told).flatMap((wire): Said[] => {
      const before = propertyAt(model, past.version, wire);
      const now = propertyAt(model, model.version, wire);
      if (before === undefined || now === undefined || before === now) return [];
      if (!past.inWindow || !Object.hasOwn(fields, wire)) return [];
      const crossing = new Crossing(model, past.version, model.version, before);
      const turned = crossing.hooked('down') && crossing.hooked('up');
      return [
        {
          path: wire,
          versions: [past.version.text, model.version.text],
          coverage: turned ? 'lossless' : 'uncovered',
          what: `\`${wire}\` is another field than it was`,
          cure: `give the new one another name: wire: '<name>', or write a hook that turns both ways`,
        },
      ];
    }),
  );
}

/** A name that was recorded, then gone, then there again. */
function returned(subject: Subject): readonly Said[] {
  const { model, record, fields } = subject;
  const versions = recordedVersions(record).filter(({ major }) => major === model.version.major);
  return Object.entries(fields).flatMap(([wire, { type }]): Said[] => {
    const has = (text: string): boolean => record?.versions[text]?.fields[wire] !== undefined;
    const first = versions.find(({ text }) => has(text));
    const without = versions.find((version) => first?.olderThan(version) === true && !has(version.text));
    if (first === undefined || without === undefined) return [];
    const before = record?.versions[first.text]?.fields[wire]?.type as TypeRecord;
    const same = sameData(before, type);
    return [
      {
        path: wire,
        versions: [first.text, without.text, model.version.text],
        coverage: same ? 'unproved' : 'uncovered',
        what: same
          ? `\`${wire}\` is there again after ${without} did without it; stored data may mean another thing`
          : `\`${wire}\` was ${declarationOf(before)} in ${first}, was gone in ${without}, and is ${declarationOf(type)} now`,
        cure: withVersion(`give the new field a name that was never used`, subject),
      },
    ];
  });
}
