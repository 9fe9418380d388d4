import test from 'ava';
import { instanceToPlain, plainToInstance } from 'class-transformer';
import { exposeToClassTransformer } from '../../lib/class-transformer/index.js';
import { create, defineObject, field, Registry, UnregisteredObjectError, validate } from '../../lib/index.js';

const registry = new Registry({ namespace: 'racks', naming: 'snake_case' });

const Disk = defineObject(
  'Disk',
  '1.0',
  { serialNumber: field.string(), bytes: field.bigint() },
  { registry },
);
const Server = defineObject(
  'Server',
  '1.0',
  {
    hostName: field.string(),
    bootedAt: field.dateTime(),
    rootDisk: field.object(() => Disk),
    dataDisks: field.list(field.object(() => Disk)),
    roles: field.set(field.string()),
  },
  { registry },
);
exposeToClassTransformer(Server);

const disk = (serialNumber: string): InstanceType<typeof Disk> => create(Disk, { serialNumber, bytes: 7n });
const server = create(Server, {
  hostName: 'a',
  bootedAt: new Date('2026-01-31T12:00:00Z'),
  rootDisk: disk('r'),
  dataDisks: [disk('x'), disk('y')],
  roles: new Set(['web', 'db']),
});

test('instanceToPlain(): names are those of the wire, children and sets are plain', (t) => {
  t.deepEqual(instanceToPlain(server), {
    host_name: 'a',
    booted_at: server.bootedAt,
    root_disk: { serial_number: 'r', bytes: 7n },
    data_disks: [
      { serial_number: 'x', bytes: 7n },
      { serial_number: 'y', bytes: 7n },
    ],
    roles: ['web', 'db'],
  });
});

test('plainToInstance(): gives instances at every level, with dates, sets and bigints', (t) => {
  const read = plainToInstance(Server, {
    host_name: 'a',
    booted_at: '2026-01-31T12:00:00Z',
    root_disk: { serial_number: 'r', bytes: 7 },
    data_disks: [{ serial_number: 'x', bytes: '7' }],
    roles: ['web'],
  });
  t.true(read instanceof Server);
  t.true(read.rootDisk instanceof Disk);
  t.true(read.dataDisks[0] instanceof Disk);
  t.deepEqual(read.bootedAt, new Date('2026-01-31T12:00:00Z'));
  t.deepEqual(read.roles, new Set(['web']));
  t.is(read.dataDisks[0]?.bytes, 7n);
  t.deepEqual(validate(Server, read), []);
});

test('exposeToClassTransformer(): refuses a class that is not versioned, and may be called twice', (t) => {
  t.throws(() => exposeToClassTransformer(class Plain {}), { instanceOf: UnregisteredObjectError });
  t.notThrows(() => exposeToClassTransformer(Server));
  t.deepEqual(Object.keys(instanceToPlain(server)), [
    'host_name',
    'booted_at',
    'root_disk',
    'data_disks',
    'roles',
  ]);
});
