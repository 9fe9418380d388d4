import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import test from 'ava';
import {
  decode,
  defineObject,
  encode,
  field,
  Registry,
  type UnknownFieldMessage,
  validate,
} from '../../lib/index.js';
import { envelope } from './payload.js';
import { refused } from './refusal.js';

// Counts are kept for the whole process: each test has an object name of its own.
const make = (name: string) =>
  defineObject(
    name,
    '1.2',
    { id: field.integer(), x: field.integer({ since: '1.2', optional: true }) },
    { registry: new Registry() },
  );

function listening(object: string, work: () => void): UnknownFieldMessage[] {
  const heard: UnknownFieldMessage[] = [];
  const listen = (message: unknown) => {
    if ((message as UnknownFieldMessage).object === object) heard.push(message as UnknownFieldMessage);
  };
  subscribe('backlevel:unknown-field', listen);
  try {
    work();
  } finally {
    unsubscribe('backlevel:unknown-field', listen);
  }
  return heard;
}

test('unknown: fields are ignored, and not written again', (t) => {
  const A = make('Ignoring');
  const a = decode(
    A,
    JSON.stringify(envelope('Ignoring', '1.2', { id: 1, y: { deep: true }, x: 2 }, ['y', 'x'])),
  );
  t.deepEqual(Object.keys(a), ['id', 'x']);
  t.deepEqual(JSON.parse(encode(a)), envelope('Ignoring', '1.2', { id: 1, x: 2 }, ['x']));
});

test('unknown: each class, field and version of the writer is published once, and counted', (t) => {
  const A = make('Published');
  const send = (version: string, data: object) =>
    decode(A, JSON.stringify(envelope('Published', version, { id: 1, ...data })));
  const heard = listening('Published', () => {
    send('1.2', { y: 1 });
    send('1.2', { y: 2 });
    send('1.2', { y: 3, z: 4 });
    send('1.1', { y: 5 });
    send('1.1', { x: 6 });
    send('1.0', {});
  });
  t.deepEqual(
    heard.map(({ object, field: name, version, count }) => [object, name, version, count]),
    [
      ['Published', 'y', '1.2', 3],
      ['Published', 'z', '1.2', 1],
      ['Published', 'y', '1.1', 1],
      ['Published', 'x', '1.1', 1],
    ],
  );
});

test('unknown: in children too', (t) => {
  const registry = new Registry();
  const Child = defineObject('UnknownChild', '1.0', { id: field.integer() }, { registry });
  const A = defineObject('UnknownParent', '1.0', { all: field.list(field.object(Child)) }, { registry });
  const child = envelope('UnknownChild', '1.0', { id: 1, y: 1 });
  const heard = listening(
    'UnknownChild',
    () => void decode(A, JSON.stringify(envelope('UnknownParent', '1.0', { all: [child, child] }))),
  );
  t.deepEqual(
    heard.map(({ field: name, count }) => [name, count]),
    [['y', 2]],
  );
});

test("unknown: 'refuse' refuses them, at the top, in children and in older shapes", (t) => {
  const registry = new Registry();
  const Child = defineObject('Child', '1.0', { id: field.integer() }, { registry });
  const A = defineObject(
    'A',
    '1.1',
    { child: field.object(Child), x: field.integer({ since: '1.1' }) },
    { registry },
  );
  const child = (data: object) => envelope('Child', '1.0', { id: 1, ...data });
  for (const [version, data, object, name, pointer] of [
    [
      '1.1',
      { child: child({}), x: 1, y: 1 },
      'A: expected no field called "y"',
      'A 1.1',
      '/versioned_object.data/y',
    ],
    [
      '1.0',
      { child: child({}), x: 1 },
      'A: expected no field called "x"',
      'A 1.0',
      '/versioned_object.data/x',
    ],
    [
      '1.1',
      { child: child({ constructor: 1 }), x: 1 },
      'Child: expected no field called "constructor"',
      'Child 1.0',
      '/versioned_object.data/child/versioned_object.data/constructor',
    ],
  ] as const)
    refused(t, () => decode(A, JSON.stringify(envelope('A', version, data)), { unknown: 'refuse' }), {
      code: 'INVALID_PAYLOAD',
      says: [object, name],
      pointer,
    });
});

test('validate(): does not call an unknown field a fault', (t) => {
  t.deepEqual(validate(make('Valid'), envelope('Valid', '1.2', { id: 1, y: 1 })), []);
});

test('unknown: fields of newer patches are published with the version of the writer', (t) => {
  const A = make('Patched');
  const heard = listening('Patched', () => {
    for (const version of ['1.2.1', '1.2.2', '1.2.1'])
      decode(A, JSON.stringify(envelope('Patched', version, { id: 1, y: 1 })));
  });
  t.deepEqual(
    heard.map(({ version }) => version),
    ['1.2.1', '1.2.2'],
  );
});

test('unknown: a flood of names is not published again', (t) => {
  const A = make('Flooded');
  const flood = Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [`f${index}`, 1]));
  const text = JSON.stringify(envelope('Flooded', '1.2', { id: 1, ...flood }));
  t.true(listening('Flooded', () => void decode(A, text)).length > 0);
  t.deepEqual(
    listening('Flooded', () => void decode(A, text)),
    [],
  );
});
