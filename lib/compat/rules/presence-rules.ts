import { shapeAt } from '../../history/shape.js';
import type { FieldRecord } from '../record/object-record.js';
import { Crossing } from './coverage.js';
import { withVersion } from './cure.js';
import { declarationOf } from './declaration-text.js';
import { eachPast, type Said } from './find.js';
import type { Rule } from './rule.js';
import { type Past, propertyAt, type Subject, wireOf } from './world.js';

/** Fields that came or went, as peers at an older version see it. */
export const presenceRules: readonly Rule[] = [
  {
    id: 'FIELD_ADDED_NO_STRIP',
    severity: 'error',
    mode: 'window',
    direction: 'new-to-old',
    profile: 'wire',
    summary: 'what is written for an older reader has a field that this reader does not know',
    find: eachPast((past, subject) => [...unstripped(past, subject), ...stripped(past, subject)]),
  },
  {
    id: 'FIELD_ADDED_REQUIRED',
    severity: 'error',
    mode: 'window',
    direction: 'old-to-new',
    profile: 'wire',
    summary: 'a new field is demanded, and older writers do not send it',
    find: eachPast((past, subject) => [...demanded(past, subject), ...unset(past, subject)], {
      stored: true,
    }),
  },
  {
    id: 'FIELD_REMOVED_NO_SYNTH',
    severity: 'error',
    mode: 'window',
    direction: 'new-to-old',
    profile: 'wire',
    summary: 'a field is gone that older readers demand, and nothing makes it for them',
    find: eachPast((past, subject) => [...deleted(past, subject), ...retired(past, subject)]),
  },
];

function unstripped(past: Past, subject: Subject): readonly Said[] {
  return unknownTo(past).map((wire) => ({
    path: wire,
    coverage: 'uncovered',
    what: `\`${wire}\` is written for readers that do not know it`,
    cure: sinceCure(wire, subject),
  }));
}

function demanded(past: Past, subject: Subject): readonly Said[] {
  return unknownTo(past)
    .filter((wire) => past.told[wire]?.optional !== true)
    .map((wire) => ({
      path: wire,
      coverage: 'uncovered',
      what: `\`${wire}\` is demanded of writers that do not know it, and their payloads are refused`,
      cure: sinceCure(wire, subject),
    }));
}

function unknownTo({ told, recorded }: Past): readonly string[] {
  return Object.keys(told).filter((wire) => !Object.hasOwn(recorded.fields, wire));
}

function sinceCure(wire: string, subject: Subject): string {
  return withVersion(`\`${wire}\` is new: add since: '${subject.next}'`, subject);
}

/** Fields of today that the past version rightly did not have. */
function added(
  { version, told }: Past,
  { model, fields }: Subject,
): readonly [string, FieldRecord, string][] {
  return Object.entries(fields).flatMap(([wire, field]): [string, FieldRecord, string][] => {
    const property = propertyAt(model, model.version, wire);
    if (property === undefined || wireOf(model, version, property) !== undefined) return [];
    // A field of that name which the past version had is another one: the rules of what went speak of it.
    return Object.hasOwn(told, wire) ? [] : [[wire, field, property]];
  });
}

function stripped(past: Past, subject: Subject): readonly Said[] {
  return added(past, subject).map(([wire, field, property]) => {
    const crossing = new Crossing(subject.model, past.version, subject.model.version, property);
    const refused = field.down === 'refuse';
    return {
      path: wire,
      coverage: refused || crossing.dropLoses ? 'declared-loss' : 'lossless',
      what: refused
        ? `a payload whose \`${wire}\` says something is refused for readers that do not know it`
        : `\`${wire}\` is taken out for readers that do not know it`,
      cure: refused
        ? "nothing, if a refusal is what is meant; else take down: 'refuse' away, or make it a function"
        : '',
    };
  });
}

function unset(past: Past, subject: Subject): readonly Said[] {
  return added(past, subject)
    .filter(([, field]) => field.optional !== true)
    .map(([wire, field, property]) => {
      const made =
        field.absent !== undefined ||
        new Crossing(subject.model, past.version, subject.model.version, property).hooked('up');
      return {
        path: wire,
        coverage: made ? 'lossless' : 'unproved',
        what: made
          ? `\`${wire}\` gets a value in what older writers send`
          : `\`${wire}\` stays unset in what older writers send, and newer readers demand it where it is passed on`,
        cure: made
          ? ''
          : `say what its absence means: absent: <value>, or optional: true where code must live without it`,
      };
    });
}

function deleted({ told, recorded }: Past, subject: Subject): readonly Said[] {
  return Object.entries(recorded.fields)
    .filter(([wire]) => !Object.hasOwn(told, wire))
    .map(([wire, field]) => ({
      path: wire,
      coverage: field.optional === true ? 'declared-loss' : 'uncovered',
      what:
        field.optional === true
          ? `\`${wire}\` is no longer written, and what older writers send in it is not read`
          : `\`${wire}\` is no longer written, and readers that demand it refuse the payload`,
      cure: retiredCure(wire, field, subject),
    }));
}

/** The declaration of a field that went, to be pasted into the options of the class. */
export function retiredCure(wire: string, field: FieldRecord, subject: Subject): string {
  const options = [`until: '${subject.next}'`, ...(field.optional === true ? ['optional: true'] : [])];
  const fill = field.optional === true ? [] : ['fill: <what older readers get>'];
  return withVersion(
    `put it into the class's retired: { ${wire}: ${declarationOf(field.type, [...options, ...fill])} }`,
    subject,
  );
}

function retired(past: Past, { model }: Subject): readonly Said[] {
  return shapeAt(model, past.version).fields.flatMap(({ wire, property }): Said[] => {
    const field = past.recorded.fields[wire];
    if (field === undefined || wireOf(model, model.version, property) !== undefined) return [];
    if (field.optional === true) {
      return [
        {
          path: wire,
          coverage: 'lossless',
          what: `\`${wire}\` is gone; older readers do without`,
          cure: '',
        },
      ];
    }
    const crossing = new Crossing(model, past.version, model.version, property);
    const made = past.told[wire]?.fill !== undefined || crossing.hooked('down');
    return [
      {
        path: wire,
        coverage: made ? 'lossless' : 'uncovered',
        what: made
          ? `\`${wire}\` is gone, and is made for older readers`
          : `\`${wire}\` is gone, and nothing makes it for readers that demand it`,
        cure: made ? '' : `add fill: <what older readers get> to retired.${property}, or write a hook`,
      },
    ];
  });
}
