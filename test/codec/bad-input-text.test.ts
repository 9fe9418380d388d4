import test from 'ava';
import { decode, defineObject, field, Registry, validate } from '../../lib/index.js';
import { envelope } from './payload.js';
import { refused } from './refusal.js';

const plain = () =>
  defineObject(
    'A',
    '1.0',
    { s: field.string(), any: field.json({ optional: true }) },
    { registry: new Registry() },
  );
const exact = () =>
  defineObject(
    'A',
    '1.0',
    { s: field.string(), any: field.json({ optional: true }), n: field.bigint({ optional: true }) },
    { registry: new Registry() },
  );
const good = JSON.stringify(envelope('A', '1.0', { s: 'x' }));

for (const [kind, make, options] of [
  ['plain', plain, {}],
  ['bigint', exact, {}],
  ['python', plain, { python: true }],
] as const) {
  for (const [title, text] of Object.entries({
    nothing: '',
    'white space': ' \n',
    'half an object': good.slice(0, -1),
    'two objects': good + good,
    'a trailing comma': good.replace('}', ',}'),
    'single quotes': "{'a':1}",
    'a comment': `/* */${good}`,
    'a byte order mark': `\ufeff${good}`,
    'a control character in a string': good.replace('"x"', '"\u0001"'),
    'a bad escape': good.replace('"x"', '"\\x"'),
    'half a \\u': good.replace('"x"', '"\\u12"'),
    'a number with a leading zero': good.replace('"x"', '01'),
    'a number with a plus': good.replace('"x"', '+1'),
    undefined: good.replace('"x"', 'undefined'),
    'a secret that is not JSON': 'hunter2',
    'a half-quoted secret': '{"s":"hunter2',
  }))
    test(`decode(): ${title} is not JSON (${kind})`, (t) => {
      refused(t, () => decode(make(), text, options), {
        code: 'PAYLOAD_SYNTAX',
        says: ['the payload is not JSON'],
        hides: ['hunter2'],
      });
    });

  for (const [title, text] of Object.entries({
    null: 'null',
    'a number': '5',
    'a string': '"A"',
    'a list': `[${good}]`,
    true: 'true',
  }))
    test(`decode(): ${title} is no envelope (${kind})`, (t) => {
      refused(t, () => decode(make(), text, options), {
        code: 'ENVELOPE',
        says: ['A: expected a A in its envelope'],
        pointer: '',
      });
    });

  test(`decode(): lone surrogates are refused in values and in keys (${kind})`, (t) => {
    const send = (data: string) => decode(make(), good.replace('{"s":"x"}', data), options);
    for (const [data, pointer] of [
      ['{"s":"\\ud800"}', '/versioned_object.data/s'],
      ['{"s":"","any":["a","\\udc00b"]}', '/versioned_object.data/any/1'],
      ['{"s":"","any":{"\\ud800":1}}', undefined],
    ] as const)
      refused(t, () => send(data), {
        code: 'INVALID_PAYLOAD',
        says: ['A.', 'well-formed Unicode', 'lone surrogate'],
        ...(pointer === undefined ? {} : { pointer }),
      });
    t.is(send('{"s":"\\ud83d\\ude00"}').s, '😀');
  });

  test(`decode(): integers beyond 2^53 in json data are refused (${kind})`, (t) => {
    for (const number of ['9007199254740993', '-9007199254740992', '1e300'])
      refused(t, () => decode(make(), good.replace('"x"', `"x","any":{"k":[${number}]}`), options), {
        code: 'INVALID_PAYLOAD',
        says: ['A.any', 'expected'],
        pointer: '/versioned_object.data/any/k/0',
      });
  });

  test(`decode(): numbers that overflow are refused (${kind})`, (t) => {
    const text = good.replace('"x"', '"x","any":1e999');
    if (kind === 'python') t.is(decode(make(), text, options).any as unknown, Infinity);
    else
      refused(t, () => decode(make(), text, options), {
        code: 'INVALID_PAYLOAD',
        says: ['A.any', 'finite', 'Infinity'],
      });
  });
}

for (const value of [undefined, null, 5, {}, Buffer.from(good)])
  test(`decode(): ${Object.prototype.toString.call(value)} is no text`, (t) => {
    refused(t, () => decode(plain(), value as never), {
      code: 'PAYLOAD_SYNTAX',
      says: ['expected a string, got'],
    });
  });

test('decode(): a bare NaN or Infinity is no JSON without python: true', (t) => {
  for (const make of [plain, exact])
    for (const word of ['NaN', 'Infinity', '-Infinity'])
      refused(t, () => decode(make(), good.replace('"x"', `"x","any":${word}`)), {
        code: 'PAYLOAD_SYNTAX',
        says: ['not JSON'],
      });
});

test('validate(): takes trees, and calls a text a fault', (t) => {
  t.is(validate(plain(), good).length, 1);
});

test('decode(): a string of a million escaped quotes that never ends is refused in linear time', (t) => {
  // In quadratic time this takes longer than a test may.
  for (const make of [plain, exact])
    refused(t, () => decode(make(), `"${'\\"'.repeat(1_000_000)}`), {
      code: 'PAYLOAD_SYNTAX',
      says: ['not JSON'],
    });
});

test('decode(): of a key that is sent twice the last value holds, with exact digits or without', (t) => {
  for (const make of [plain, exact]) t.is(decode(make(), good.replace('"s":"x"', '"s":"x","s":"y"')).s, 'y');
});
