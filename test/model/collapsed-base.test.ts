import test from 'ava';
import {
  create,
  defineObject,
  encode,
  field,
  type FieldLike,
  type Hooks,
  Registry,
} from '../../lib/index.js';

const dataOf = (text: string): unknown =>
  (JSON.parse(text) as Record<string, unknown>)['versioned_object.data'];

const baseWith = (registry: Registry, fields: Record<string, FieldLike>, hooks?: Hooks) =>
  defineObject('Base', '1.2', fields, {
    registry,
    ...(hooks === undefined ? {} : { obj_make_compatible: hooks }),
  });

const twice = field.string({
  renamed: [
    { in: '1.1', from: 'a' },
    { in: '1.2', from: 'b' },
  ],
});

for (const [title, fields, hooks] of [
  ['two names of one field', { c: twice }, undefined],
  [
    'a hook and another change',
    { c: field.string(), d: field.string({ since: '1.1' }) },
    { '1.2': () => undefined },
  ],
] as const) {
  test(`extends: one version cannot take over ${title}`, (t) => {
    const registry = new Registry();
    const Base = baseWith(registry, fields, hooks);
    const base = { '1.0': '1.0', '1.1': '1.2' };
    const error = t.throws(() => defineObject('Sub', '1.1', {}, { registry, extends: Base, base }), {
      code: 'BACKLEVEL_DECLARATION',
    });
    t.regex(
      error?.message ?? '',
      /Sub: 1\.1 takes over 1\.1 and 1\.2 of Base at once.*give Sub a version for each/,
    );
    t.is(registry.find('Sub'), undefined);
  });
}

test('extends: one version takes over changes that have nothing to do with each other', (t) => {
  const registry = new Registry();
  const Base = baseWith(registry, { a: field.integer({ since: '1.1' }), b: field.integer({ since: '1.2' }) });
  const Sub = defineObject(
    'Sub',
    '1.1',
    { c: field.integer() },
    { registry, extends: Base, base: { '1.0': '1.0', '1.1': '1.2' } },
  );
  t.deepEqual(dataOf(encode(create(Sub, { a: 1, b: 2, c: 3 }), { target: '1.0' })), { c: 3 });
});

test('extends: hooks of two classes of one name, in two namespaces, each run once', (t) => {
  const registry = new Registry();
  const log: string[] = [];
  const hooks = (word: string): Hooks => ({ '1.1': () => void log.push(word) });
  const Base = defineObject(
    'Stack',
    '1.1',
    {},
    { registry, namespace: 'common', obj_make_compatible: hooks('base') },
  );
  const map = { '1.0': '1.0', '1.1': '1.1' };
  const own = { registry, namespace: 'heat', extends: Base, base: map, obj_make_compatible: hooks('own') };
  const Sub = defineObject('Stack', '1.1', {}, own);
  encode(create(Sub, {}), { target: '1.0' });
  t.deepEqual(log, ['own', 'base']);
});

test('extends: which child goes with the first version is inherited too', (t) => {
  const registry = new Registry();
  const Child = defineObject('Child', '1.2', { n: field.integer() }, { registry });
  const pairs = { versions: { '1.0': '1.0', '1.1': '1.1' } };
  const Base = defineObject(
    'Base',
    '1.1',
    { child: field.object(Child, pairs), x: field.integer({ since: '1.1' }) },
    { registry },
  );
  const Sub = defineObject(
    'Sub',
    '1.1',
    {},
    { registry, extends: Base, base: { '1.0': '1.0', '1.1': '1.1' } },
  );
  const text = encode(create(Sub, { child: create(Child, { n: 1 }), x: 1 }), { target: '1.0' });
  t.regex(
    text,
    /"versioned_object\.name":"Child","versioned_object\.namespace":"backlevel","versioned_object\.version":"1\.0"/,
  );
});
