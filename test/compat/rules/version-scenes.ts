import type { History, VersionRecord } from '../../../lib/compat/index.js';
import { field, type HookData } from '../../../lib/index.js';
import type { Pair } from './pair.js';
import { all, object, thing } from './scene.js';

const id = field.integer();

/** The history with another record of Thing. */
function withVersions(
  history: History,
  turn: (versions: Readonly<Record<string, VersionRecord>>) => Readonly<Record<string, VersionRecord>>,
): History {
  const objects = new Map(history.objects);
  const record = objects.get('shop.Thing');
  if (record !== undefined) objects.set('shop.Thing', { ...record, versions: turn(record.versions) });
  return { ...history, objects };
}

const added = field.integer({ since: '1.1', absent: 0 });
const rounding = (unit: number) => ({
  '1.1': { down: (data: HookData) => void (data['size'] = unit), up: () => {} },
});

/** Versions, records, children, and what the code says of the version that it claims to be. */
export const versionScenes: Readonly<Record<string, Pair>> = {
  DRIFT_SHAPE_NO_BUMP: {
    triggers: {
      before: [thing('1.0', { id })],
      releases: { first: 0 },
      now: thing('1.0', { id, tags: field.list(field.string()) }),
      options: { profile: 'wire' },
      found: {
        path: 'tags',
        severity: 'error',
        versions: ['1.0'],
        message: '`tags` is new',
        cure: "`tags` is new: add since: '1.1', and set the version of Thing to '1.1'",
      },
    },
    spares: {
      before: [thing('1.0', { id, name: field.string() })],
      releases: { first: 0 },
      now: thing('1.0', { name: field.string(), id }),
    },
  },
  DRIFT_BEHAVIOUR_NO_BUMP: {
    triggers: {
      before: [thing('1.0', { size: field.json({ default: 1 }) })],
      releases: { first: 0 },
      now: thing('1.0', { size: field.json({ default: '1' }) }),
      found: {
        path: 'size',
        severity: 'error',
        versions: ['1.0'],
        message: 'default of `size` is "1", and was 1',
        cure: "put it back, or give the change a version of its own: set the version of Thing to '1.1'",
      },
    },
    spares: {
      before: [thing('1.0', { size: field.json({ default: 1 }) })],
      releases: { first: 0 },
      now: thing('1.0', { size: field.json({ default: 1, doc: 'how big it is' }) }),
    },
  },
  DRIFT_HOOK_NO_BUMP: {
    triggers: {
      before: [thing('1.1', { size: id, more: added }, { obj_make_compatible: rounding(10) })],
      releases: { first: 0 },
      now: thing('1.1', { size: id, more: added }, { obj_make_compatible: rounding(20) }),
      found: {
        path: '',
        severity: 'error',
        versions: ['1.1'],
        cure: "put it back, or write a hook for '1.2' and set the version of Thing to '1.2'",
      },
    },
    spares: {
      before: [thing('1.1', { size: id, more: added }, { obj_make_compatible: rounding(10) })],
      releases: { first: 0 },
      now: thing(
        '1.1',
        { size: id, more: added },
        {
          // Another text that does the same.
          obj_make_compatible: {
            '1.1': {
              down: (data: HookData) => {
                data['size'] = 5 + 5;
              },
              up: () => {},
            },
          },
        },
      ),
    },
  },
  BUMP_WITHOUT_CHANGE: {
    triggers: {
      before: [thing('1.0', { id })],
      releases: { first: 0 },
      now: thing('1.2', { id, size: added }),
      found: {
        path: '',
        severity: 'warn',
        versions: ['1.2'],
        cure: 'set the version of Thing back, or name 1.2 where the change is',
      },
    },
    spares: {
      before: [thing('1.0', { id })],
      releases: { first: 0 },
      now: thing('1.1', { id, size: added }),
    },
  },
  BUMP_TOO_SMALL: {
    triggers: {
      before: [thing('1.4', { id, title: field.string() })],
      releases: { first: 0 },
      now: thing('1.4.1', {
        id,
        name: field.string({ renamed: [{ in: '1.4.1', from: 'title' }] }),
      }),
      found: {
        path: 'name',
        severity: 'error',
        versions: ['1.4', '1.4.1'],
        cure: "make it 1.5: write '1.5' for '1.4.1' in the change, and set the version of Thing to '1.5'",
      },
    },
    spares: {
      before: [thing('1.4', { id })],
      releases: { first: 0 },
      now: thing('1.4.1', { id, name: field.string({ since: '1.4.1', optional: true }) }),
    },
  },
  BUMP_TOO_LARGE: {
    triggers: {
      before: [thing('1.4', { id })],
      now: thing('2.0', { id, name: field.string({ optional: true }) }),
      found: {
        path: '',
        severity: 'info',
        versions: ['1.4', '2.0'],
        cure: "call it '1.5', with since: for what is new",
      },
    },
    spares: {
      before: [thing('1.4', { id })],
      now: thing('2.0', { id: field.uuid() }),
    },
  },
  VERSION_COLLISION: {
    triggers: {
      before: [thing('1.1', { id, size: added })],
      edit: (history) =>
        withVersions(history, (versions) => ({
          ...versions,
          '1.1.0': { ...(versions['1.0'] as VersionRecord) },
        })),
      now: thing('1.1', { id, size: added }),
      found: {
        path: '',
        severity: 'error',
        versions: ['1.1', '1.1.0'],
        cure: 'keep the one that came first, give the other change of Thing the next version, and run backlevel snapshot',
      },
    },
    spares: {
      before: [thing('1.1', { id, size: added })],
      edit: (history) =>
        withVersions(history, (versions) => ({
          ...versions,
          '1.1.0': { ...(versions['1.1'] as VersionRecord) },
        })),
      now: thing('1.1', { id, size: added }),
    },
  },
  VERSION_GAP: {
    triggers: {
      before: [thing('1.1', { id })],
      now: thing('1.4', { id }, { oldest: '1.3' }),
      found: {
        path: '',
        severity: 'warn',
        versions: ['1.2'],
        cure: 'take the record from version control again, or leave no number out',
      },
    },
    spares: {
      before: [thing('1.2', { id })],
      now: thing('1.4', { id }, { oldest: '1.3' }),
    },
  },
  VERSION_ORDER: {
    triggers: {
      before: [thing('1.10', { id })],
      now: thing('1.9', { id }),
      found: {
        path: '',
        severity: 'error',
        versions: ['1.9', '1.10'],
        cure: "set the version of Thing to '1.10' or above (1.10 is newer than 1.9); if no service has 1.10 yet, run backlevel snapshot",
      },
    },
    spares: {
      before: [thing('1.9', { id })],
      now: thing('1.10', { id, name: field.string({ since: '1.10', optional: true }) }),
    },
  },
  SNAPSHOT_EDITED: {
    triggers: {
      before: [thing('1.0', { id })],
      releases: { first: 0 },
      edit: (history) => withVersions(history, () => ({})),
      now: thing('1.0', { id }),
      options: { profile: 'wire' },
      found: {
        path: '',
        severity: 'error',
        versions: ['1.0'],
        message: 'first has Thing 1.0, and its record is gone',
        cure: 'take the file of Thing in history from version control again',
      },
    },
    spares: {
      before: [thing('1.0', { id })],
      edit: (history) => withVersions(history, () => ({})),
      now: thing('1.0', { id }),
    },
  },
  OBJECT_REMOVED: {
    triggers: {
      before: [all(thing('1.0', { id }), object('Other', '1.1', { id }))],
      releases: { first: 0 },
      now: thing('1.0', { id }),
      options: { profile: 'wire' },
      found: {
        object: 'Other',
        path: '',
        severity: 'error',
        versions: ['1.1'],
        message: 'first exchange Other, and the code has no such class',
        cure: 'import the module that declares it, or keep the class until no release of the window has it; its record is shop.Other.json',
      },
    },
    spares: {
      before: [all(thing('1.0', { id }), object('Other', '1.1', { id })), thing('1.0', { id })],
      releases: { first: 0, second: 1, third: 1 },
      now: thing('1.0', { id }),
    },
  },
  VERSION_UNREACHABLE: {
    triggers: {
      before: [thing('1.1', { id }), thing('1.2', { id })],
      releases: { first: 0, second: 1 },
      now: thing('1.3', { id }, { oldest: '1.2' }),
      options: { profile: 'wire' },
      found: {
        path: '',
        severity: 'error',
        versions: ['1.1', '1.3'],
        cure: "say oldest: '1.1', until no release of the window has it",
      },
    },
    spares: {
      before: [thing('1.1', { id }), thing('1.2', { id })],
      releases: { first: 0, second: 1 },
      now: thing('1.3', { id }, { oldest: '1.2' }),
      options: { window: 1 },
    },
  },
  CHILD_VERSION_UNPINNED: {
    triggers: {
      before: [
        all(
          object('Part', '1.1', { id, size: added }),
          thing('1.0', { parts: field.dict(field.list(field.object('Part'))) }),
        ),
      ],
      now: all(
        object('Part', '1.1', { id, size: added }),
        thing('1.1', {
          parts: field.dict(field.list(field.object('Part'))),
          more: field.integer({ since: '1.1', absent: 0 }),
        }),
      ),
      found: {
        path: 'parts',
        severity: 'error',
        direction: 'new-to-old',
        versions: ['1.0', '1.1'],
        cure: "add Part to the manifests of the releases that have Thing, or say versions: { '1.0': '<version of Part>' } on `parts`",
      },
    },
    spares: {
      before: [
        all(
          object('Part', '1.1', { id, size: added }),
          thing('1.0', { parts: field.dict(field.list(field.object('Part'))) }),
        ),
      ],
      now: all(
        object('Part', '1.1', { id, size: added }),
        thing('1.1', {
          parts: field.dict(field.list(field.object('Part', { versions: { '1.0': '1.0' } }))),
          more: field.integer({ since: '1.1', absent: 0 }),
        }),
      ),
    },
  },
  CHILD_MANIFEST_NOT_MONOTONIC: {
    triggers: {
      before: [],
      now: all(
        object('Part', '1.2', { id, size: added }),
        thing('1.2', { part: field.object('Part', { versions: { '1.0': '1.2', '1.1': '1.0' } }) }),
      ),
      found: {
        path: 'Part',
        severity: 'error',
        versions: ['1.0', '1.1'],
        cure: "name at least Part '1.2' with Thing '1.1'",
      },
    },
    spares: {
      before: [],
      now: all(
        object('Part', '1.2', { id, size: added }),
        thing('1.2', { part: field.object('Part', { versions: { '1.0': '1.0', '1.1': '1.2' } }) }),
      ),
    },
  },
};
