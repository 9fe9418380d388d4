import test from 'ava';
import { backport, decode, defineObject, encode, field, fromPrimitive, Registry } from '../../lib/index.js';
import { envelope } from './payload.js';
import { refused } from './refusal.js';

function world(exact: boolean) {
  const registry = new Registry();
  const Tree = defineObject(
    'Tree',
    '1.1',
    {
      any: field.json({ optional: true }),
      kid: field.object<object, { optional: true }>('Tree', { optional: true }),
      kids: field.list(field.object<object, {}>('Tree'), { optional: true }),
      some: field.set(field.integer(), { optional: true }),
      by: field.dict(field.integer(), { optional: true }),
      s: field.string({ optional: true }),
      ...(exact ? { n: field.bigint({ optional: true }) } : {}),
    },
    { registry },
  );
  return { registry, Tree };
}

const head =
  '{"versioned_object.name":"Tree","versioned_object.namespace":"backlevel","versioned_object.version":"1.1","versioned_object.data":{';
const text = (data: string) => `${head}${data}}}`;
const MANY = 100_000;

const bombs = {
  'lists in a json field': text(`"any":${'['.repeat(MANY)}${']'.repeat(MANY)}`),
  'objects in a json field': text(`"any":${'{"a":'.repeat(MANY)}1${'}'.repeat(MANY)}`),
  'lists in an unknown field inside a child': `${head}"kid":${text('"any":'.concat('['.repeat(MANY), ']'.repeat(MANY)))}}}`,
  children: `${`${head}"kid":`.repeat(20_000)}null${'}}'.repeat(20_000)}`,
  'children in lists': `${`${head}"kids":[`.repeat(20_000)}${']}}'.repeat(20_000)}`,
};

for (const [kind, exact, options] of [
  ['plain', false, {}],
  ['bigint', true, {}],
  ['python', false, { python: true }],
  ['coerce', false, { coerce: true }],
] as const) {
  for (const [title, bomb] of Object.entries(bombs))
    test(`decode(): a depth bomb of ${title} is refused (${kind})`, (t) => {
      refused(t, () => decode(world(exact).Tree, bomb, options), {
        code: 'LIMIT_EXCEEDED',
        says: ['more depth than allowed', 'the limit is 100', 'raise limits.depth'],
      });
    });

  test(`decode(): nesting within the limit is read, and the limit can be set (${kind})`, (t) => {
    const { Tree } = world(exact);
    const deep = text(`"any":${'['.repeat(40)}${']'.repeat(40)}`);
    t.notThrows(() => decode(Tree, deep, options));
    refused(t, () => decode(Tree, deep, { ...options, limits: { depth: 20 } }), {
      code: 'LIMIT_EXCEEDED',
      says: ['the limit is 20'],
    });
    const deeper = text(`"any":${'['.repeat(400)}${']'.repeat(400)}`);
    t.notThrows(() => decode(Tree, deeper, { ...options, limits: { depth: 500 } }));
  });

  test(`decode(): too many bytes are refused before they are parsed (${kind})`, (t) => {
    const { Tree } = world(exact);
    const wide = text(`"s":"${'é'.repeat(60)}"`);
    const bytes = Buffer.byteLength(wide);
    t.notThrows(() => decode(Tree, wide, { ...options, limits: { bytes } }));
    for (const limit of [bytes - 1, wide.length - 1, 0])
      refused(t, () => decode(Tree, wide, { ...options, limits: { bytes: limit } }), {
        code: 'LIMIT_EXCEEDED',
        says: ['more bytes than allowed', `the limit is ${limit}`, 'raise limits.bytes'],
      });
    refused(t, () => decode(Tree, 'not even JSON', { ...options, limits: { bytes: 5 } }), {
      code: 'LIMIT_EXCEEDED',
      says: ['bytes'],
    });
  });
}

const million = Array.from({ length: 1_000_001 }, (_, index) => index);
const half = million.slice(0, 600_000);
for (const [title, data, pointer] of [
  ['in a json field', { any: million }, '/versioned_object.data/any'],
  [
    'in a json dict',
    { any: { deep: Object.fromEntries(million.map((n) => [`k${n}`, 1])) } },
    '/versioned_object.data/any/deep',
  ],
  ['in a set', { some: million }, '/versioned_object.data/some'],
  ['in a dict', { by: Object.fromEntries(million.map((n) => [`k${n}`, 1])) }, '/versioned_object.data/by'],
  ['in two lists together', { any: half, some: half }, '/versioned_object.data/some'],
  ['of children', { kids: million }, '/versioned_object.data/kids'],
] as const)
  test(`fromPrimitive(): more than a million items ${title} are refused`, (t) => {
    refused(t, () => fromPrimitive(world(false).Tree, envelope('Tree', '1.1', data)), {
      code: 'LIMIT_EXCEEDED',
      says: ['more items than allowed', 'the limit is 1000000', 'raise limits.items'],
      pointer,
    });
  });

test('fromPrimitive(): items are counted over children', (t) => {
  const kid = envelope('Tree', '1.1', { any: [1, 2, 3] });
  const payload = envelope('Tree', '1.1', { kids: [kid, kid] });
  t.notThrows(() => fromPrimitive(world(false).Tree, payload, { limits: { items: 8 } }));
  refused(t, () => fromPrimitive(world(false).Tree, payload, { limits: { items: 7 } }), {
    code: 'LIMIT_EXCEEDED',
    says: ['items', '7'],
    pointer: '/versioned_object.data/kids/1/versioned_object.data/any',
  });
});

for (const [title, data, pointer] of [
  ['a string', { s: 'x'.repeat(11) }, '/versioned_object.data/s'],
  ['a string in json', { any: [['x'.repeat(11)]] }, '/versioned_object.data/any/0/0'],
  ['a key in json', { any: { ['k'.repeat(11)]: 1 } }, undefined],
  ['a key of a dict', { by: { ['k'.repeat(11)]: 1 } }, undefined],
] as const)
  test(`fromPrimitive(): ${title} that is too long is refused, both ways`, (t) => {
    const { Tree, registry } = world(false);
    const payload = envelope('Tree', '1.1', data);
    const refusal = {
      code: 'LIMIT_EXCEEDED',
      says: ['more stringLength than allowed', 'the limit is 10', 'raise limits.stringLength'],
      hides: ['xxxxxxxxxxx'],
    };
    const limits = { stringLength: 10 };
    refused(t, () => fromPrimitive(Tree, payload, { limits }), {
      ...refusal,
      ...(pointer === undefined ? {} : { pointer }),
    });
    refused(t, () => backport(payload, '1.0', { registry, limits }), refusal);
    refused(t, () => encode(fromPrimitive(Tree, payload), { limits }), refusal);
  });

for (const exact of [false, true])
  test(`decode(): a string of 16 million characters is read (${exact ? 'bigint' : 'plain'})`, (t) => {
    const s = `${'x'.repeat(8_000_000)}"\\${'y'.repeat(8_000_000)}`;
    const read = decode(world(exact).Tree, text(`"s":${JSON.stringify(s)}${exact ? ',"n":1' : ''}`));
    t.true((read as { s?: string }).s === s);
  });

test('encode(): depth and items are limited too', (t) => {
  const { Tree } = world(false);
  const tree = fromPrimitive(Tree, envelope('Tree', '1.1', { any: [[[1, 2, 3]]] }));
  refused(t, () => encode(tree, { limits: { depth: 2 } }), { code: 'LIMIT_EXCEEDED', says: ['depth', '2'] });
  refused(t, () => encode(tree, { limits: { items: 4 }, target: '1.0' }), {
    code: 'LIMIT_EXCEEDED',
    says: ['items', '4'],
  });
});
