import test from 'ava';
import { backport, changes, create, decode, defineObject, encode, field, Registry } from '../../lib/index.js';
import { dataOf, envelope } from './payload.js';
import { refused } from './refusal.js';

const HUGE = 2n ** 64n;

const counters = (registry = new Registry()) =>
  defineObject(
    'Counter',
    '1.1',
    {
      one: field.bigint(),
      all: field.list(field.bigint()),
      by: field.dict(field.list(field.bigint({ nullable: true }))),
      text: field.string(),
      late: field.bigint({ since: '1.1' }),
    },
    { registry },
  );

const values = {
  one: HUGE,
  all: [-HUGE, 0n, 2n ** 53n, 2n ** 53n - 1n, 10n ** 40n],
  by: { '"quoted"': [HUGE, null, 3n] },
  text: `"${'9'.repeat(20)}" \u2028 \\`,
  late: -1n,
};

test('bigint: numbers beyond 2^53 travel as digits, in lists and dicts too', (t) => {
  const Counter = counters();
  const text = encode(create(Counter, values));
  t.true(text.includes('"one":18446744073709551616'));
  t.true(text.includes('[-18446744073709551616,0,9007199254740992,9007199254740991,1'));
  const read = decode(Counter, text);
  t.deepEqual({ ...read }, values);
  t.deepEqual(dataOf(encode(read)), dataOf(text));
  t.deepEqual(changes(read), ['one', 'all', 'by', 'text', 'late']);
});

test('bigint: a backport keeps the digits, of instances and of payloads', (t) => {
  const registry = new Registry();
  const Counter = counters(registry);
  const text = encode(create(Counter, values), { target: '1.0' });
  t.true(text.includes('"one":18446744073709551616'));
  t.false(text.includes('late'));
  const { one } = decode(Counter, text, { partial: true });
  t.is(one, HUGE);
  const payload = envelope('Counter', '1.1', { ...values, by: {}, late: 5 });
  t.deepEqual(
    backport(payload, '1.0', { registry }).losses.map(({ path, from }) => [path, from]),
    [['/late', 5]],
  );
});

test('bigint: what was decoded and not touched is not changed', (t) => {
  const Counter = counters();
  const read = decode(
    Counter,
    JSON.stringify(envelope('Counter', '1.1', { one: 1, all: [2], by: {}, text: '', late: 3 })),
  );
  t.deepEqual(changes(read), []);
  read.all.push(HUGE);
  t.deepEqual(changes(read), ['all']);
});

test('bigint: a class with one deep inside is parsed exactly, one without is not slowed', (t) => {
  const registry = new Registry();
  const Leaf = defineObject('Leaf', '1.0', { n: field.bigint() }, { registry });
  const Root = defineObject(
    'Root',
    '1.0',
    { leaves: field.list(field.object(Leaf)), f: field.number() },
    { registry },
  );
  const root = create(Root, { leaves: [create(Leaf, { n: HUGE })], f: 1.5e300 });
  const read = decode(Root, encode(root));
  t.is(read.leaves[0]?.n, HUGE);
  t.is(read.f, 1.5e300);
});

for (const [text, n] of [
  ['1e20', 1e20],
  ['100000000000000000000', 1e20],
  ['-1.5E+300', -1.5e300],
  ['0e-1234567890', 0],
  ['0.1', 0.1],
] as const)
  test(`bigint: a number field beside one reads ${text} as JSON.parse does, and writes it again`, (t) => {
    const A = defineObject(
      'A',
      '1.0',
      { n: field.number(), y: field.bigint() },
      { registry: new Registry() },
    );
    const read = decode(A, JSON.stringify(envelope('A', '1.0', { n: '?', y: 1 })).replace('"?"', text));
    t.is(read.n, n);
    t.is(decode(A, encode(read)).n, n);
  });

for (const [title, Class, data, says] of [
  ['a fraction', field.bigint(), '1.5', 'A.x: expected a whole number'],
  ['a string', field.bigint(), '"1"', 'A.x: expected a whole number'],
  ['a number above the limit', field.bigint({ max: 5 }), '18446744073709551616', 'A.x: expected at most 5'],
  ['digits beyond 2^53 in an integer field', field.integer(), '9007199254740993', 'A.x: expected an integer'],
  ['digits beyond 2^53 in a json field', field.json(), '{"deep":[9007199254740993]}', 'A.x: expected'],
] as const) {
  test(`bigint: ${title} is refused, with exact digits or without`, (t) => {
    for (const y of [field.bigint(), field.json()]) {
      const A = defineObject('A', '1.0', { x: Class, y }, { registry: new Registry() } as object);
      const text = JSON.stringify(envelope('A', '1.0', { x: '?', y: 1 })).replace('"?"', data);
      refused(t, () => decode(A, text), { code: 'INVALID_PAYLOAD', says: [says] });
    }
  });
}

for (const [title, value] of [
  ['a number', 5],
  ['a string', '5'],
  ['an object', { valueOf: () => 5n }],
] as const) {
  test(`bigint: ${title} in the instance is refused`, (t) => {
    const A = defineObject('A', '1.0', { x: field.bigint() }, { registry: new Registry() });
    refused(t, () => encode(Object.assign(new A(), { x: value })), {
      code: 'INVALID_OBJECT',
      says: ['A.x: expected a bigint'],
      pointer: '/x',
    });
  });
}

const floats = () =>
  defineObject(
    'Float',
    '1.1',
    {
      x: field.number(),
      all: field.list(field.number()),
      any: field.json(),
      s: field.string({ since: '1.1' }),
    },
    { registry: new Registry() },
  );
const odd = {
  x: Number.NaN,
  all: [Infinity, -Infinity, 1.5],
  any: { deep: [Number.NaN] },
  s: 'NaN "Infinity" -Infinity',
};

/** What Python's `json.dumps` writes for these data. */
const dumped = JSON.stringify(envelope('Float', '1.1', { ...odd, x: '?x', all: '?all', any: '?any' }))
  .replace('"?x"', 'NaN')
  .replace('"?all"', '[Infinity, -Infinity, 1.5]')
  .replace('"?any"', '{"deep": [NaN]}');

test('python: bare NaN and the infinities are read', (t) => {
  t.deepEqual({ ...decode(floats(), dumped, { python: true }) }, odd);
});

test('python: bare NaN and the infinities are written, at older versions too', (t) => {
  const Float = floats();
  const instance = Object.assign(new Float(), odd);
  const text = encode(instance, { python: true });
  t.true(text.includes('"x":NaN,"all":[Infinity,-Infinity,1.5],"any":{"deep":[NaN]}'));
  t.deepEqual({ ...decode(Float, text, { python: true }) }, odd);
  const older = encode(instance, { python: true, target: '1.0' });
  t.true(older.includes('"x":NaN,"all":[Infinity,-Infinity,1.5],"any":{"deep":[NaN]}'));
  t.notThrows(() => JSON.parse(encode(Object.assign(instance, { x: 0, all: [], any: 0 }), { python: true })));
});

test('python: words inside strings and keys are left alone', (t) => {
  const A = defineObject('A', '1.0', { any: field.json() }, { registry: new Registry() });
  const any = { NaN: 'NaN', '"-Infinity': ['\\"NaN', 'a\\'], x: 'Infinity' };
  const text = JSON.stringify(envelope('A', '1.0', { any }));
  t.deepEqual(decode(A, text, { python: true }).any, any);
});

test('python: bare NaN and Infinity are refused without it', (t) => {
  const Float = floats();
  refused(t, () => decode(Float, dumped), { code: 'PAYLOAD_SYNTAX', says: ['not JSON'] });
  const says = ['Float.x: expected a finite number', 'NaN'];
  refused(t, () => encode(Object.assign(new Float(), odd)), { code: 'INVALID_OBJECT', says, pointer: '/x' });
  refused(t, () => encode(Object.assign(new Float(), odd), { target: '1.0' }), {
    code: 'INVALID_OBJECT',
    says,
  });
});

test('python: an integer field takes neither', (t) => {
  const A = defineObject('A', '1.0', { n: field.integer() }, { registry: new Registry() });
  for (const word of ['NaN', 'Infinity', '-Infinity']) {
    const text = JSON.stringify(envelope('A', '1.0', { n: '?' })).replace('"?"', word);
    refused(t, () => decode(A, text, { python: true }), {
      code: 'INVALID_PAYLOAD',
      says: ['A.n: expected an integer', word],
    });
  }
});
