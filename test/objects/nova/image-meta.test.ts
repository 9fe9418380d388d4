import test from 'ava';
import { create, encode, fromPrimitive, toPrimitive, ValueTooNewError } from '../../../lib/index.js';
import { ImageMeta, ImageMetaProps } from '../../../objects/nova/index.js';
import { dataOf } from './envelopes.js';
import { vectorsOf } from './vectors.js';

for (const Class of [ImageMeta, ImageMetaProps]) {
  for (const { label, current } of vectorsOf(Class.name).instances) {
    test(`fromPrimitive(): ${Class.name} ${label} is whole, whatever it leaves out`, (t) => {
      t.notThrows(() => fromPrimitive<object>(Class, current.primitive));
    });
  }
}

test('create(): an ImageMeta needs nothing', (t) => {
  t.is(
    encode(create(ImageMeta, {})),
    '{"nova_object.name":"ImageMeta","nova_object.namespace":"nova","nova_object.version":"1.8","nova_object.data":{}}',
  );
});

test('fromPrimitive(): the processors of a NUMA node are a Set', (t) => {
  const props = create(ImageMetaProps, { hwNumaCpus: [new Set([0, 1]), new Set([2])] });
  const primitive = toPrimitive(props);
  t.deepEqual(dataOf(primitive), { hw_numa_cpus: [[0, 1], [2]] });
  t.deepEqual(fromPrimitive(ImageMetaProps, primitive), props);
});

const child = test.macro({
  exec: (t, target: string, version: string, data: object) => {
    const image = create(ImageMeta, {
      properties: create(ImageMetaProps, { osRequireQuiesce: true, osAdminUser: 'root', hwPmu: true }),
    });
    const properties = dataOf(toPrimitive(image, { target }))['properties'] as Record<string, unknown>;
    t.is(properties['nova_object.version'], version);
    t.deepEqual(dataOf(properties), data);
  },
  title: (_given, target: string, version: string) =>
    `toPrimitive(): an ImageMeta ${target} has ImageMetaProps ${version} in it`,
});
test(child, '1.8', '1.34', { os_require_quiesce: true, os_admin_user: 'root', hw_pmu: true });
test(child, '1.7', '1.7', { os_require_quiesce: true, os_admin_user: 'root' });
test(child, '1.1', '1.1', { os_require_quiesce: true });
test(child, '1.0', '1.0', {});

test('toPrimitive(): a value of the properties that an older reader does not know is refused', (t) => {
  const image = create(ImageMeta, { properties: create(ImageMetaProps, { hwVideoModel: 'bochs' }) });
  const error = t.throws(() => toPrimitive(image, { target: '1.7' }), { instanceOf: ValueTooNewError });
  t.deepEqual([error?.object, error?.field, error?.since], ['ImageMetaProps', 'hw_video_model', '1.30']);
});
