import { canonicalJson } from '../../codec/canonical-json.js';
import { sameData } from '../../field/json.js';
import { isFrozen } from '../record/take-snapshot.js';
import type { FieldRecord, VersionRecord } from '../record/object-record.js';
import { identityOf } from '../record/record-version.js';
import { compareFields } from './compare-fields.js';
import { withVersion } from './cure.js';
import { type Difference, isBehaviour } from './difference.js';
import { cureOf } from './difference-cure.js';
import { eachObject, type Said } from './find.js';
import { retiredCure } from './presence-rules.js';
import type { Rule } from './rule.js';
import type { Subject, World } from './world.js';

/** The code says something else than what was recorded of the version that it claims to be. */
export const driftRules: readonly Rule[] = [
  {
    id: 'DRIFT_SHAPE_NO_BUMP',
    severity: 'error',
    mode: 'version',
    direction: 'none',
    profile: 'wire',
    summary: 'the shape of a version is not the one that was recorded of it',
    find: eachObject((subject, world) => [...otherEnvelope(subject), ...drifted(subject, world, shapes)]),
  },
  {
    id: 'DRIFT_BEHAVIOUR_NO_BUMP',
    severity: 'error',
    mode: 'version',
    direction: 'none',
    profile: 'wire',
    summary: 'defaults, coercions or conversions of a version are not those that were recorded of it',
    find: eachObject((subject, world) => drifted(subject, world, behaviours)),
  },
  {
    id: 'DRIFT_HOOK_NO_BUMP',
    severity: 'error',
    mode: 'version',
    direction: 'none',
    profile: 'wire',
    summary: 'a hook does something else to the recorded samples than it did',
    find: eachObject((subject, world) => drifted(subject, world, hooks)),
  },
];

/** What stands around the data is not part of any version: it must be what it was. */
function otherEnvelope({ model, record, pasts }: Subject): readonly Said[] {
  const { envelope } = identityOf(model);
  if (record === undefined || record.envelope === envelope) return [];
  return [
    {
      path: '',
      versions: [...pasts.map(({ version }) => version.text), model.version.text],
      what: `the keys of the envelope begin with ${envelope}, and began with ${record.envelope}: peers find no object in it`,
      cure: `say envelope: '${record.envelope}' again`,
    },
  ];
}

type Drift = Pick<Said, 'path' | 'what' | 'cure'>;

function drifted(
  subject: Subject,
  world: World,
  look: (recorded: VersionRecord, today: VersionRecord, subject: Subject) => readonly Drift[],
): readonly Said[] {
  const { model, record, today } = subject;
  const recorded = record?.versions[model.version.text];
  if (recorded === undefined || today === undefined) return [];
  const frozen = isFrozen(world.history, model.name, model.version.text);
  return look(recorded, today, subject).map(({ cure, ...drift }) => ({
    ...drift,
    cure: frozen ? cure : `run backlevel snapshot if no service has ${model.version} yet; else ${cure}`,
  }));
}

function shapes(recorded: VersionRecord, today: VersionRecord, subject: Subject): readonly Drift[] {
  if (recorded.shape === today.shape) return [];
  const found = eachField(recorded, today, (wire, before, after): readonly Drift[] => {
    if (before === undefined) {
      const cure = withVersion(`add since: '${subject.next}'`, subject);
      return [{ path: wire, what: `\`${wire}\` is new`, cure: `\`${wire}\` is new: ${cure}` }];
    }
    if (after === undefined)
      return [{ path: wire, what: `\`${wire}\` is gone`, cure: retiredCure(wire, before, subject) }];
    return compareFields(wire, before, after)
      .filter((difference) => !isBehaviour(difference))
      .map((difference) => driftOf(wire, before, difference, subject));
  });
  const named = found.length > 0 || otherEnvelope(subject).length > 0;
  return named ? found : [unnamed(recorded.shape, today.shape)];
}

/** What a fingerprint sees and no comparison names: it must not go unsaid. */
function unnamed(before: string, now: string): Drift {
  return {
    path: '',
    what: `the fingerprint of its shape is ${now}, and was ${before}`,
    cure: 'take back what was changed in the class, or give the change a version of its own',
  };
}

function behaviours(recorded: VersionRecord, today: VersionRecord, subject: Subject): readonly Drift[] {
  if (recorded.behaviour === today.behaviour) return [];
  const bump = `give the change a version of its own: set the version of ${subject.name} to '${subject.next}'`;
  const fields = eachField(recorded, today, (wire, before, after) =>
    before === undefined || after === undefined
      ? []
      : compareFields(wire, before, after)
          .filter(isBehaviour)
          .map((difference) => driftOf(wire, before, difference, subject)),
  );
  const changed =
    recorded.shape === today.shape && !sameData(changesIn(recorded), changesIn(today))
      ? [
          {
            path: '',
            what: `what ${subject.model.version} says it changed is not what it said`,
            cure: `leave the history as it was, or ${bump}`,
          },
        ]
      : [];
  const converted =
    !hasHook(today) && outcomesDiffer(recorded, today)
      ? [
          {
            path: '',
            what: `conversions of ${subject.model.version} turn the recorded samples into something else than before`,
            cure: `put the functions back, or ${bump}`,
          },
        ]
      : [];
  return [...fields, ...changed, ...converted];
}

function driftOf(wire: string, recorded: FieldRecord, difference: Difference, subject: Subject): Drift {
  const { path, name, from, to } = difference;
  return {
    path,
    what: `${name} of \`${path}\` is ${to}, and was ${from}`,
    cure: cureOf({ wire, recorded, difference }, subject),
  };
}

function hooks(recorded: VersionRecord, today: VersionRecord, subject: Subject): readonly Drift[] {
  if (!hasHook(today) || !hasHook(recorded) || !outcomesDiffer(recorded, today)) return [];
  return [
    {
      path: '',
      what: `the hook of ${subject.model.version} turns the recorded samples into something else than before`,
      cure: `put it back, or write a hook for '${subject.next}' and set the version of ${subject.name} to '${subject.next}'`,
    },
  ];
}

function hasHook({ changes }: VersionRecord): boolean {
  return changes.some((change) => change.kind === 'hook');
}

/** Outcomes are compared only over the same samples: where the shape changed, these are others. */
function outcomesDiffer(recorded: VersionRecord, today: VersionRecord): boolean {
  if (!sameData(recorded.samples, today.samples)) return false;
  return !sameData(recorded.down, today.down) || !sameData(recorded.up, today.up);
}

function changesIn({ changes }: VersionRecord): readonly string[] {
  return changes.map((change) => canonicalJson(change)).toSorted();
}

function eachField(
  recorded: VersionRecord,
  today: VersionRecord,
  look: (wire: string, before: FieldRecord | undefined, after: FieldRecord | undefined) => readonly Drift[],
): readonly Drift[] {
  const wires = new Set([...Object.keys(recorded.fields), ...Object.keys(today.fields)]);
  return [...wires].flatMap((wire) => look(wire, recorded.fields[wire], today.fields[wire]));
}
