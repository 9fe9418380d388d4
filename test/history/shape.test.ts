import test from 'ava';
import {
  defineObject,
  field,
  historyOf,
  modelOf,
  Registry,
  type Shape,
  shapeAt,
  Version,
  versionsOf,
} from '../../lib/index.js';
import { knownVersion } from '../../lib/history/shape.js';
import { refused } from '../codec/refusal.js';

const model = () =>
  modelOf(
    defineObject(
      'Stack',
      '1.3',
      {
        id: field.integer(),
        title: field.string({
          maxLength: 9,
          renamed: [{ in: '1.2', from: 'name' }],
          limits: [{ in: '1.3', maxLength: null, minLength: 1 }],
        }),
        state: field.enum(['a', 'b'], { values: { b: { since: '1.2' } }, nullable: { since: '1.3' } }),
        size: field.integer({
          since: '1.1',
          sensitive: true,
          retyped: [{ in: '1.3', from: field.string(), up: Number, down: String }],
        }),
        tags: field.set(field.string({ nullable: { since: '1.2' } }), { optional: true }),
      },
      { registry: new Registry(), retired: { old: field.boolean({ since: '1.1', until: '1.3' }) } },
    ),
  );

const summary = ({ fields }: Shape) =>
  Object.fromEntries(
    fields.map(({ wire, type }) => [wire, `${type.describe()}${type.nullable ? ' or null' : ''}`]),
  );

test('shapeAt(): is the object as it was at each version', (t) => {
  const stack = model();
  const at = (text: string) => summary(shapeAt(stack, Version.parse(text)));
  t.deepEqual(at('1.0'), {
    id: 'an integer',
    name: 'a string of at least 1 characters',
    state: 'one of "a"',
    tags: 'a set, each item a string',
  });
  t.deepEqual(at('1.1'), {
    id: 'an integer',
    name: 'a string of at least 1 characters',
    state: 'one of "a"',
    size: 'a string',
    tags: 'a set, each item a string',
    old: at('1.1')['old'],
  });
  t.deepEqual(at('1.2'), {
    id: 'an integer',
    title: 'a string of at least 1 characters',
    state: 'one of "a", "b"',
    size: 'a string',
    tags: 'a set, each item a string',
    old: at('1.1')['old'],
  });
  t.deepEqual(at('1.3'), {
    id: 'an integer',
    title: 'a string of at most 9 characters',
    state: 'one of "a", "b" or null',
    size: 'an integer',
    tags: 'a set, each item a string',
  });
  t.deepEqual(at('1.2.5'), at('1.2'));
});

test('shapeAt(): nullability of elements, optional and sensitive are those of the version', (t) => {
  const stack = model();
  const at = (text: string, wire: string) => shapeAt(stack, Version.parse(text)).byWire.get(wire);
  t.false(at('1.1', 'tags')?.type.element?.nullable);
  t.true(at('1.2', 'tags')?.type.element?.nullable);
  t.true(at('1.0', 'tags')?.optional);
  t.true(at('1.1', 'size')?.sensitive);
  t.is(at('1.1', 'name')?.property, 'title');
});

test('shapeAt(): is built once, and frozen', (t) => {
  const stack = model();
  const shape = shapeAt(stack, Version.parse('1.1'));
  t.is(shapeAt(stack, Version.parse('1.1')), shape);
  t.true(Object.isFrozen(shape) && Object.isFrozen(shape.fields));
});

test('versionsOf(): each minor, and the patches that brought something', (t) => {
  const A = defineObject(
    'A',
    '1.4.2',
    {
      a: field.integer({ since: '1.2' }),
      b: field.integer({ since: '1.3.1' }),
      c: field.integer({ since: '1.4.2' }),
    },
    { registry: new Registry(), oldest: '1.1' },
  );
  t.deepEqual(versionsOf(modelOf(A)).map(String), ['1.1', '1.2', '1.3', '1.3.1', '1.4', '1.4.2']);
});

test('knownVersion(): every patch that a writer may claim is a version known here, so that shapes are few', (t) => {
  const stack = model();
  const shapeOf = (text: string) => shapeAt(stack, knownVersion(stack, Version.parse(text)));
  const shapes = Array.from({ length: 5000 }, (_, patch) => shapeOf(`1.2.${patch}`));
  t.is(new Set(shapes).size, 1);
  t.is(shapes[0], shapeOf('1.2'));
  t.is(knownVersion(stack, stack.version), stack.version);
  t.is(knownVersion(stack, Version.parse('1.3.7')).text, '1.3');
  const patched = modelOf(
    defineObject('A', '1.4.2', { a: field.integer({ since: '1.3.1' }) }, { registry: new Registry() }),
  );
  const known = (text: string) => knownVersion(patched, Version.parse(text)).text;
  t.deepEqual(['1.3', '1.3.0', '1.3.1', '1.3.9', '1.4.1', '1.4.2', '1.4.9'].map(known), [
    '1.3',
    '1.3',
    '1.3.1',
    '1.3.1',
    '1.4',
    '1.4.2',
    '1.4.2',
  ]);
});

test('shapes: two fields that meet under one wire name are refused, with the version', (t) => {
  const declare = () =>
    defineObject(
      'A',
      '1.3',
      {
        a: field.integer({ renamed: [{ in: '1.2', from: 'b' }] }),
        c: field.integer({ wire: 'b', since: '1.1' }),
      },
      { registry: new Registry() },
    );
  refused(t, () => historyOf(modelOf(declare())), {
    code: 'DECLARATION',
    says: ['A.', '"b" on the wire at 1.1', 'rename one'],
  });
});
