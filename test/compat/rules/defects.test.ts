import test from 'ava';
import { field, type FieldLike } from '../../../lib/index.js';
import { all, findings, object, thing } from './scene.js';

// What fingerprints of other libraries do not see, and what they see though no reader can notice it.

const parts = all(object('A', '1.0', { id: field.integer() }), object('B', '1.0', { id: field.integer() }));
const { string, integer, list, set, dict, json, dateTime } = field;

const sees = test.macro<[before: FieldLike, now: FieldLike, rule: string, drift?: string]>({
  exec: async (t, before, now, rule, drift = 'DRIFT_SHAPE_NO_BUMP') => {
    const rulesAt = async (version: string): Promise<string[]> =>
      (
        await findings({
          before: [all(parts, thing('1.0', { it: before }))],
          releases: { first: 0 },
          now: all(parts, thing(version, { it: now })),
        })
      )
        .filter(({ severity, coverage }) => severity !== 'info' && coverage !== 'lossless')
        .map((finding) => finding.rule);
    const same = await rulesAt('1.0');
    t.true(same.includes(drift), same.join());
    t.true(same.includes(rule), same.join());
    const bumped = await rulesAt('1.1');
    t.false(bumped.includes(drift));
    // A default may change with a version; what a reader notices may not.
    t.is(bumped.includes(rule), drift === 'DRIFT_SHAPE_NO_BUMP', bumped.join());
  },
  title: (name = '') => `check(): it sees ${name}`,
});

test('the element type of a list', sees, list(string()), list(integer()), 'FIELD_TYPE_CHANGED');
test('the element type of a set', sees, set(string()), set(integer()), 'FIELD_TYPE_CHANGED');
test('the value type of a dict', sees, dict(string()), dict(integer()), 'FIELD_TYPE_CHANGED');
test(
  'an element type two levels down',
  sees,
  dict(list(string())),
  dict(list(integer())),
  'FIELD_TYPE_CHANGED',
);
test('the name of an object', sees, field.object('A'), field.object('B'), 'CHILD_TYPE_REPLACED');
test(
  'the name of an object in a list',
  sees,
  list(field.object('A')),
  list(field.object('B')),
  'CHILD_TYPE_REPLACED',
);
test(
  'the name of an object in a dict',
  sees,
  dict(field.object('A')),
  dict(field.object('B')),
  'CHILD_TYPE_REPLACED',
);
test('read-only', sees, integer(), integer({ readOnly: true }), 'READONLY_CHANGED');
test('read-only, of a list', sees, list(integer()), list(integer(), { readOnly: true }), 'READONLY_CHANGED');
test('the zone of a date', sees, dateTime({ as: 'text' }), dateTime(), 'FIELD_FORMAT_CHANGED');
test(
  'the zone of dates in a list',
  sees,
  list(dateTime({ as: 'text' })),
  list(dateTime()),
  'FIELD_FORMAT_CHANGED',
);
test(
  'the zone of dates in a dict',
  sees,
  dict(dateTime({ as: 'text' })),
  dict(dateTime()),
  'FIELD_FORMAT_CHANGED',
);
test(
  'the default 1 that became "1"',
  sees,
  json({ default: 1 }),
  json({ default: '1' }),
  'FIELD_DEFAULT_CHANGED',
  'DRIFT_BEHAVIOUR_NO_BUMP',
);
test(
  'the default [1] that became ["1"], in a list',
  sees,
  list(json(), { default: [1] }),
  list(json(), { default: ['1'] }),
  'FIELD_DEFAULT_CHANGED',
  'DRIFT_BEHAVIOUR_NO_BUMP',
);
test(
  'the default 1 that became "1", in a dict',
  sees,
  dict(json(), { default: { a: 1 } }),
  dict(json(), { default: { a: '1' } }),
  'FIELD_DEFAULT_CHANGED',
  'DRIFT_BEHAVIOUR_NO_BUMP',
);

const overlooks = test.macro({
  exec: async (t, before: FieldLike, now: FieldLike) => {
    const found = await findings({
      before: [all(parts, thing('1.0', { it: before }))],
      releases: { first: 0 },
      now: all(parts, thing('1.0', { it: now })),
    });
    t.deepEqual(found, []);
  },
  title: (name = '') => `check(): it overlooks ${name}`,
});

test('the order of an enum', overlooks, field.enum(['a', 'b']), field.enum(['b', 'a']));
test(
  'the order of a default set',
  overlooks,
  set(string(), { default: new Set(['a', 'b']) }),
  set(string(), { default: new Set(['b', 'a']) }),
);
test(
  'the order of transitions',
  overlooks,
  field.stateMachine(['a', 'b'], { a: ['b', 'a'] }),
  field.stateMachine(['b', 'a'], { a: ['a', 'b'] }),
);
