import { field } from '../../../lib/index.js';
import type { Pair } from './pair.js';
import { all, object, thing } from './scene.js';

const parts = all(object('A', '1.0', { id: field.integer() }), object('B', '1.0', { id: field.integer() }));

/** What fields hold: types, forms, limits, values. */
export const typeScenes: Readonly<Record<string, Pair>> = {
  FIELD_TYPE_CHANGED: {
    triggers: {
      before: [thing('1.0', { tags: field.list(field.string()) })],
      now: thing('1.1', { tags: field.list(field.integer()) }),
      options: { profile: 'wire' },
      found: {
        path: 'tags.*',
        severity: 'error',
        coverage: 'uncovered',
        versions: ['1.0', '1.1'],
        message: '`tags.*` is field.integer(), and was field.string()',
        cure: "add retyped: [{ in: '1.1', from: field.list(field.string()), up: (old) => <new>, down: (now) => <old> }] to `tags`",
      },
    },
    spares: {
      before: [thing('1.0', { tags: field.list(field.string()) })],
      now: thing('1.1', {
        tags: field.list(field.integer(), {
          retyped: [
            {
              in: '1.1',
              from: field.list(field.string()),
              up: (old: readonly string[]) => old.map((tag) => tag.length),
              down: (now: readonly number[]) => now.map((tag) => 'x'.repeat(tag)),
              loses: ['tags'],
            },
          ],
        }),
      }),
      left: 'declared-loss',
    },
  },
  FIELD_TYPE_WIDENED: {
    triggers: {
      before: [thing('1.0', { sizes: field.dict(field.integer()) })],
      now: thing('1.1', { sizes: field.dict(field.number()) }),
      found: {
        path: 'sizes.*',
        severity: 'warn',
        coverage: 'uncovered',
        direction: 'new-to-old',
        versions: ['1.0', '1.1'],
        cure: "add retyped: [{ in: '1.1', from: field.dict(field.integer()), up: (old) => <new>, down: (now) => <old> }] to `sizes`",
      },
    },
    spares: {
      before: [thing('1.0', { sizes: field.dict(field.number()) })],
      now: thing('1.1', { sizes: field.dict(field.integer()) }),
    },
  },
  FIELD_TYPE_NARROWED: {
    triggers: {
      before: [thing('1.0', { key: field.string() })],
      now: thing('1.1', { key: field.uuid() }),
      found: {
        path: 'key',
        severity: 'error',
        coverage: 'uncovered',
        direction: 'old-to-new',
        versions: ['1.0', '1.1'],
        cure: "add retyped: [{ in: '1.1', from: field.string(), up: (old) => <new>, down: (now) => <old> }] to `key`",
      },
    },
    spares: {
      before: [thing('1.0', { key: field.uuid() })],
      now: thing('1.1', { key: field.string() }),
    },
  },
  FIELD_FORMAT_CHANGED: {
    triggers: {
      before: [thing('1.0', { at: field.dateTime() })],
      now: thing('1.1', { at: field.dateTime({ as: 'text' }) }),
      found: {
        path: 'at',
        severity: 'error',
        coverage: 'uncovered',
        versions: ['1.0', '1.1'],
        message: "`at` is field.dateTime({ as: 'text' }), and was field.dateTime()",
        cure: "add retyped: [{ in: '1.1', from: field.dateTime(), up: (old) => <new>, down: (now) => <old> }] to `at`",
      },
    },
    spares: {
      before: [thing('1.0', { at: field.dateTime() })],
      now: thing('1.1', {
        at: field.dateTime({
          as: 'text',
          retyped: [
            {
              in: '1.1',
              from: field.dateTime(),
              up: (old: string) => old,
              down: (now: string) => new Date(now).toISOString(),
            },
          ],
        }),
      }),
      left: 'lossless',
    },
  },
  CHILD_TYPE_REPLACED: {
    triggers: {
      before: [all(parts, thing('1.0', { parts: field.dict(field.object('A')) }))],
      now: all(parts, thing('1.1', { parts: field.dict(field.object('B')) })),
      found: {
        path: 'parts.*',
        severity: 'error',
        coverage: 'uncovered',
        versions: ['1.0', '1.1'],
        cure: "add retyped: [{ in: '1.1', from: field.dict(field.object(A)), up: (old) => <new>, down: (now) => <old> }] to `parts`",
      },
    },
    spares: {
      before: [all(parts, thing('1.0', { parts: field.dict(field.object('A')) }))],
      now: all(parts, thing('1.1', { parts: field.dict(field.object('A')) })),
    },
  },
  FIELD_LIMIT_TIGHTENED: {
    triggers: {
      before: [thing('1.0', { name: field.string({ maxLength: 80 }) })],
      now: thing('1.1', { name: field.string({ maxLength: 64 }) }),
      found: {
        path: 'name',
        severity: 'error',
        coverage: 'uncovered',
        direction: 'old-to-new',
        versions: ['1.0', '1.1'],
        message: 'maxLength of `name` is 64, and was 80 (writers 1.0, reader 1.1)',
        cure: "add limits: [{ in: '1.1', maxLength: 80 }] to `name` and write a hook whose up mends what older writers send",
      },
    },
    spares: {
      before: [thing('1.0', { name: field.string({ maxLength: 80 }) })],
      now: thing(
        '1.1',
        { name: field.string({ maxLength: 64, limits: [{ in: '1.1', maxLength: 80 }] }) },
        {
          obj_make_compatible: {
            '1.1': { up: (data) => void (data['name'] = data['name']?.slice(0, 64)) },
          },
        },
      ),
      left: 'lossless',
    },
  },
  FIELD_LIMIT_LOOSENED: {
    triggers: {
      before: [thing('1.0', { size: field.integer({ min: 0 }) })],
      now: thing('1.1', { size: field.integer() }),
      found: {
        path: 'size',
        severity: 'warn',
        coverage: 'uncovered',
        direction: 'new-to-old',
        versions: ['1.0', '1.1'],
        cure: "add limits: [{ in: '1.1', min: 0 }] to `size`",
      },
    },
    spares: {
      before: [thing('1.0', { size: field.integer({ min: 0 }) })],
      now: thing('1.1', { size: field.integer({ limits: [{ in: '1.1', min: 0 }] }) }),
      left: 'declared-loss',
    },
  },
  ENUM_VALUE_ADDED_NO_FALLBACK: {
    triggers: {
      before: [thing('1.0', { states: field.list(field.enum(['up', 'down'])) })],
      now: thing('1.1', { states: field.list(field.enum(['up', 'down', 'lost'])) }),
      options: { profile: 'wire' },
      found: {
        path: 'states.*',
        severity: 'error',
        coverage: 'uncovered',
        direction: 'new-to-old',
        versions: ['1.0', '1.1'],
        cure: "add values: { 'lost': { since: '1.1', fallback: <a value that they know>, loses: ['states'] } } to the element of `states`",
      },
    },
    spares: {
      before: [thing('1.0', { states: field.list(field.enum(['up', 'down'])) })],
      now: thing('1.1', {
        states: field.list(
          field.enum(['up', 'down', 'lost'], {
            values: { lost: { since: '1.1', fallback: 'down', loses: ['states'] } },
          }),
        ),
      }),
      left: 'declared-loss',
    },
  },
  ENUM_VALUE_REMOVED: {
    triggers: {
      before: [thing('1.0', { state: field.enum(['up', 'down', 'lost']) })],
      now: thing('1.1', { state: field.enum(['up', 'down']) }),
      found: {
        path: 'state',
        severity: 'error',
        coverage: 'uncovered',
        direction: 'old-to-new',
        versions: ['1.0', '1.1'],
        cure: "put 'lost' back into `state`",
      },
    },
    spares: {
      before: [thing('1.0', { state: field.enum(['up', 'down', 'lost']) })],
      now: thing('1.1', { state: field.enum(['lost', 'down', 'up']) }),
    },
  },
  ENUM_FALLBACK_LOSSY: {
    triggers: {
      before: [thing('1.0', { state: field.enum(['up', 'down']) })],
      now: thing('1.1', {
        state: field.enum(['up', 'down', 'lost'], {
          values: { lost: { since: '1.1', fallback: 'down' } },
        }),
      }),
      found: {
        path: 'state',
        severity: 'warn',
        versions: ['1.0', '1.1'],
        message:
          "older readers get 'down' for 'lost' in `state`, and nobody declared that as a loss (writer 1.1, readers 1.0)",
        cure: "add loses: ['state'] beside the fallback for 'lost'",
      },
    },
    spares: {
      before: [thing('1.0', { state: field.enum(['up', 'down']) })],
      now: thing('1.1', {
        state: field.enum(['up', 'down', 'lost'], {
          values: { lost: { since: '1.1', fallback: 'down', loses: ['state'] } },
        }),
      }),
    },
  },
};
