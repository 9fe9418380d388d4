import test from 'ava';
import { backport, defineObject, encode, create, field, fromPrimitive, Registry } from '../../lib/index.js';
import { converts } from './conversion.js';
import { dataOf, envelope } from './payload.js';
import { refused } from './refusal.js';

const added = (options: object) => (registry: Registry) =>
  defineObject(
    'A',
    '1.2',
    { id: field.integer(), x: field.json({ since: '1.2', ...options }) },
    { registry },
  );

const retired = (options: object) => (registry: Registry) =>
  defineObject(
    'A',
    '1.2',
    { id: field.integer() },
    { registry, retired: { old: field.json({ until: '1.2', ...options }) } },
  );

test('since: a field of a newer version is dropped, and unset coming back', converts, {
  make: added({}),
  newer: { id: 1, x: 2 },
  at: '1.1',
  older: { id: 1 },
  again: { id: 1 },
});
test('absent: what an older writer meant is filled in going up', converts, {
  make: added({ absent: { a: [1] } }),
  newer: { id: 1, x: { a: [1] } },
  at: '1.0',
  older: { id: 1 },
});
test('absent: an unset field stays unset going down', converts, {
  make: added({ absent: 7 }),
  newer: { id: 1 },
  at: '1.0',
  older: { id: 1 },
  again: { id: 1, x: 7 },
});
test("down: 'refuse' lets through what equals absent", converts, {
  make: added({ absent: { a: 1, b: 2 }, down: 'refuse' }),
  newer: { id: 1, x: { b: 2, a: 1 } },
  at: '1.0',
  older: { id: 1 },
  again: { id: 1, x: { a: 1, b: 2 } },
});
test("down: 'refuse' lets an unset field through", converts, {
  make: added({ down: 'refuse' }),
  newer: { id: 1 },
  at: '1.0',
  older: { id: 1 },
});
test('down: a function gets the value and writes the older fields', converts, {
  make: added({
    down: (value: number, data: { id: number }) => {
      data.id += value;
    },
  }),
  newer: { id: 1, x: 2 },
  at: '1.1',
  older: { id: 3 },
  again: { id: 3 },
});
test('down: a function is not asked about what equals absent', converts, {
  make: added({
    absent: 2,
    down: (_value: number, data: { id: number }) => {
      data.id = -1;
    },
  }),
  newer: { id: 1, x: 2 },
  at: '1.1',
  older: { id: 1 },
});
test('until: a retired field is gone going up, and unset going down', converts, {
  make: retired({}),
  newer: { id: 1 },
  at: '1.1',
  older: { id: 1 },
});
test('fill: a value is given to older readers', converts, {
  make: retired({ fill: { made: true } }),
  newer: { id: 1 },
  at: '1.1',
  older: { id: 1, old: { made: true } },
});
test('fill: a function makes it of the data', converts, {
  make: retired({ fill: (data: { id: number }) => [data.id] }),
  newer: { id: 1 },
  at: '1.0',
  older: { id: 1, old: [1] },
});
test('since and until: a field that came and went', converts, {
  make: retired({ since: '1.1', fill: 'f' }),
  newer: { id: 1 },
  at: '1.1',
  older: { id: 1, old: 'f' },
});
test('since and until: neither side knows it further down', converts, {
  make: retired({ since: '1.1', fill: 'f' }),
  newer: { id: 1 },
  at: '1.0',
  older: { id: 1 },
});

test("encode(): down: 'refuse' refuses a value that is not absent", (t) => {
  const A = added({ absent: 0, down: 'refuse' })(new Registry());
  refused(t, () => encode(create(A, { id: 1, x: 5 }), { target: '1.0' }), {
    code: 'VALUE_TOO_NEW',
    says: ['A', 'x', '1.2', '1.0', 'fallback', 'hold it back'],
  });
});

test('fill: each payload gets its own copy of the value', (t) => {
  const registry = new Registry();
  retired({ fill: { list: [] } })(registry);
  const write = () => dataOf(backport(envelope('A', '1.2', { id: 1 }), '1.0', { registry }).primitive);
  (write()['old'] as { list: number[] }).list.push(1);
  t.deepEqual(write(), { id: 1, old: { list: [] } });
});

test('default: is never used by decode or going down', (t) => {
  const registry = new Registry();
  const A = defineObject('A', '1.1', { x: field.integer({ since: '1.1', default: 9 }) }, { registry });
  t.is(fromPrimitive(A, envelope('A', '1.0', {})).x as number | undefined, undefined);
  t.is(create(A, {}).x, 9);
});

test('backport(): what is below oldest is refused, both ways', (t) => {
  const registry = new Registry();
  const A = defineObject('A', '1.4', { id: field.integer() }, { registry, oldest: '1.2' });
  refused(t, () => encode(create(A, { id: 1 }), { target: '1.1' }), {
    code: 'UNSUPPORTED_TARGET',
    says: ['A', '1.1', '1.2 to 1.4'],
  });
  refused(t, () => fromPrimitive(A, envelope('A', '1.1', { id: 1 })), {
    code: 'OBJECT_TOO_OLD',
    says: ['A 1.1', 'the oldest version supported here is 1.2', 'upgrade the sender'],
  });
  t.is(fromPrimitive(A, envelope('A', '1.2', { id: 1 })).id, 1);
});
