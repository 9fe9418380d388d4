import { sameData } from '../../field/json.js';
import { versionsOf } from '../../history/shape.js';
import type { Version } from '../../version/version.js';
import { changeRecordsOf } from '../record/change-records.js';
import { childrenAt } from '../record/children-at.js';
import { fieldRecordsAt } from '../record/record-version.js';
import { compareFields } from './compare-fields.js';
import { listed } from './cure.js';
import { eachObject, type Said } from './find.js';
import type { Rule } from './rule.js';
import { recordedVersions, type Subject, type World } from './world.js';

/** How far a version grew, beside how much changed. */
export const bumpRules: readonly Rule[] = [
  {
    id: 'BUMP_WITHOUT_CHANGE',
    severity: 'warn',
    mode: 'step',
    direction: 'none',
    profile: 'rolling',
    summary: 'a version is new, and nothing changed in it',
    find: eachObject(withoutChange),
  },
  {
    id: 'BUMP_TOO_SMALL',
    severity: 'error',
    mode: 'step',
    direction: 'none',
    profile: 'wire',
    summary: 'a third number only adds, and here it does more: older readers take it for what they know',
    find: eachObject(tooSmall),
  },
  {
    id: 'BUMP_TOO_LARGE',
    severity: 'info',
    mode: 'step',
    direction: 'none',
    profile: 'rolling',
    summary: 'a first number grew, which cuts off all older peers, though nothing needed it',
    find: eachObject(tooLarge),
  },
];

/** The versions that no release has, each with the one before it. */
function steps({ model, base }: Subject, { releases }: World): readonly (readonly [Version, Version])[] {
  const from = releases.length === 0 ? undefined : base?.version;
  const versions = versionsOf(model);
  return versions
    .slice(1)
    .map((version, index) => [versions[index] as Version, version] as const)
    .filter(([, version]) => from === undefined || from.olderThan(version));
}

function withoutChange(subject: Subject, world: World): readonly Said[] {
  const { model, name } = subject;
  const empty = steps(subject, world)
    .filter(([before, version]) => {
      if (changeRecordsOf(model, version).length > 0) return false;
      const [older, newer] = [fieldRecordsAt(model, before), fieldRecordsAt(model, version)];
      return sameData(older, newer) && sameData(childrenAt(model, before), childrenAt(model, version));
    })
    .map(([, version]) => version.text);
  if (empty.length === 0) return [];
  const newest = empty.at(-1) === model.version.text;
  return [
    {
      path: '',
      versions: empty,
      what: `${name} ${listed(empty)} changed nothing that a peer can notice`,
      cure: newest
        ? `set the version of ${name} back, or name ${model.version} where the change is`
        : 'nothing, if methods changed',
    },
  ];
}

function tooSmall(subject: Subject, world: World): readonly Said[] {
  const { model, name } = subject;
  return steps(subject, world).flatMap(([before, version]): Said[] => {
    if (before.minor !== version.minor) return [];
    const more = changeRecordsOf(model, version).find((change) => change.kind !== 'added');
    if (more === undefined) return [];
    const path = more.kind === 'hook' ? '' : more.field;
    const minor = `${version.major}.${version.minor + 1}`;
    return [
      {
        path,
        versions: [before.text, version.text],
        what: `${version} does more than add (${more.kind}), and readers at ${before} take it for what they know`,
        cure: `make it ${minor}: write '${minor}' for '${version}' in the change, and set the version of ${name} to '${minor}'`,
      },
    ];
  });
}

function tooLarge({ model, record, fields, name }: Subject): readonly Said[] {
  const before = recordedVersions(record).findLast(({ major }) => major < model.version.major);
  const older = before === undefined ? undefined : record?.versions[before.text]?.fields;
  if (before === undefined || older === undefined || !model.oldest.equals(model.version)) return [];
  const broken = Object.entries(older).some(([wire, field]) => {
    const now = fields[wire];
    return now === undefined || compareFields(wire, field, now).length > 0;
  });
  if (broken) return [];
  return [
    {
      path: '',
      versions: [before.text, model.version.text],
      what: `${name} ${model.version} has all that ${before} had, unchanged, and cuts off its peers`,
      cure: `call it '${before.major}.${before.minor + 1}', with since: for what is new`,
    },
  ];
}
