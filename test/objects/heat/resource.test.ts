import { inspect } from 'node:util';
import test from 'ava';
import {
  backport,
  create,
  encode,
  fromPrimitive,
  isSet,
  type ObjectClass,
  partial,
  toPrimitive,
  ValueTooNewError,
} from '../../../lib/index.js';
import { Event, PropertiesData, Resource, samplesOf } from '../../../objects/heat/index.js';
import { dataOf } from './data-of.js';

const createdAt = new Date('2016-11-02T09:00:00Z');
const properties = create(PropertiesData, { data: { size: 2, image: null }, createdAt });

const envelope = (name: string, version: string, data: object): object => ({
  'versioned_object.name': name,
  'versioned_object.namespace': 'heat',
  'versioned_object.version': version,
  'versioned_object.data': data,
});

const keepers: [string, ObjectClass<{ propertiesData: PropertiesData | null }>, string, string][] = [
  ['Resource', Resource, '1.2', '1.3'],
  ['Event', Event, '1.1', '1.2'],
];

for (const [name, Class, before, since] of keepers) {
  test(`${name} ${before}: has the properties in itself, and says that it loses their date`, (t) => {
    const { primitive, losses } = backport(partial(Class, { propertiesData: properties }), before);
    t.deepEqual(dataOf(primitive), { properties: { size: 2, image: null } });
    t.deepEqual(
      losses.map(({ path, from, to, declared }) => ({ path, from, to, declared })),
      [{ path: '/properties_data/created_at', from: '2016-11-02T09:00:00Z', to: null, declared: true }],
    );
  });

  test(`${name} ${before}: loses nothing where the date is not known`, (t) => {
    const undated = create(PropertiesData, { data: { size: 2 } });
    t.deepEqual(backport(partial(Class, { propertiesData: undated }), before).losses, []);
  });

  test(`${name} ${before}: refuses encrypted properties, which ${since} takes`, (t) => {
    const secret = create(PropertiesData, { data: { size: 'gAAAAA' }, encrypted: true });
    const instance = partial(Class, { propertiesData: secret });
    const error = t.throws(() => encode(instance, { target: before }), { instanceOf: ValueTooNewError });
    t.like(error, { object: name, field: 'properties_data', since, target: before });
    t.notThrows(() => encode(instance, { target: since }));
  });

  test(`${name} ${before}: keeps apart properties that are null and that are unset`, (t) => {
    t.deepEqual(dataOf(toPrimitive(partial(Class, { propertiesData: null }), { target: before })), {
      properties: null,
    });
    t.deepEqual(dataOf(toPrimitive(partial(Class), { target: before })), {});
  });

  test(`${name} ${before}: is read with its properties in an object of their own`, (t) => {
    const read = (data: object) => fromPrimitive(Class, envelope(name, before, data), { partial: true });
    t.deepEqual(
      read({ properties: { size: 2 } }).propertiesData,
      create(PropertiesData, { data: { size: 2 } }),
    );
    t.is(read({ properties: null }).propertiesData, null);
    t.false(isSet(read({}), 'propertiesData'));
  });
}

test('Resource 1.1: takes a check for an update', (t) => {
  const { primitive, losses } = backport(partial(Resource, { action: 'CHECK' }), '1.1');
  t.deepEqual(dataOf(primitive), { action: 'UPDATE' });
  t.deepEqual(losses, [
    { path: '/action', kind: 'replaced', object: 'Resource', from: 'CHECK', to: 'UPDATE', declared: true },
  ]);
});

test('Resource 1.3: calls the physical resource by its old name', (t) => {
  const { primitive, losses } = backport(partial(Resource, { physicalResourceId: 'vm-7' }), '1.3');
  t.deepEqual(dataOf(primitive), { physical_id: 'vm-7' });
  t.deepEqual(primitive['versioned_object.changes'], ['physical_id']);
  t.deepEqual(losses, []);
});

test('Resource 1.0: knows no root stack, which its silence makes null', (t) => {
  t.deepEqual(dataOf(toPrimitive(partial(Resource, { rootStackId: null }), { target: '1.0' })), {});
  t.is(fromPrimitive(Resource, envelope('Resource', '1.0', {}), { partial: true }).rootStackId, null);
});

test('Resource: refuses a status that cannot follow the one it was read with', (t) => {
  const { resource } = samplesOf(1);
  resource.status = 'COMPLETE';
  const read = fromPrimitive(Resource, toPrimitive(resource));
  read.status = 'FAILED';
  t.throws(() => encode(read), { code: 'BACKLEVEL_INVALID_OBJECT', message: /may follow "COMPLETE"/ });
});

test('ResourceData: what it keeps is not in an inspection, nor in a message', (t) => {
  const { resourceData } = samplesOf(1);
  resourceData.value = 'hunter2';
  t.notRegex(inspect(resourceData), /hunter2/);
  resourceData.value = { secret: 'hunter2' } as never;
  const error = t.throws(() => encode(resourceData), { code: 'BACKLEVEL_INVALID_OBJECT' });
  t.notRegex(String(error), /hunter2/);
});
