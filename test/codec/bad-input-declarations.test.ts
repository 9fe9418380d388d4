import test from 'ava';
import {
  create,
  decode,
  defineObject,
  encode,
  field,
  modelOf,
  Registry,
  versioned,
} from '../../lib/index.js';
import { refused } from './refusal.js';

const declare = (registry: Registry, name: string, version: string, options: object = {}) =>
  defineObject(name, version, { id: field.integer() }, { registry, ...options });

test('a second class of one name and major is refused, and the first goes on', (t) => {
  const registry = new Registry();
  const A = declare(registry, 'A', '1.1');
  const models = registry.models;
  for (const version of ['1.0', '1.1', '1.2'])
    refused(t, () => declare(registry, 'A', version), {
      code: 'DUPLICATE_REGISTRATION',
      says: [`backlevel.A ${version}`, 'already holds backlevel.A 1.1', 'its own Registry'],
    });
  t.deepEqual(registry.models, models);
  t.is(registry.size, 1);
  t.is(decode(A, encode(create(A, { id: 1 }))).id, 1);
});

test('a decorated class that is refused gets no model', (t) => {
  const registry = new Registry();
  declare(registry, 'A', '1.0');
  class Second {}
  refused(t, () => versioned('A', '1.0', { registry })(Second), {
    code: 'DUPLICATE_REGISTRATION',
    says: ['A 1.0'],
  });
  refused(t, () => modelOf(Second), { code: 'UNREGISTERED_OBJECT', says: ['class Second', '@versioned'] });
  t.notThrows(() => versioned('B', '1.0', { registry })(Second));
});

test('another major, namespace or registry is another object', (t) => {
  const registry = new Registry();
  const one = declare(registry, 'A', '1.0');
  const two = declare(registry, 'A', '2.0');
  const other = declare(registry, 'A', '1.0', { namespace: 'nova' });
  const apart = declare(new Registry(), 'A', '1.0');
  t.is(registry.size, 3);
  for (const Class of [one, two, other, apart]) t.is(decode(Class, encode(create(Class, { id: 1 }))).id, 1);
  refused(t, () => decode(one, encode(create(two, { id: 1 }))), {
    code: 'INCOMPATIBLE_OBJECT_VERSION',
    says: ['A 2.0'],
  });
  refused(t, () => decode(one, encode(create(other, { id: 1 }))), { code: 'ENVELOPE', says: ['A'] });
});

for (const name of ['', '__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'])
  test(`an object or a field called ${JSON.stringify(name)} is refused, and nothing is registered`, (t) => {
    const registry = new Registry();
    const says = [JSON.stringify(name), 'cannot be a name', 'choose a name'];
    refused(t, () => declare(registry, name, '1.0'), { code: 'DECLARATION', says });
    const fields = Object.defineProperty({}, name, { value: field.integer(), enumerable: true });
    refused(t, () => defineObject('A', '1.0', fields, { registry }), {
      code: 'DECLARATION',
      says: ['A', ...says],
    });
    refused(t, () => defineObject('A', '1.0', { id: field.integer({ wire: name }) }, { registry }), {
      code: 'DECLARATION',
      says: ['A.id', ...says],
    });
    refused(
      t,
      () =>
        defineObject(
          'A',
          '1.1',
          { id: field.integer({ renamed: [{ in: '1.1', from: name }] }) },
          { registry },
        ),
      { code: 'DECLARATION', says: ['A.id', ...says] },
    );
    t.is(registry.size, 0);
    t.notThrows(() => declare(registry, 'A', '1.0'));
  });
