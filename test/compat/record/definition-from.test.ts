import test from 'ava';
import {
  create,
  defineObject,
  field,
  type FieldLike,
  modelOf,
  type ObjectClass,
  Registry,
} from '../../../lib/index.js';
import { modelFrom, objectHistory, recordVersion } from '../../../lib/compat/index.js';
import { everyField, everyOption } from './every-field.js';
import { historyWith } from './records.js';

/** A class of these fields, and the class that its record gives. */
async function rebuilt(fields: Readonly<Record<string, FieldLike>>) {
  const registry = new Registry();
  const Disk = defineObject('Disk', '1.0', { size: field.integer() }, { registry });
  defineObject('Sparse', '1.0', {}, { registry, extends: Disk });
  const Thing = defineObject('Thing', '1.0', fields, { registry });
  return { Thing, Past: modelFrom(objectHistory(await historyWith(Thing), 'Thing'), '1.0') };
}

async function fieldsOf(Class: ObjectClass) {
  const model = modelOf(Class);
  return (await recordVersion(model, model.version)).fields;
}

for (const [name, one] of Object.entries({ ...everyField, ...everyOption })) {
  test(`definitionFrom(): gives the field back that was recorded: ${name}`, async (t) => {
    const { Thing, Past } = await rebuilt({ it: one });
    t.deepEqual(await fieldsOf(Past), await fieldsOf(Thing));
  });
}

const defaults = test.macro({
  exec: async (t, one: FieldLike, expected: unknown) => {
    const { Thing, Past } = await rebuilt({ it: one });
    t.deepEqual(create(Past, {})['it'], expected);
    t.deepEqual((create(Thing, {}) as { it: unknown }).it, expected);
  },
  title: (what) => `definitionFrom(): gives the default that was recorded: ${what}`,
});
test('a number', defaults, field.integer({ default: 7 }), 7);
test('null', defaults, field.object('Disk', { nullable: true, default: null }), null);
test('a null bigint', defaults, field.bigint({ nullable: true, default: null }), null);
test('a null set', defaults, field.set(field.string(), { nullable: true, default: null }), null);
test('a Date', defaults, field.dateTime({ default: new Date(5) }), new Date(5));
test('a small bigint', defaults, field.bigint({ default: 5n }), 5n);
test('a large bigint', defaults, field.bigint({ default: 2n ** 70n }), 2n ** 70n);
test(
  'bigints in containers',
  defaults,
  field.list(field.dict(field.bigint({ nullable: true })), { default: [{ a: 2n ** 70n, b: null, c: 1n }] }),
  [{ a: 2n ** 70n, b: null, c: 1n }],
);
test('a Set', defaults, field.set(field.string(), { default: new Set(['a', 'b']) }), new Set(['a', 'b']));
test('a list of no objects', defaults, field.list(field.object('Disk'), { default: [] }), []);
test('JSON', defaults, field.json({ default: { a: [1, '1', null] } }), { a: [1, '1', null] });

test('definitionFrom(): each object has a default of its own', async (t) => {
  const { Past } = await rebuilt({ it: field.list(field.string(), { default: [] }) });
  const one = create(Past, {}) as { it: string[] };
  one.it.push('a');
  t.deepEqual(create(Past, {})['it'], []);
});

test('recordVersion(): a default that an older version does not take was none then', async (t) => {
  const Thing = defineObject(
    'Thing',
    '1.1',
    {
      state: field.enum(['on', 'off', 'held'], {
        default: 'held',
        values: { held: { since: '1.1', fallback: 'off' } },
      }),
      name: field.string({ nullable: { since: '1.1', fallback: '' }, default: null }),
      size: field.integer({ max: 9, default: 9, limits: [{ in: '1.1', max: 5 }] }),
      rank: field.integer({ default: 3 }),
    },
    { registry: new Registry() },
  );
  const history = await historyWith(Thing);
  const { versions } = objectHistory(history, 'Thing').record;
  const defaultsOf = (version: string): unknown =>
    Object.values(versions[version]?.fields ?? {}).map((one) => one.default);
  t.deepEqual(defaultsOf('1.0'), [undefined, undefined, undefined, { value: 3 }]);
  t.deepEqual(defaultsOf('1.1'), [{ value: 'held' }, { value: null }, { value: 9 }, { value: 3 }]);
});
