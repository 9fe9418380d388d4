import test from 'ava';
import {
  backport,
  create,
  defineObject,
  encode,
  field,
  Registry,
  toPrimitive,
  versioned,
} from '../../lib/index.js';
import { dataOf, deepFreeze, envelope } from './payload.js';
import { refused } from './refusal.js';

/** House 1.0 > Room 1.2 > Lamp 1.1, in a list, a set, a dict and a field. The House itself never changed. */
function house() {
  const registry = new Registry();
  const Lamp = defineObject(
    'Lamp',
    '1.1',
    { id: field.integer(), watt: field.integer({ since: '1.1' }) },
    { registry },
  );
  const Room = defineObject(
    'Room',
    '1.2',
    {
      name: field.string({ since: '1.1' }),
      lamps: field.dict(field.object(Lamp)),
      size: field.integer({ since: '1.2' }),
    },
    { registry },
  );
  const room = field.object(Room);
  const House = defineObject(
    'House',
    '1.0',
    { one: room, rows: field.list(field.list(room)), some: field.set(room), by: field.dict(room) },
    { registry },
  );
  const made = () => create(Room, { name: 'n', size: 9, lamps: { a: create(Lamp, { id: 1, watt: 5 }) } });
  const instance = deepFreeze(
    create(House, { one: made(), rows: [[made()], [made()]], some: new Set([made()]), by: { k: made() } }),
  );
  return { registry, Lamp, Room, House, instance };
}

const plainOf = (payload: Parameters<typeof dataOf>[0]): unknown =>
  JSON.parse(JSON.stringify(payload), (key, value: unknown) =>
    key === 'versioned_object.changes' ? undefined : value,
  );

test('manifest: every object at any depth is written at its version, though the parent never changed', (t) => {
  const { instance, registry } = house();
  const manifest = { House: '1.0', Room: '1.1', Lamp: '1.0' };
  const room = envelope('Room', '1.1', { name: 'n', lamps: { a: envelope('Lamp', '1.0', { id: 1 }) } });
  const expected = envelope('House', '1.0', {
    one: room,
    rows: [[room], [room]],
    some: [room],
    by: { k: room },
  });
  t.deepEqual(plainOf(toPrimitive(instance, { target: manifest })), expected);
  const newest = deepFreeze(toPrimitive(instance));
  t.deepEqual(plainOf(backport(newest, manifest, { registry }).primitive), expected);
});

test('manifest: a reader that is ahead gets the newest that there is', (t) => {
  const { instance } = house();
  const one = dataOf(encode(instance, { target: { House: '1.7', Room: '1.9', Lamp: '1.0' } }))['one'];
  t.is((one as Record<string, unknown>)['versioned_object.version'], '1.2');
});

test('manifest: names that are not in the payload do not matter', (t) => {
  const { instance } = house();
  t.notThrows(() => encode(instance, { target: { House: '1.0', Room: '1.2', Lamp: '1.1', Nova: '7.7' } }));
});

for (const [title, target, says] of [
  ['lacks the object itself', { Room: '1.0', Lamp: '1.0' }, ['House', 'names no version of it']],
  ['is empty', {}, ['House', 'names no version of it']],
  [
    'inherits its entry',
    Object.create({ House: '1.0', Room: '1.0', Lamp: '1.0' }),
    ['House', 'names no version'],
  ],
  ['wants a House of another major', { House: '2.0', Room: '1.0', Lamp: '1.0' }, ['House at 2.0', '1.0']],
  [
    'wants a Lamp of another major',
    { House: '1.0', Room: '1.0', Lamp: '2.1' },
    ['Lamp at 2.1', '1.0 to 1.1'],
  ],
] as const) {
  test(`manifest: one that ${title} is refused`, (t) => {
    refused(t, () => encode(house().instance, { target: target as Record<string, string> }), {
      code: 'UNSUPPORTED_TARGET',
      says: [...says],
    });
  });
}

test('manifest: a child that it lacks is refused, with the field and the cures', (t) => {
  refused(t, () => encode(house().instance, { target: { House: '1.0', Room: '1.0' } }), {
    code: 'CHILD_VERSION_UNKNOWN',
    says: ['Room at 1.0', 'Lamp', 'lamps', 'add Lamp to the manifest', "missing: 'drop'"],
  });
});

test('manifest: what is no version in it is refused', (t) => {
  for (const version of ['one', '1', ''])
    refused(t, () => encode(house().instance, { target: { House: '1.0', Room: version, Lamp: '1.0' } }), {
      code: 'INVALID_VERSION',
      says: [`"${version}"`, "'X.Y'"],
    });
});

test("manifest: with missing: 'drop' a child that it lacks is left out", (t) => {
  const registry = new Registry();
  const Lamp = defineObject('Lamp', '1.0', { id: field.integer() }, { registry });
  const lamp = field.object(Lamp, { missing: 'drop' });
  const Room = defineObject(
    'Room',
    '1.0',
    {
      id: field.integer(),
      one: lamp,
      all: field.list(lamp),
      some: field.set(lamp),
      by: field.dict(field.list(lamp)),
    },
    { registry },
  );
  const made = () => create(Lamp, { id: 1 });
  const room = create(Room, {
    id: 1,
    one: made(),
    all: [made()],
    some: new Set([made()]),
    by: { k: [made()] },
  });
  const older = toPrimitive(room, { target: { Room: '1.0' } });
  t.deepEqual(dataOf(older), { id: 1, all: [], some: [], by: { k: [] } });
});

test('manifest: a subclass that it lacks is written at the newest version whose base it allows', (t) => {
  const registry = new Registry();
  class Port {
    id!: number;
  }
  field.integer()(Port.prototype, 'id');
  versioned('Port', '1.2', { registry })(Port);
  class Trunk extends Port {
    vlan!: number;
  }
  field.integer({ since: '1.2' })(Trunk.prototype, 'vlan');
  versioned('Trunk', '1.4', { registry, base: { '1.0': '1.0', '1.1': '1.1', '1.3': '1.2' } })(Trunk);
  const Rack = defineObject('Rack', '1.0', { port: field.object(Port, { subclasses: true }) }, { registry });
  const rack = create(Rack, { port: create(Trunk, { id: 1, vlan: 5 }) });
  const versionAt = (manifest: Record<string, string>) => {
    const port = dataOf(encode(rack, { target: { Rack: '1.0', ...manifest } }))['port'];
    return (port as Record<string, unknown>)['versioned_object.version'];
  };
  t.is(versionAt({ Port: '1.2' }), '1.4');
  t.is(versionAt({ Port: '1.1' }), '1.2');
  t.is(versionAt({ Port: '1.0' }), '1.0');
  t.is(versionAt({ Port: '1.0', Trunk: '1.3' }), '1.3');
  refused(t, () => versionAt({}), { code: 'CHILD_VERSION_UNKNOWN', says: ['Rack', 'port', 'add Trunk'] });
});

test('manifest: a subclass whose base it does not reach is refused', (t) => {
  const registry = new Registry();
  class Port {}
  versioned('Port', '1.2', { registry })(Port);
  class Trunk extends Port {}
  versioned('Trunk', '1.1', { registry, base: { '1.0': '1.1', '1.1': '1.2' } })(Trunk);
  const Rack = defineObject('Rack', '1.0', { port: field.object(Port, { subclasses: true }) }, { registry });
  refused(
    t,
    () => encode(create(Rack, { port: create(Trunk, {}) }), { target: { Rack: '1.0', Port: '1.0' } }),
    {
      code: 'CHILD_VERSION_UNKNOWN',
      says: ['Rack', 'port', 'Trunk'],
    },
  );
});
