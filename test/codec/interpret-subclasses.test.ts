import test from 'ava';
import { backport, create, defineObject, encode, field, Registry, versioned } from '../../lib/index.js';
import { dataOf, deepFreeze, envelope } from './payload.js';
import { refused } from './refusal.js';

/** A rack of ports; since 1.1 a port can be a TrunkPort, since 1.2 a MeshPort. */
function rack(missing: 'drop' | 'refuse') {
  const registry = new Registry();
  class Port {
    id!: number;
  }
  field.integer()(Port.prototype, 'id');
  versioned('Port', '1.0', { registry })(Port);
  class TrunkPort extends Port {}
  versioned('TrunkPort', '1.0', { registry })(TrunkPort);
  class MeshPort extends Port {}
  versioned('MeshPort', '1.0', { registry })(MeshPort);
  const port = field.object(Port, {
    subclasses: { TrunkPort: { since: '1.1', missing }, MeshPort: { since: '1.2', missing } },
    nullable: true,
  });
  const Rack = defineObject(
    'Rack',
    '1.2',
    { one: port, all: field.list(port), some: field.set(port), by: field.dict(port) },
    { registry },
  );
  const made = (Class: typeof Port, id: number) => create(Class, { id });
  return { registry, Rack, Port, TrunkPort, MeshPort, made };
}

const named = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(named)
    : (value as Record<string, unknown> | null | undefined)?.['versioned_object.name'];

test('subclasses: a new one is dropped from fields, lists, sets and dicts of older readers', (t) => {
  const { Rack, Port, TrunkPort, MeshPort, made } = rack('drop');
  const instance = create(Rack, {
    one: made(MeshPort, 1),
    all: [made(Port, 2), made(MeshPort, 3), null, made(TrunkPort, 4)],
    some: new Set([made(TrunkPort, 5), made(Port, 6)]),
    by: { a: made(MeshPort, 7), b: made(TrunkPort, 8), c: made(Port, 9) },
  });
  const at = (target: string) => dataOf(encode(instance, { target }));
  t.deepEqual(named(at('1.1')['all']), ['Port', undefined, 'TrunkPort']);
  t.deepEqual(named(at('1.0')['all']), ['Port', undefined]);
  t.deepEqual(named(at('1.0')['some']), ['Port']);
  t.deepEqual(Object.keys(at('1.1')['by'] as object), ['b', 'c']);
  t.deepEqual(Object.keys(at('1.0')['by'] as object), ['c']);
  t.false('one' in at('1.1'));
  t.is(named(at('1.2')['one']), 'MeshPort');
});

test('subclasses: one that may not be dropped is refused', (t) => {
  const { Rack, TrunkPort, made } = rack('refuse');
  const trunk = made(TrunkPort, 1);
  const empty = { one: null, all: [], some: new Set<never>(), by: {} };
  for (const [name, values] of [
    ['one', { one: trunk }],
    ['all', { all: [trunk] }],
    ['some', { some: new Set([trunk]) }],
    ['by', { by: { k: trunk } }],
  ] as const) {
    const instance = create(Rack, { ...empty, ...(values as object) });
    t.notThrows(() => encode(instance, { target: '1.1' }));
    refused(t, () => encode(instance, { target: '1.0' }), {
      code: 'VALUE_TOO_NEW',
      says: ['Rack at 1.0', `${name}:`, 'TrunkPort', 'Rack 1.1', 'hold it back'],
    });
  }
});

test('subclasses: a payload that claims an older version may not hold one', (t) => {
  const { registry } = rack('drop');
  const payload = deepFreeze(
    envelope('Rack', '1.0', { one: envelope('TrunkPort', '1.0', { id: 1 }), all: [], some: [], by: {} }),
  );
  refused(t, () => backport(payload, '1.0', { registry }), {
    code: 'ENVELOPE',
    says: ['Rack.one: expected a Port', '"TrunkPort"'],
    pointer: '/versioned_object.data/one',
  });
});

test('subclasses: those that are not named are refused, in payloads and in instances', (t) => {
  const registry = new Registry();
  class Port {}
  versioned('Port', '1.0', { registry })(Port);
  class Other extends Port {}
  versioned('Other', '1.0', { registry })(Other);
  const Rack = defineObject('Rack', '1.0', { port: field.object(Port) }, { registry });
  refused(t, () => create(Rack, { port: create(Other, {}) }), {
    code: 'INVALID_OBJECT',
    says: ['Rack.port: expected a Port, got a Other'],
    pointer: '/port',
  });
  refused(
    t,
    () => backport(envelope('Rack', '1.0', { port: envelope('Other', '1.0', {}) }), '1.0', { registry }),
    {
      code: 'ENVELOPE',
      says: ['Rack.port: expected a Port, got a "Other"'],
      pointer: '/versioned_object.data/port',
    },
  );
});
