import test from 'ava';
import { defineObject, field, historyOf, modelOf, type ObjectClass, Registry } from '../../lib/index.js';

const stack = (): ObjectClass =>
  defineObject(
    'Stack',
    '1.4',
    {
      id: field.uuid(),
      name: field.string({ maxLength: 64, limits: [{ in: '1.2', maxLength: 16 }] }),
      state: field.enum(['new', 'done', 'held'], { values: { held: { since: '1.2', fallback: 'new' } } }),
      parent: field.uuid({ nullable: { since: '1.3', drop: true }, renamed: [{ in: '1.3', from: 'owner' }] }),
      size: field.number({
        since: '1.1',
        retyped: [{ in: '1.4', from: field.string(), up: Number, down: String, loses: ['size'] }],
      }),
      tags: field.list(field.string({ limits: [{ in: '1.4', maxLength: 8 }] })),
    },
    {
      registry: new Registry(),
      retired: { flavor: field.string({ until: '1.2', since: '1.1' }) },
      obj_make_compatible: { '1.4': { up: () => undefined }, '1.2': () => undefined },
    },
  );

test('historyOf(): names what each version changed, oldest first, a hook before the rest', (t) => {
  const none = { each: [], replace: [], drop: [], dropObjects: [], refuse: [], loses: [] };
  t.deepEqual(
    historyOf(modelOf(stack())).map(({ version, changes }) => ({ version: version.text, changes })),
    [
      {
        version: '1.1',
        changes: [
          { kind: 'added', field: 'size' },
          { kind: 'added', field: 'flavor' },
        ],
      },
      {
        version: '1.2',
        changes: [
          { kind: 'hook', object: 'Stack', version: '1.2', down: true, up: false },
          { kind: 'limits', field: 'name' },
          { kind: 'values', field: 'state', revision: { ...none, replace: [['held', 'new']] } },
          { kind: 'removed', field: 'flavor' },
        ],
      },
      {
        version: '1.3',
        changes: [
          { kind: 'values', field: 'parent', revision: { ...none, drop: [null] } },
          { kind: 'renamed', field: 'parent', from: 'owner' },
        ],
      },
      {
        version: '1.4',
        changes: [
          { kind: 'hook', object: 'Stack', version: '1.4', down: false, up: true },
          { kind: 'retyped', field: 'size' },
          { kind: 'limits', field: 'tags' },
        ],
      },
    ],
  );
});

test('historyOf(): is JSON, and the same each time', (t) => {
  const model = modelOf(stack());
  const history = historyOf(model);
  t.is(historyOf(model), history);
  t.true(Object.isFrozen(history));
  const plain = history.map(({ version, changes }) => ({ version: version.text, changes }));
  t.deepEqual(JSON.parse(JSON.stringify(history)), plain);
});

test('historyOf(): a class without changes has none', (t) => {
  const A = defineObject('A', '1.7', { id: field.integer() }, { registry: new Registry() });
  t.deepEqual(historyOf(modelOf(A)), []);
});

test('historyOf(): versions are ordered as numbers', (t) => {
  const A = defineObject(
    'A',
    '1.10',
    {
      a: field.integer({ since: '1.10' }),
      b: field.integer({ since: '1.9' }),
      c: field.integer({ since: '1.2.1' }),
    },
    { registry: new Registry() },
  );
  t.deepEqual(
    historyOf(modelOf(A)).map(({ version }) => version.text),
    ['1.2.1', '1.9', '1.10'],
  );
});

test('historyOf(): what changed at or below oldest is no history', (t) => {
  const A = defineObject(
    'A',
    '1.3',
    { a: field.integer({ since: '1.2' }), b: field.integer({ since: '1.3' }) },
    { registry: new Registry(), oldest: '1.2' },
  );
  t.deepEqual(
    historyOf(modelOf(A)).map(({ version }) => version.text),
    ['1.3'],
  );
});

test('historyOf(): two spellings of one version are one entry', (t) => {
  const A = defineObject(
    'A',
    '1.2',
    { a: field.integer({ since: '1.1' }), b: field.integer({ since: '1.1.0' }) },
    { registry: new Registry() },
  );
  t.deepEqual(
    historyOf(modelOf(A)).map(({ changes }) => changes),
    [
      [
        { kind: 'added', field: 'a' },
        { kind: 'added', field: 'b' },
      ],
    ],
  );
});
