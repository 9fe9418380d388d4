import test from 'ava';
import { fromPrimitive, modelOf, type ObjectClass, toPrimitive } from '../../../lib/index.js';
import { MigrationList, PciDeviceList, PciDevicePoolList } from '../../../objects/nova/index.js';
import { envelopesIn, versionOf } from './envelopes.js';
import { type Instance, vectorsOf } from './vectors.js';

const pairs = test.macro({
  exec: (t, List: ObjectClass, target: string, child: string) => {
    const full = vectorsOf(modelOf(List).name).instances.find(({ label }) => label === 'full') as Instance;
    const primitive = toPrimitive(fromPrimitive(List, full.current.primitive), { target });
    const [list, ...items] = envelopesIn(primitive).map(versionOf);
    t.is(list, target);
    t.deepEqual([...new Set(items)], [child]);
  },
  title: (_given, List: ObjectClass, target: string, child: string) =>
    `toPrimitive(): what is in a ${modelOf(List).name} ${target} is ${child}`,
});
test(pairs, PciDevicePoolList, '1.0', '1.0');
test(pairs, PciDevicePoolList, '1.1', '1.1');
test(pairs, PciDeviceList, '1.0', '1.1');
test(pairs, PciDeviceList, '1.1', '1.2');
test(pairs, PciDeviceList, '1.2', '1.3');
test(pairs, PciDeviceList, '1.3', '1.7');
test(pairs, MigrationList, '1.0', '1.1');
test(pairs, MigrationList, '1.1', '1.1');
test(pairs, MigrationList, '1.2', '1.2');
test(pairs, MigrationList, '1.4', '1.2');
test(pairs, MigrationList, '1.5', '1.7');
