import { Crossing } from './coverage.js';
import { saidOf } from './crossed-said.js';
import type { Crossed } from './crossings.js';
import { quoted } from './declaration-text.js';
import { eachDifference, type Said } from './find.js';
import type { Rule } from './rule.js';
import { propertyAt, type Subject, wireOf } from './world.js';

/** Limits, the values of enums, and the subclasses that may stand in a field. */
export const valueRules: readonly Rule[] = [
  {
    id: 'FIELD_LIMIT_TIGHTENED',
    severity: 'error',
    mode: 'window',
    direction: 'old-to-new',
    profile: 'wire',
    summary: 'values that older writers may send are beyond a limit now',
    find: eachDifference(['tightened'], limit, { stored: true }),
  },
  {
    id: 'FIELD_LIMIT_LOOSENED',
    severity: 'warn',
    mode: 'window',
    direction: 'new-to-old',
    profile: 'wire',
    summary: 'values may be written that are beyond the limit of older readers',
    find: eachDifference(['loosened'], limit),
  },
  {
    id: 'ENUM_VALUE_ADDED_NO_FALLBACK',
    severity: 'error',
    mode: 'window',
    direction: 'new-to-old',
    profile: 'wire',
    summary: 'a value, or a subclass, is written for readers that do not know it',
    find: eachDifference(['value-added'], valueAdded),
  },
  {
    id: 'ENUM_VALUE_REMOVED',
    severity: 'error',
    mode: 'window',
    direction: 'old-to-new',
    profile: 'wire',
    summary: 'older writers send a value, or a subclass, that is known no more',
    find: eachDifference(['value-removed'], valueRemoved, { stored: true }),
  },
  {
    id: 'ENUM_FALLBACK_LOSSY',
    severity: 'warn',
    mode: 'window',
    direction: 'new-to-old',
    profile: 'rolling',
    summary:
      'older readers get another value for one that they do not know, and nobody declared that as a loss',
    find: eachDifference(['value-added', 'null-added'], fallback),
  },
];

function limit(crossed: Crossed, subject: Subject): readonly Said[] {
  const { path, name, from, to } = crossed.difference;
  return [saidOf(crossed, subject, `${name} of \`${path}\` is ${to}, and was ${from}`)];
}

function valueAdded(crossed: Crossed, subject: Subject): readonly Said[] {
  const { path, name } = crossed.difference;
  return [saidOf(crossed, subject, `\`${path}\` can be ${quoted(name)}, which older readers do not know`)];
}

function valueRemoved(crossed: Crossed, subject: Subject): readonly Said[] {
  const { path, name } = crossed.difference;
  return [
    saidOf(crossed, subject, `\`${path}\` cannot be ${quoted(name)} any more, and older writers send it`),
  ];
}

function fallback({ past, wire, difference }: Crossed, { model }: Subject): readonly Said[] {
  const property = propertyAt(model, past.version, wire);
  if (property === undefined) return [];
  const crossing = new Crossing(model, past.version, model.version, property);
  const instead = crossing.undeclaredFallback(difference);
  if (instead === undefined) return [];
  const { path, name, value } = difference;
  const shown = value === null ? 'null' : quoted(name);
  const now = wireOf(model, model.version, property) ?? wire;
  return [
    {
      path,
      coverage: 'uncovered',
      what: `older readers get ${quoted(instead)} for ${shown} in \`${path}\`, and nobody declared that as a loss`,
      cure: `add loses: ['${now}'] beside the fallback for ${shown}`,
    },
  ];
}
