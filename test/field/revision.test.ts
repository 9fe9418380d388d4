import test from 'ava';
import { field, type FieldLike, Version } from '../../lib/index.js';
import { limitsChangeIn, type Revision, revisionsIn } from '../../lib/field/revision.js';

const none: Revision = { each: [], replace: [], drop: [], dropObjects: [], refuse: [], loses: [] };
const state = field.enum(['a', 'b', 'c', 'd'], {
  values: {
    b: { since: '1.1', fallback: 'a', loses: ['state'] },
    c: { since: '1.1', drop: true },
    d: { since: '1.2' },
  },
});
const inOneOne: Revision = { ...none, replace: [['b', 'a']], drop: ['c'], loses: ['state'] };

/** What older readers get instead of what a version brought, version by version. */
const rows: [name: string, given: FieldLike, version: string, revisions: Revision[]][] = [
  ['values with a fallback and a dropped one', state, '1.1', [inOneOne]],
  ['a value without a fallback is a change of its own', state, '1.2', [none]],
  ['nothing changed', state, '1.3', []],
  ['in a list', field.list(state), '1.1', [{ ...inOneOne, each: ['list'] }]],
  ['in a dict of sets', field.dict(field.set(state)), '1.1', [{ ...inOneOne, each: ['dict', 'set'] }]],
  [
    'null with a fallback',
    field.string({ nullable: { since: '1.1', fallback: '' } }),
    '1.1',
    [{ ...none, replace: [[null, '']] }],
  ],
  [
    'null that is dropped',
    field.string({ nullable: { since: '1.1', drop: true } }),
    '1.1',
    [{ ...none, drop: [null] }],
  ],
  [
    'null that is refused on purpose',
    field.string({ nullable: { since: '1.1', refuse: true } }),
    '1.1',
    [{ ...none, refuse: [null] }],
  ],
  ['null that is refused', field.string({ nullable: { since: '1.1' } }), '1.1', [none]],
  ['null since ever', field.string({ nullable: true }), '1.1', []],
  [
    'null of a list and of its elements',
    field.list(field.integer({ nullable: { since: '1.1', fallback: 0 } }), {
      nullable: { since: '1.1', fallback: [] },
    }),
    '1.1',
    [
      { ...none, replace: [[null, []]] },
      { ...none, each: ['list'], replace: [[null, 0]] },
    ],
  ],
  [
    'subclasses',
    field.object('A', {
      subclasses: { B: { since: '1.1', missing: 'drop' }, C: { since: '1.1' }, D: { since: '1.2' }, E: {} },
    }),
    '1.1',
    [{ ...none, dropObjects: ['B'] }],
  ],
  [
    'numbers',
    field.enum([1, 2], { values: { 2: { since: '1.1', fallback: 1 } } }),
    '1.1',
    [{ ...none, replace: [[2, 1]] }],
  ],
  [
    'values of a type that went',
    field.string({ retyped: [{ in: '1.2', from: state, up: String, down: String }] }),
    '1.1',
    [inOneOne],
  ],
];
for (const [name, given, version, revisions] of rows) {
  test(`revisionsIn(): ${name}`, (t) => {
    t.deepEqual(revisionsIn(given.definition, Version.parse(version)), revisions);
  });
}

test('limitsChangeIn(): of the field and of what is in it', (t) => {
  const limits = [{ in: '1.1', maxLength: 5 }];
  const changes = (given: FieldLike, version: string): boolean =>
    limitsChangeIn(given.definition, Version.parse(version));
  t.true(changes(field.string({ limits }), '1.1'));
  t.false(changes(field.string({ limits }), '1.2'));
  t.true(changes(field.dict(field.list(field.string({ limits }))), '1.1'));
  t.true(changes(field.list(field.string(), { limits: [{ in: '1.2', maxItems: 1 }] }), '1.2'));
  t.false(changes(field.string({ maxLength: 5 }), '1.1'));
});
