import test from 'ava';
import {
  backportAsync,
  create,
  decode,
  decodeAsync,
  defineObject,
  encode,
  encodeAsync,
  field,
  fromPrimitiveAsync,
  type Hook,
  Registry,
  toPrimitiveAsync,
} from '../../lib/index.js';
import { dataOf, envelope } from './payload.js';
import { refused, refusedLater } from './refusal.js';

/** Since Item 1.1 an item says its `owner`; 1.0 has an id that must be looked up, both ways. */
function items(extra: Partial<Hook> = {}) {
  const registry = new Registry();
  const asked: string[] = [];
  const resolve: Hook['resolve'] = async (data, { direction }) => {
    asked.push(direction === 'down' ? data['owner'] : String(data['owner_id']));
    await Promise.resolve();
    return direction === 'down' ? Number(data['owner'].slice(1)) : `o${data['owner_id']}`;
  };
  const Item = defineObject(
    'Item',
    '1.1',
    { owner: field.string({ since: '1.1' }) },
    {
      registry,
      retired: { owner_id: field.integer({ until: '1.1' }) },
      obj_make_compatible: {
        '1.1': {
          needs: (data, { direction }) =>
            direction === 'down' ? data['owner'] !== 'nobody' : data['owner_id'] !== 0,
          resolve,
          down: (data, { resolved }) => void (data['owner_id'] = resolved ?? 0),
          up: (data, { resolved }) => void (data['owner'] = resolved ?? 'nobody'),
          ...extra,
        },
      },
    },
  );
  const item = field.object(Item, { versions: { '1.0': '1.0' } });
  const Cart = defineObject(
    'Cart',
    '1.1',
    { all: field.list(item), by: field.dict(item), x: field.integer({ since: '1.1', optional: true }) },
    { registry },
  );
  const made = (owner: string) => create(Item, { owner });
  const cart = () => create(Cart, { all: [made('o1'), made('o2'), made('nobody')], by: { k: made('o1') } });
  return { registry, Item, Cart, asked, made, cart };
}

const olderItems = (listed?: string[]) => ({
  all: [1, 2, 0].map((id) => envelope('Item', '1.0', { owner_id: id }, listed)),
  by: { k: envelope('Item', '1.0', { owner_id: 1 }, listed) },
});

test('encodeAsync(): all children that wait are asked for at once, each once', async (t) => {
  const { Cart, cart, asked } = items();
  const text = await encodeAsync(cart(), { target: '1.0' });
  t.deepEqual(JSON.parse(text), envelope('Cart', '1.0', olderItems(['owner_id']), ['all', 'by']), text);
  t.deepEqual(asked.toSorted(), ['o1', 'o1', 'o2']);
  asked.length = 0;
  const read = await decodeAsync(Cart, text);
  t.deepEqual(
    read.all.map(({ owner }) => owner),
    ['o1', 'o2', 'nobody'],
  );
  t.is(read.by['k']?.owner, 'o1');
  t.deepEqual(asked.toSorted(), ['1', '1', '2']);
});

test('toPrimitiveAsync(), fromPrimitiveAsync() and backportAsync(): look up too', async (t) => {
  const { registry, Cart, cart } = items();
  const primitive = await toPrimitiveAsync(cart(), { target: '1.0' });
  t.deepEqual((await backportAsync(cart(), '1.0')).primitive, primitive);
  const newest = JSON.parse(encode(cart())) as object;
  t.deepEqual(
    dataOf((await backportAsync(newest, '1.0', { registry })).primitive)['by'],
    dataOf(primitive)['by'],
  );
  const read = await fromPrimitiveAsync(Cart, primitive);
  t.is(read.all[1]?.owner, 'o2');
});

test('backportAsync(): what is looked up and looked up again is no loss', async (t) => {
  t.deepEqual((await backportAsync(items().cart(), '1.0')).losses, []);
});

test('needs: a sync verb works where nothing has to be looked up', (t) => {
  const { Item, made, asked } = items();
  const text = encode(made('nobody'), { target: '1.0' });
  t.deepEqual(dataOf(text), { owner_id: 0 });
  t.is(decode(Item, text).owner, 'nobody');
  t.deepEqual(asked, []);
});

test('needs: a sync verb is refused where something has to be looked up', (t) => {
  const { Item, made, asked } = items();
  refused(t, () => encode(made('o1'), { target: '1.0' }), {
    code: 'NEEDS_ASYNC',
    says: ['Item 1.1', 'encodeAsync()', 'declare a fallback'],
  });
  refused(t, () => decode(Item, JSON.stringify(envelope('Item', '1.0', { owner_id: 1 }))), {
    code: 'NEEDS_ASYNC',
    says: ['Item 1.1', 'decodeAsync()', 'declare a fallback'],
  });
  t.deepEqual(asked, []);
});

for (const fallback of ['somebody', null, undefined]) {
  test(`fallback: ${String(fallback)} is what a sync verb resolves to`, (t) => {
    const { Item } = items({ fallback });
    const read = decode(Item, JSON.stringify(envelope('Item', '1.0', { owner_id: 1 })));
    t.is(read.owner, fallback ?? 'nobody');
  });
}

test('fallback: an async verb looks up all the same', async (t) => {
  const { Item } = items({ fallback: 'somebody' });
  t.is((await decodeAsync(Item, JSON.stringify(envelope('Item', '1.0', { owner_id: 7 })))).owner, 'o7');
});

test('resolve: gets a copy, and may answer without a promise', async (t) => {
  const { Item } = items({
    resolve: (data) => {
      data['owner_id'] = 99;
      return 'now';
    },
  });
  t.is((await decodeAsync(Item, JSON.stringify(envelope('Item', '1.0', { owner_id: 7 })))).owner, 'now');
});

for (const [title, resolve] of [
  ['rejects', async () => Promise.reject(new Error('peer down'))],
  [
    'throws',
    () => {
      throw new Error('peer down');
    },
  ],
] as const) {
  test(`resolve: one that ${title} is a HookError`, async (t) => {
    const { Item, cart } = items({ resolve });
    const text = JSON.stringify(envelope('Item', '1.0', { owner_id: 7 }));
    const error = await refusedLater(t, decodeAsync(Item, text), {
      code: 'HOOK',
      says: ['Item', 'resolve hook of 1.1', 'peer down'],
    });
    t.is((error.cause as Error).message, 'peer down');
    t.like(error, { direction: 'resolve', object: 'Item', version: '1.1' });
    await refusedLater(t, encodeAsync(cart(), { target: '1.0' }), { code: 'HOOK', says: ['resolve hook'] });
  });
}

test('needs: one that throws is a HookError', (t) => {
  const { Item, made } = items({ needs: (data) => data['nothing'].there });
  refused(t, () => encode(made('o1'), { target: '1.0' }), {
    code: 'HOOK',
    says: ['Item', 'needs hook of 1.1', 'TypeError'],
  });
  refused(t, () => decode(Item, JSON.stringify(envelope('Item', '1.0', { owner_id: 1 }))), {
    code: 'HOOK',
    says: ['needs'],
  });
});

test('async verbs: refuse what the sync ones refuse, as rejections', async (t) => {
  const { Item, made } = items();
  await refusedLater(t, decodeAsync(Item, '{'), { code: 'PAYLOAD_SYNTAX', says: ['not JSON'] });
  await refusedLater(t, fromPrimitiveAsync(Item, envelope('Item', '1.1', {})), {
    code: 'INVALID_PAYLOAD',
    says: ['Item.owner'],
  });
  await refusedLater(t, encodeAsync({ ...made('o1') }), { code: 'UNREGISTERED_OBJECT', says: ['create('] });
  await refusedLater(t, toPrimitiveAsync(made('o1'), { target: '3.0' }), {
    code: 'UNSUPPORTED_TARGET',
    says: ['Item'],
  });
});

test('resolve: one that rejects after another hook threw leaves no unhandled rejection', async (t) => {
  const unhandled: unknown[] = [];
  const listen = (reason: unknown) => unhandled.push(reason);
  process.on('unhandledRejection', listen);
  t.teardown(() => process.off('unhandledRejection', listen));
  const { Cart } = items({
    needs: (data) => data['owner_id'] === 1,
    resolve: async () => Promise.reject(new Error('peer down')),
    up: () => {
      throw new Error('bad');
    },
  });
  await refusedLater(t, decodeAsync(Cart, JSON.stringify(envelope('Cart', '1.0', olderItems()))), {
    code: 'HOOK',
    says: ['Item'],
  });
  // Node tells of a rejection that nobody took after the microtasks of the turn in which it happened.
  await new Promise((done) => setTimeout(done, 20));
  t.deepEqual(unhandled, []);
});
