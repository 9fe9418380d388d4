import test from 'ava';
import {
  type HookContext,
  type HookData,
  decode,
  encode,
  field,
  defineObject,
  modelOf,
  Registry,
  validate,
} from '../../../lib/index.js';
import { faultsQuickly, readQuickly, writeQuickly } from '../../../lib/codec/compiled/quick.js';
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

test.serial('the first uses of a class are not worth the short way', (t) => {
  forceTier('tiered');
  const { Host, model } = make();
  const uses = Array.from({ length: 6 }, () => readQuickly(host(1), model, {}, 0, false));
  t.deepEqual(
    uses.map((read) => read !== undefined),
    [false, false, false, false, true, true],
  );
  t.deepEqual(uses[4], decode(Host, JSON.stringify(host(1))));
});

for (const tier of ['interpreted', 'generated'] as const) {
  test.serial(
    `the short way takes what is plainly fine, at the newest version and at older ones: ${tier}`,
    (t) => {
      forceTier(tier);
      const { Host, model } = make();
      t.deepEqual(faultsQuickly(host(1), model, false), []);
      t.truthy(readQuickly(host(1), model, {}, 0, false));
      t.truthy(readQuickly(envelope('Host', '1.0', { label: 'a', disks: [disk(1)] }), model, {}, 0, false));
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
    t.is(faultsQuickly(envelope('Host', '1.1', { name: 'a', disks: [], stranger: 1 }), model, false), undefined); // prettier-ignore
    t.is(faultsQuickly(envelope('Host', '1.1', { name: 'a', disks: [null] }), model, false), undefined);
    t.is(readQuickly(host(11), model, {}, 0, false), undefined);
    t.is(readQuickly(envelope('Host', '1.1', { name: 'a', disks: [], stranger: 1 }), model, {}, 0, false), undefined); // prettier-ignore
    t.is(readQuickly(host(1), model, { coerce: true }, 0, false), undefined);
    t.is(readQuickly(host(1), model, { limits: { depth: 2 } }, 0, false), undefined);
    t.is(readQuickly(host(1), model, {}, 99, false), undefined);
    const read = decode(Host, JSON.stringify(host(1)));
    t.is(writeQuickly(read, model, { strict: true }), undefined);
    (read as { name: unknown }).name = 5;
    t.is(writeQuickly(read, model, {}), undefined);
    t.is(writeQuickly(read, model, { target: '1.0' }), undefined);
    forceTier('tiered');
  });

  test.serial(
    `the short way takes the fields in any order, and what they hold from nowhere else: ${tier}`,
    (t) => {
      forceTier(tier);
      const { integer } = field;
      const fields = {
        a: integer(),
        b: integer({ optional: true }),
        c: integer(),
        d: integer({ optional: true }),
      };
      const Box = defineObject('Box', '1.0', fields, { registry: new Registry() });
      const model = modelOf(Box);
      const taken = [
        { a: 1, b: 2, c: 3, d: 4 },
        { a: 1, c: 3 },
        { c: 3, d: 4, a: 1 },
        { d: 4, c: 3, b: 2, a: 1 },
      ];
      for (const data of taken) {
        const box = readQuickly(envelope('Box', '1.0', data), model, {}, 0, false);
        t.truthy(box);
        t.like(box, data);
        t.deepEqual(faultsQuickly(envelope('Box', '1.0', data), model, false), []);
      }
      const left = [
        { a: 1 },
        { a: 1, b: undefined, c: 3 },
        { c: 3, a: 1, z: 1 },
        { a: 1, b: 2, c: 3, d: 4, e: 5 },
      ];
      for (const data of left)
        t.is(readQuickly(envelope('Box', '1.0', data), model, {}, 0, false), undefined);
      const inherited = envelope('Box', '1.0', { a: 1 });
      Object.defineProperty(Object.prototype, 'c', {
        value: 3,
        enumerable: true,
        configurable: true,
        writable: true,
      });
      const read = readQuickly(inherited, model, {}, 0, false);
      Reflect.deleteProperty(Object.prototype, 'c');
      t.is(read, undefined);
      forceTier('tiered');
    },
  );

  test.serial(`the short way tells all wrong fields, wherever their objects stand: ${tier}`, (t) => {
    forceTier(tier);
    const registry = new Registry();
    const Disk = defineObject(
      'Disk',
      '1.0',
      { size: field.integer({ max: 10 }), name: field.string() },
      { registry },
    );
    const Rack = defineObject(
      'Rack',
      '1.0',
      {
        label: field.string(),
        spare: field.object(Disk),
        rows: field.list(field.list(field.object(Disk))),
        named: field.dict(field.object(Disk)),
        tags: field.list(field.string()),
        any: field.json(),
        secret: field.object(Disk, { sensitive: true }),
        last: field.boolean(),
      },
      { registry },
    );
    const good = envelope('Disk', '1.0', { size: 1, name: 'a' });
    const bad = envelope('Disk', '1.0', { size: 11, name: 5 });
    const rack = (secret: unknown) =>
      envelope('Rack', '1.0', {
        label: 5,
        spare: bad,
        rows: [[good], [good, bad, good, bad]],
        named: { x: good, 'a/b': bad },
        tags: ['a', 1, 'b', 2],
        any: Number.NaN,
        secret,
      });
    const quick = faultsQuickly(rack(good), modelOf(Rack), false);
    t.is(faultsQuickly(rack(bad), modelOf(Rack), false), undefined);
    forceTier('plain');
    t.deepEqual(quick, validate(Rack, rack(good)));
    t.is(quick?.length, 13);
    forceTier('tiered');
  });

  test.serial(`the short way runs hooks that leave children alone: ${tier}`, (t) => {
    forceTier(tier);
    const registry = new Registry();
    const Disk = defineObject(
      'Disk',
      '1.1',
      { size: field.integer({ since: '1.1' }), name: field.string() },
      { registry },
    );
    const seen: unknown[] = [];
    const Host = defineObject(
      'Host',
      '1.2',
      {
        disks: field.list(field.object(Disk, { versions: { '1.0': '1.0' } })),
        title: field.string({ renamed: [{ in: '1.1', from: 'label' }] }),
        names: field.list(field.string(), { since: '1.2' }),
        since: field.dateTime({ nullable: true }),
      },
      {
        registry,
        retired: { first: field.string({ until: '1.2' }) },
        obj_make_compatible: {
          '1.2': {
            down: (data: HookData, { context, target, manifest }: HookContext) => {
              seen.push([context, target, manifest, Object.keys(data)]);
              data.names.push('last');
              if (context === 'look') data.title = String(data.disks.length);
              data.first = data.names[0];
            },
            up: (data: HookData) => {
              data.names = [data.first];
            },
          },
        },
      } as object,
    );
    const data = {
      disks: [envelope('Disk', '1.1', { size: 1, name: 'a' })],
      title: 'b',
      names: ['c'],
      since: null,
    };
    const host = decode(Host, JSON.stringify(envelope('Host', '1.2', data)));
    const text = writeQuickly(host, modelOf(Host), { target: '1.0', context: 5 });
    t.deepEqual(seen, [[5, '1.0', undefined, ['disks', 'title', 'names', 'since']]]);
    t.deepEqual(
      JSON.parse(text ?? 'null'),
      envelope('Host', '1.0', {
        disks: [envelope('Disk', '1.0', { name: 'a' })],
        since: null,
        first: 'c',
        label: 'b',
      }),
    );
    t.is(writeQuickly(host, modelOf(Host), { target: '1.0', context: 'look' }), undefined);
    t.regex(encode(host, { target: '1.0', context: 'look' }), /"label":"1"/);
    t.deepEqual((host as unknown as { names: string[] }).names, ['c']);
    const old = envelope('Host', '1.0', { disks: [], label: 'b', first: 'c', since: null });
    const raised = readQuickly(old, modelOf(Host), {}, 0, false) as Record<string, unknown>;
    t.deepEqual([raised['title'], raised['names']], ['b', ['c']]);
    forceTier('plain');
    t.is(text, encode(host, { target: '1.0', context: 5 }));
    forceTier('tiered');
  });
}
