import test from 'ava';
import { Exclude, Expose } from 'class-transformer';
import { fromClassTransformer } from '../../lib/class-transformer/index.js';
import {
  at,
  create,
  decode,
  encode,
  field,
  modelOf,
  Registry,
  toPrimitive,
  versioned,
} from '../../lib/index.js';

const versions = { 1: '1.0', 1.1: '1.1', 1.2: '1.2' };

const dataAt = (instance: object, target: string): unknown =>
  toPrimitive(instance, { target })['versioned_object.data'];

test('fromClassTransformer(): properties of a base class without a model are those of the class', (t) => {
  class Base {
    @Expose({ since: 1.1 }) id!: number;
    @Expose() kind!: string;
  }
  class Derived extends Base {
    @Expose({ name: 'sort' }) override kind: string = 'none';
    @Expose() own!: string;
  }
  fromClassTransformer(Derived, { name: 'Derived', versions, registry: new Registry() });
  t.deepEqual(dataAt(create(Derived, { id: 1, kind: 'k', own: 'o' }), '1.0'), { sort: 'k', own: 'o' });
});

test('fromClassTransformer(): the numbers say which version of its base class each version had', (t) => {
  const registry = new Registry();
  class Device {
    @Expose() name!: string;
    @Expose({ since: 1.2 }) vendor!: string;
  }
  class Disk extends Device {
    @Expose({ since: 1.1 }) size!: number;
  }
  fromClassTransformer(Device, { name: 'Device', versions: { 1: '1.0', 1.2: '1.1' }, registry });
  fromClassTransformer(Disk, { name: 'Disk', versions, registry });
  const disk = create(Disk, { name: 'sda', vendor: 'Acme', size: 1 });
  t.deepEqual(dataAt(disk, '1.0'), { name: 'sda' });
  t.deepEqual(dataAt(disk, '1.1'), { name: 'sda', size: 1 });
  t.is(modelOf(Disk).base, modelOf(Device));
  t.is(decode(Device, encode(create(Device, { name: 'a', vendor: 'b' }), { target: '1.0' })).name, 'a');
});

test('fromClassTransformer(): a base class that is versioned by hand keeps its own history', (t) => {
  const registry = new Registry();
  @versioned('Device', '1.1', { registry })
  class Device {
    @field.string({ since: '1.1' }) name!: string;
  }
  class Disk extends Device {
    @Expose() size!: number;
  }
  fromClassTransformer(Disk, { name: 'Disk', versions, registry, base: { '1.0': '1.0', '1.2': '1.1' } });
  t.deepEqual(dataAt(create(Disk, { name: 'sda', size: 1 }), '1.1'), { size: 1 });
  t.is(at(Disk, '1.1').name, 'Disk');
});

test('fromClassTransformer(): what a versioned base class keeps to itself stays there', (t) => {
  const registry = new Registry();
  class Device {
    @Expose() name!: string;
    @Exclude() dirty = false;
    cached = 1;
  }
  class Disk extends Device {
    @Expose() size!: number;
  }
  fromClassTransformer(Device, { name: 'Device', versions, registry, omit: ['cached'] });
  fromClassTransformer(Disk, { name: 'Disk', versions, registry });
  t.deepEqual(dataAt(create(Disk, { name: 'sda', size: 1 }), '1.2'), { name: 'sda', size: 1 });
});
