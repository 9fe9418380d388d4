import { field, type HookData } from '../../../lib/index.js';
import type { Pair } from './pair.js';
import { thing } from './scene.js';

const id = field.integer();

/** Fields that came, went, or took each other's names. */
export const fieldScenes: Readonly<Record<string, Pair>> = {
  FIELD_ADDED_NO_STRIP: {
    triggers: {
      before: [thing('1.4', { id })],
      now: thing('1.4', { id, tags: field.list(field.string(), { optional: true }) }),
      options: { profile: 'wire' },
      found: {
        path: 'tags',
        severity: 'error',
        coverage: 'uncovered',
        direction: 'new-to-old',
        versions: ['1.0', '1.1', '1.2', '1.3', '1.4'],
        message:
          '`tags` is written for readers that do not know it (writer 1.4, readers 1.0, 1.1, 1.2 and 1.3)',
        cure: "`tags` is new: add since: '1.5', and set the version of Thing to '1.5'",
      },
    },
    spares: {
      before: [thing('1.4', { id })],
      now: thing('1.5', { id, tags: field.list(field.string(), { since: '1.5', absent: [] }) }),
      left: 'lossless',
    },
  },
  FIELD_ADDED_REQUIRED: {
    triggers: {
      before: [thing('1.0', { id })],
      now: thing('1.1', { id, size: field.integer() }),
      found: {
        path: 'size',
        severity: 'error',
        coverage: 'uncovered',
        direction: 'old-to-new',
        versions: ['1.0', '1.1'],
        cure: "`size` is new: add since: '1.1'",
      },
    },
    spares: {
      before: [thing('1.0', { id })],
      now: thing('1.1', { id, size: field.integer({ since: '1.1', absent: 0 }) }),
      left: 'lossless',
    },
  },
  FIELD_REMOVED_NO_SYNTH: {
    triggers: {
      before: [thing('1.1', { id, fax: field.string({ maxLength: 9, nullable: true }) })],
      now: thing('1.1', { id }),
      found: {
        path: 'fax',
        severity: 'error',
        coverage: 'uncovered',
        direction: 'new-to-old',
        versions: ['1.0', '1.1'],
        cure: "put it into the class's retired: { fax: field.string({ nullable: true, maxLength: 9, until: '1.2', fill: <what older readers get> }) }, and set the version of Thing to '1.2'",
      },
    },
    spares: {
      before: [thing('1.1', { id, fax: field.string() })],
      now: thing('1.2', { id }, { retired: { fax: field.string({ until: '1.2', fill: '' }) } }),
      left: 'lossless',
    },
  },
  FIELD_REMOVED_NOT_RETIRED: {
    triggers: {
      before: [thing('1.0', { id, fax: field.string({ optional: true }) })],
      now: thing('1.1', { id }),
      found: {
        path: 'fax',
        severity: 'warn',
        coverage: 'uncovered',
        versions: ['1.0', '1.1'],
        cure: "put it into the class's retired: { fax: field.string({ until: '1.1', optional: true }) }",
      },
    },
    spares: {
      before: [thing('1.0', { id, fax: field.string({ optional: true, deprecated: 'use mail' }) })],
      now: thing(
        '1.1',
        { id },
        { retired: { fax: field.string({ until: '1.1', optional: true, deprecated: 'use mail' }) } },
      ),
    },
  },
  FIELD_RENAMED_UNLINKED: {
    triggers: {
      before: [thing('1.0', { id, title: field.string({ maxLength: 80 }) })],
      now: thing('1.1', { id, name: field.string({ maxLength: 80 }) }),
      found: {
        path: 'name',
        severity: 'warn',
        versions: ['1.0', '1.1'],
        cure: "add renamed: [{ in: '1.1', from: 'title' }] to `name`",
      },
    },
    spares: {
      before: [thing('1.0', { id, title: field.string({ maxLength: 80 }) })],
      now: thing('1.1', {
        id,
        name: field.string({ maxLength: 80, renamed: [{ in: '1.1', from: 'title' }] }),
      }),
    },
  },
  FIELD_NAME_REUSED: {
    triggers: {
      before: [
        thing('1.0', { id, size: field.string() }),
        thing('1.1', { id }, { retired: { size: field.string({ until: '1.1', fill: '' }) } }),
      ],
      now: thing(
        '1.2',
        { id, bytes: field.integer({ since: '1.2', absent: 0, wire: 'size' }) },
        { retired: { size: field.string({ until: '1.1', fill: '' }) } },
      ),
      options: { profile: 'wire' },
      found: {
        path: 'size',
        severity: 'error',
        coverage: 'uncovered',
        versions: ['1.0', '1.1', '1.2'],
        cure: 'give the new field a name that was never used',
      },
    },
    spares: {
      before: [
        thing('1.0', { id, size: field.string() }),
        thing('1.1', { id }, { retired: { size: field.string({ until: '1.1', fill: '' }) } }),
      ],
      now: thing(
        '1.2',
        { id, bytes: field.integer({ since: '1.2', absent: 0 }) },
        { retired: { size: field.string({ until: '1.1', fill: '' }) } },
      ),
    },
  },
  FIELD_DEFAULT_CHANGED: {
    triggers: {
      before: [thing('1.1', { id, size: field.integer({ since: '1.1', absent: 1 }) })],
      now: thing('1.2', { id, size: field.integer({ since: '1.1', absent: 2 }) }),
      found: {
        path: 'size',
        severity: 'error',
        coverage: 'uncovered',
        versions: ['1.1', '1.2'],
        cure: 'put it back: what older writers meant by sending nothing does not change',
      },
    },
    spares: {
      before: [thing('1.1', { id, size: field.integer({ default: 1 }) })],
      now: thing('1.2', { id, size: field.integer({ default: 2 }) }),
      left: 'lossless',
    },
  },
  SENSITIVE_EXPOSED: {
    triggers: {
      before: [thing('1.0', { id, token: field.string({ sensitive: true }) })],
      now: thing('1.1', { id, token: field.string() }),
      found: {
        path: 'token',
        severity: 'error',
        coverage: 'uncovered',
        versions: ['1.0', '1.1'],
        cure: 'say sensitive: true on `token` again, or waive this once its values may be seen',
      },
    },
    spares: {
      before: [thing('1.0', { id, token: field.string() })],
      now: thing('1.1', { id, token: field.string({ sensitive: true }) }),
    },
  },
  READONLY_CHANGED: {
    triggers: {
      before: [thing('1.0', { id })],
      now: thing('1.1', { id: field.integer({ readOnly: true }) }),
      found: {
        path: 'id',
        severity: 'warn',
        versions: ['1.0', '1.1'],
        cure: 'take readOnly away from `id` again, or waive this',
      },
    },
    spares: {
      before: [thing('1.0', { id: field.integer({ readOnly: true }) })],
      now: thing('1.1', { id: field.integer({ readOnly: true, doc: 'its number' }) }),
    },
  },
  FIELD_NULLABLE_ADDED: {
    triggers: {
      before: [thing('1.0', { owners: field.dict(field.string()) })],
      now: thing('1.1', { owners: field.dict(field.string({ nullable: true })) }),
      found: {
        path: 'owners.*',
        severity: 'error',
        coverage: 'uncovered',
        versions: ['1.0', '1.1'],
        cure: "say nullable: { since: '1.1', fallback: <what older readers get> } on the element of `owners`",
      },
    },
    spares: {
      before: [thing('1.0', { owners: field.dict(field.string()) })],
      now: thing('1.1', {
        owners: field.dict(field.string({ nullable: { since: '1.1', fallback: '', loses: ['owners.*'] } })),
      }),
      left: 'declared-loss',
    },
  },
  FIELD_NULLABLE_REMOVED: {
    triggers: {
      before: [thing('1.0', { owner: field.string({ nullable: true }) })],
      now: thing('1.1', { owner: field.string() }),
      found: {
        path: 'owner',
        severity: 'error',
        coverage: 'uncovered',
        direction: 'old-to-new',
        versions: ['1.0', '1.1'],
        cure: 'say nullable: true on `owner` again',
      },
    },
    spares: {
      before: [thing('1.0', { owner: field.string({ nullable: true }) })],
      now: thing('1.1', {
        owner: field.string({ nullable: true }),
        size: field.integer({ since: '1.1', absent: 0 }),
      }),
    },
  },
  FIELD_REQUIRED_ADDED: {
    triggers: {
      before: [thing('1.0', { owner: field.string({ optional: true }) })],
      now: thing('1.1', { owner: field.string() }),
      found: {
        path: 'owner',
        severity: 'error',
        coverage: 'uncovered',
        direction: 'old-to-new',
        versions: ['1.0', '1.1'],
        cure: 'say optional: true on `owner` again',
      },
    },
    spares: {
      before: [thing('1.0', { owner: field.string({ optional: true }) })],
      now: thing('1.1', {
        owner: field.string({ optional: true }),
        size: field.integer({ since: '1.1', absent: 0 }),
      }),
    },
  },
  FIELD_REQUIRED_REMOVED: {
    triggers: {
      before: [thing('1.0', { owner: field.string() })],
      now: thing('1.1', { owner: field.string({ optional: true }) }),
      found: {
        path: 'owner',
        severity: 'error',
        coverage: 'uncovered',
        direction: 'new-to-old',
        versions: ['1.0', '1.1'],
        cure: 'take optional away from `owner`, or give it a default, so that writers still set it',
      },
    },
    spares: {
      before: [thing('1.0', { owner: field.string() })],
      now: thing('1.1', { owner: field.string({ optional: true, default: 'root' }) }),
      left: 'lossless',
    },
  },
  HOOK_UNKNOWN_FIELD: {
    triggers: {
      before: [],
      now: thing(
        '1.1',
        { id, _rules: field.list(field.string(), { since: '1.1', absent: [] }) },
        {
          obj_make_compatible: {
            '1.1': (data: HookData) => {
              delete data['rules'];
            },
          },
        },
      ),
      found: {
        path: 'rules',
        severity: 'error',
        versions: ['1.0', '1.1'],
        message: 'the hook of 1.1 reads or writes on the way down `rules`, which neither 1.0 nor 1.1 has',
        cure: 'name a field of one of them: _rules',
      },
    },
    spares: {
      before: [],
      now: thing(
        '1.1',
        { id, _rules: field.list(field.string(), { since: '1.1', absent: [] }) },
        {
          obj_make_compatible: {
            '1.1': {
              down: (data: HookData) => {
                delete data['_rules'];
              },
              loses: ['_rules'],
            },
          },
        },
      ),
    },
  },
  HOOK_SHADOWED: {
    triggers: {
      before: [],
      now: thing('1.3', { id }, { oldest: '1.2', obj_make_compatible: { '1.2': () => {} } }),
      found: { path: '', severity: 'warn', versions: ['1.2'], cure: 'take it away' },
    },
    spares: {
      before: [],
      now: thing('1.3', { id }, { oldest: '1.2', obj_make_compatible: { '1.3': () => {} } }),
    },
  },
  CYCLE_UNBOUNDED: {
    triggers: {
      before: [],
      now: thing('1.0', { part: field.object('Thing') }),
      found: {
        path: 'part',
        severity: 'error',
        versions: ['1.0'],
        cure: 'say nullable: true or optional: true on `part`, or make it a list, which can be empty',
      },
    },
    spares: {
      before: [],
      now: thing('1.0', {
        parts: field.list(field.object('Thing')),
        of: field.object('Thing', { nullable: true }),
      }),
    },
  },
};
