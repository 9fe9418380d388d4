import test from 'ava';
import { decode, encode, field, defineObject, modelOf, Registry } from '../../../lib/index.js';
import { fitsQuickly, readQuickly, writeQuickly } from '../../../lib/codec/compiled/quick.js';
import { forceTier } from '../../../lib/codec/compiled/tier.js';
import { envelope } from '../payload.js';

// That the short way is taken at all cannot be seen from outside: it answers what the long one does.
const make = () => {
  const registry = new Registry();
  const Disk = defineObject('Disk', '1.0', { size: field.integer({ max: 10 }) }, { registry });
  const Host = defineObject(
    'Host',
    '1.1',
    {
      name: field.string({ renamed: [{ in: '1.1', from: 'label' }] }),
      disks: field.list(field.object(Disk)),
    },
    { registry },
  );
  return { Host, model: modelOf(Host) };
};
const disk = (size: number) => envelope('Disk', '1.0', { size });
const host = (size: number) => envelope('Host', '1.1', { name: 'a', disks: [disk(size)] });

for (const tier of ['interpreted', 'generated'] as const) {
  test.serial(
    `the short way takes what is plainly fine, at the newest version and at older ones: ${tier}`,
    (t) => {
      forceTier(tier);
      const { Host, model } = make();
      t.true(fitsQuickly(host(1), model, false));
      t.truthy(readQuickly(host(1), model, {}, 0));
      t.truthy(readQuickly(envelope('Host', '1.0', { label: 'a', disks: [disk(1)] }), model, {}, 0));
      const read = decode(Host, JSON.stringify(host(1)));
      const texts = [writeQuickly(read, model, {}), writeQuickly(read, model, { target: '1.0' })];
      forceTier('plain');
      t.deepEqual(texts, [encode(read), encode(read, { target: '1.0' })]);
      forceTier('tiered');
    },
  );

  test.serial(`the short way leaves everything else alone: ${tier}`, (t) => {
    forceTier(tier);
    const { Host, model } = make();
    t.false(fitsQuickly(host(11), model, false));
    t.is(readQuickly(host(11), model, {}, 0), undefined);
    t.is(readQuickly(envelope('Host', '1.1', { name: 'a', disks: [], stranger: 1 }), model, {}, 0), undefined); // prettier-ignore
    t.is(readQuickly(host(1), model, { coerce: true }, 0), undefined);
    t.is(readQuickly(host(1), model, { limits: { depth: 2 } }, 0), undefined);
    t.is(readQuickly(host(1), model, {}, 99), undefined);
    const read = decode(Host, JSON.stringify(host(1)));
    t.is(writeQuickly(read, model, { strict: true }), undefined);
    (read as { name: unknown }).name = 5;
    t.is(writeQuickly(read, model, {}), undefined);
    t.is(writeQuickly(read, model, { target: '1.0' }), undefined);
    forceTier('tiered');
  });
}
