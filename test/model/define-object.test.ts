import test from 'ava';
import {
  changes,
  create,
  decode,
  DeclarationError,
  defineObject,
  encode,
  field,
  modelOf,
  Registry,
  toPrimitive,
} from '../../lib/index.js';

test('defineObject(): a class whose instances are ordinary objects', (t) => {
  const Stack = defineObject(
    'Stack',
    '1.1',
    {
      id: field.uuid(),
      name: field.string({ nullable: true }),
      tags: field.list(field.string(), { since: '1.1' }),
    },
    { registry: new Registry() },
  );
  const id = '123e4567-e89b-12d3-a456-426614174000';
  const stack = create(Stack, { id, name: null, tags: ['a'] });
  t.true(stack instanceof Stack);
  t.is(Stack.name, 'Stack');
  t.deepEqual(Object.keys(stack), ['id', 'name', 'tags']);
  t.deepEqual({ ...stack }, { id, name: null, tags: ['a'] });
  t.deepEqual(structuredClone(stack), { ...stack } as typeof stack);
  t.deepEqual(decode(Stack, encode(stack)), stack);
  t.deepEqual(toPrimitive(stack, { target: '1.0' })['versioned_object.data'], { id, name: null });
  t.deepEqual(changes(stack), ['id', 'name', 'tags']);
});

test('defineObject(): takes the options of @versioned, and hooks', (t) => {
  const registry = new Registry();
  const Range = defineObject(
    'Range',
    '1.1',
    { low: field.integer(), high: field.integer() },
    {
      registry,
      namespace: 'x',
      retired: { width: field.integer({ until: '1.1' }) },
      check: ({ low, high }) => (low <= high ? undefined : 'low is above high'),
      obj_make_compatible: {
        '1.1': (data) => {
          data['width'] = data['high'] - data['low'];
        },
      },
    },
  );
  t.false(Object.keys(Range).includes('obj_make_compatible'));
  t.is(modelOf(Range).hooks.length, 1);
  t.deepEqual(toPrimitive(create(Range, { low: 1, high: 4 }), { target: '1.0' })['versioned_object.data'], {
    low: 1,
    high: 4,
    width: 3,
  });
  t.throws(() => create(Range, { low: 2, high: 1 }), { message: /^Range: low is above high/ });
});

test('defineObject(): construct makes the instances', (t) => {
  let made = 0;
  const Stack = defineObject(
    'Stack',
    '1.0',
    { id: field.integer() },
    {
      registry: new Registry(),
      construct: (): { id: number } => {
        made += 1;
        return { id: -1 };
      },
    },
  );
  t.is(create(Stack, { id: 1 }).id, 1);
  t.is(made, 1);
});

test('defineObject(): fields keep the order in which they are declared', (t) => {
  const fields = { b: field.integer(), a: field.integer(), c: field.integer() };
  const Stack = defineObject('Stack', '1.0', fields, { registry: new Registry() });
  const text = JSON.stringify({
    'versioned_object.name': 'Stack',
    'versioned_object.namespace': 'backlevel',
    'versioned_object.version': '1.0',
    'versioned_object.data': { a: 1, c: 2, b: 3 },
  });
  t.deepEqual(Object.keys(decode(Stack, text)), ['b', 'a', 'c']);
});

test('defineObject(): a bare field has no property to take its type from', (t) => {
  const error = t.throws(() => defineObject('Stack', '1.0', { id: field() }, { registry: new Registry() }), {
    instanceOf: DeclarationError,
  });
  t.regex(error.message, /^Stack\.id: @field\(\) knows no type/);
});

test('defineObject(): one field can stand in two classes', (t) => {
  const id = field.integer({ min: 1 });
  const registry = new Registry();
  const [A, B] = [
    defineObject('A', '1.0', { id }, { registry }),
    defineObject('B', '1.0', { own: id }, { registry }),
  ];
  t.throws(() => create(A, { id: 0 }), { message: /^A\.id: / });
  t.throws(() => create(B, { own: 0 }), { message: /^B\.own: / });
});
