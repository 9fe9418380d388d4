import test from 'ava';
import { backport, fromPrimitive, partial, toPrimitive, ValueTooNewError } from '../../../lib/index.js';
import { PciDevice } from '../../../objects/nova/index.js';
import { dataOf } from './envelopes.js';

type Values = Parameters<typeof partial<PciDevice>>[1];
const parentAddr = '0000:04:00.0';

const moves = test.macro({
  exec: (t, values: Values, older: object) => {
    const primitive = toPrimitive(partial(PciDevice, values), { target: '1.3' });
    t.deepEqual(dataOf(primitive), older);
  },
  title: (given) => `toPrimitive(): a PciDevice 1.3 ${given}`,
});
test(
  'has the parent among its extras',
  moves,
  { parentAddr, extraInfo: { capabilities: '{}' } },
  { extra_info: { capabilities: '{}', phys_function: parentAddr } },
);
test('gets extras to hold the parent', moves, { parentAddr }, { extra_info: { phys_function: parentAddr } });
test(
  'keeps its extras where there is no parent',
  moves,
  { parentAddr: null, extraInfo: { capabilities: '{}' } },
  { extra_info: { capabilities: '{}' } },
);
test('gets no extras for a parent that is unset', moves, { id: 1 }, { id: 1 });

test('fromPrimitive(): a PciDevice 1.3 gets its parent back from its extras', (t) => {
  const primitive = toPrimitive(partial(PciDevice, { parentAddr, extraInfo: { a: 'b' } }), { target: '1.3' });
  const device = fromPrimitive(PciDevice, primitive, { partial: true });
  t.deepEqual({ ...device }, { ...partial(PciDevice, { parentAddr, extraInfo: { a: 'b' } }) });
});

test('backport(): a PciDevice for 1.3 loses neither its parent nor its extras', (t) => {
  t.deepEqual(backport(partial(PciDevice, { parentAddr, extraInfo: { a: 'b' } }), '1.3').losses, []);
});

test('backport(): a PciDevice is not changed', (t) => {
  const device = partial(PciDevice, { parentAddr, extraInfo: { a: 'b' } });
  backport(device, '1.3');
  t.deepEqual(device.extraInfo, { a: 'b' });
});

const refuses = test.macro({
  exec: (t, values: Values, target: string, field: string, since: string) => {
    const error = t.throws(() => toPrimitive(partial(PciDevice, values), { target }), {
      instanceOf: ValueTooNewError,
    });
    t.deepEqual([error?.field, error?.since, error?.target], [field, since, target]);
  },
  title: (given, _values, target: string) => `toPrimitive(): a PciDevice ${target} cannot be ${given}`,
});
test('unavailable', refuses, { status: 'unavailable' }, '1.4', 'status', '1.5');
test('unclaimable, with or without a parent', refuses, { status: 'unclaimable' }, '1.0', 'status', '1.5');
test('a vdpa device', refuses, { devType: 'vdpa', parentAddr }, '1.6', 'dev_type', '1.7');
