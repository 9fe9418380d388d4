import { Version } from '../../version/version.js';
import { eachObject, type Said } from './find.js';
import type { Rule } from './rule.js';
import type { Subject, World } from './world.js';

/** What a declaration tells people. */
export const noteRules: readonly Rule[] = [
  {
    id: 'DOC_MISSING',
    severity: 'info',
    mode: 'version',
    direction: 'none',
    profile: 'strict',
    summary: 'a field does not say what it is',
    find: eachObject(undocumented),
  },
  {
    id: 'DEPRECATED_NO_REPLACEMENT',
    severity: 'warn',
    mode: 'version',
    direction: 'none',
    profile: 'strict',
    summary: 'a field is deprecated and does not say what to use',
    find: eachObject(speechless),
  },
  {
    id: 'DEPRECATION_EXPIRED',
    severity: 'error',
    mode: 'version',
    direction: 'none',
    profile: 'strict',
    summary: 'a deprecated field says until when it stays, and is still there',
    find: eachObject(overdue),
  },
];

function undocumented({ model }: Subject): readonly Said[] {
  return model.fields
    .filter(({ definition }) => definition.options.doc === undefined)
    .map(({ wire }) => ({
      path: wire,
      what: `\`${wire}\` does not say what it is`,
      cure: `add doc: '<what it is>' to \`${wire}\``,
    }));
}

function speechless({ model }: Subject): readonly Said[] {
  return model.fields
    .filter(({ definition }) => definition.options.deprecated === true)
    .map(({ wire }) => ({
      path: wire,
      what: `\`${wire}\` is deprecated, and nothing says what to use`,
      cure: `say deprecated: 'use <the other field>' on \`${wire}\``,
    }));
}

const UNTIL = /\buntil (\d{4}-\d\d-\d\d|\d+\.\d+(?:\.\d+)?)(?![\d.-])/;

/** `deprecated: 'use name; until 2026-06-30'`, or `until 1.6`: on that day, or in that version, the field is to be gone. */
function overdue({ model, next }: Subject, { today }: World): readonly Said[] {
  return model.fields.flatMap(({ wire, property, definition }): Said[] => {
    const { deprecated } = definition.options;
    const until = typeof deprecated === 'string' ? UNTIL.exec(deprecated)?.[1] : undefined;
    if (until === undefined) return [];
    const version = Version.tryParse(until);
    const over = version === undefined ? today >= until : model.version.atLeast(version);
    if (!over) return [];
    return [
      {
        path: wire,
        what: `\`${wire}\` was to be gone by ${until}`,
        cure: `move it into retired: { ${property}: ... } with until: '${next}', or name a later end`,
      },
    ];
  });
}
