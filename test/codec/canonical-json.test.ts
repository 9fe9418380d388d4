import test from 'ava';
import fc from 'fast-check';
import { canonicalJson } from '../../lib/index.js';
import { refused } from './refusal.js';

test('canonicalJson(): sorts keys at every level and writes no space', (t) => {
  t.is(
    canonicalJson({ b: [{ d: 1, c: null }], a: 'x', '10': true, '9': '"' }),
    '{"10":true,"9":"\\"","a":"x","b":[{"c":null,"d":1}]}',
  );
  t.is(canonicalJson(JSON.parse('{"b":1,"__proto__":{"z":1,"a":2}}')), '{"__proto__":{"a":2,"z":1},"b":1}');
});

test('canonicalJson(): equal data give equal text that parses to the same', (t) => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const data = JSON.parse(JSON.stringify(value)) as unknown;
      const text = canonicalJson(data);
      t.deepEqual(JSON.parse(text), data);
      t.is(canonicalJson(JSON.parse(text)), text);
    }),
  );
});

const shared = { a: 1 };
test('canonicalJson(): the same object twice is no cycle', (t) => {
  t.is(canonicalJson([shared, shared]), '[{"a":1},{"a":1}]');
});

const cyclic: unknown[] = [];
cyclic.push({ deep: cyclic });

for (const [title, value, reason] of [
  ['undefined', undefined, 'nothing'],
  ['NaN', Number.NaN, 'NaN'],
  ['an infinity', -Infinity, '-Infinity'],
  ['negative zero', -0, '-0'],
  ['a bigint', 5n, '5n'],
  ['a function', () => 1, 'a function'],
  ['a symbol', Symbol('s'), 'a symbol'],
  ['a Map', new Map([[1, 2]]), 'a Map'],
  ['a Set', new Set([1]), 'a Set'],
  ['a Date', new Date(0), 'the Date'],
  ['a class instance', new (class Point {})(), 'a Point'],
  ['a lone surrogate', '\udc00', 'a lone surrogate'],
  ['a key with a lone surrogate', { '\ud800': 1 }, 'a key with a lone surrogate'],
  ['toJSON', { toJSON: () => 1 }, 'toJSON'],
  ['toJSON on a list', Object.assign([1], { toJSON: () => 2 }), 'toJSON'],
  ['a hole', [, 1], 'nothing'], // oxlint-disable-line no-sparse-arrays
  ['a cycle', cyclic, 'more than 200 levels'],
] as const) {
  test(`canonicalJson(): refuses ${title}, wherever it is`, (t) => {
    refused(t, () => canonicalJson(value), {
      code: 'CANONICAL_JSON',
      says: ['no canonical JSON', reason, 'plain JSON data'],
    });
    const error = refused(t, () => canonicalJson({ 'a/b': [0, value] }), {
      code: 'CANONICAL_JSON',
      says: [reason],
    });
    t.true((error as { pointer?: string } & Error).pointer?.startsWith('/a~1b/1'));
  });
}
