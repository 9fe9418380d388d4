import test from 'ava';
import {
  changes,
  clone,
  create,
  decode,
  defineObject,
  encode,
  field,
  Registry,
  toPrimitive,
} from '../../lib/index.js';
import { envelope } from './payload.js';
import { refused } from './refusal.js';

function orders() {
  const registry = new Registry();
  const state = field.stateMachine(
    ['new', 'paid', 'sent', 'back'],
    { new: ['paid', 'back'], paid: ['sent'] },
    { nullable: true },
  );
  const fields = {
    id: field.integer({ readOnly: true }),
    at: field.dateTime({ readOnly: true }),
    tags: field.list(field.string(), { readOnly: true }),
    pin: field.string({ readOnly: true, sensitive: true }),
    state,
    hidden: field.stateMachine(['s1', 's2'], {}, { sensitive: true }),
  };
  const Order = defineObject('Order', '1.1', fields, { registry });
  const Box = defineObject('Box', '1.0', { orders: field.list(field.object(Order)) }, { registry });
  const data = { id: 1, at: '2026-01-01T00:00:00Z', tags: ['a'], pin: 'p1n', state: 'new', hidden: 's1' };
  const read = (given: object = {}) =>
    decode(Order, JSON.stringify(envelope('Order', '1.1', { ...data, ...given })));
  return { Order, Box, read, data };
}

type Order = ReturnType<ReturnType<typeof orders>['read']>;

const allowed: Record<string, (order: Order) => void> = {
  'to stay': () => undefined,
  'to an allowed state': (order) => void (order.state = 'paid'),
  'to another allowed state': (order) => void (order.state = 'back'),
  'to set a read-only field to what it was': (order) =>
    void ((order.at = new Date('2026-01-01')), (order.tags = ['a'])),
};
for (const [title, edit] of Object.entries(allowed))
  test(`encode(): lets an instance ${title}`, (t) => {
    const order = orders().read();
    edit(order);
    t.notThrows(() => encode(order));
    t.notThrows(() => encode(order, { target: '1.0' }));
  });

const forbidden: Record<string, [edit: (order: Order) => void, says: string[], pointer: string]> = {
  'a state that may not follow': [
    (order) => void (order.state = 'sent'),
    ['Order.state: expected a state that may follow "new"', '"sent"'],
    '/state',
  ],
  'null after a state': [(order) => void (order.state = null), ['Order.state', 'may follow "new"'], '/state'],
  'another id': [(order) => void (order.id = 2), ['Order.id', 'the field is read-only', 'got 2'], '/id'],
  'another date': [(order) => void order.at.setTime(1), ['Order.at', 'read-only'], '/at'],
  'a list that was changed in place': [
    (order) => void order.tags.push('b'),
    ['Order.tags', 'read-only'],
    '/tags',
  ],
  'another secret': [(order) => void (order.pin = 'hunter2'), ['Order.pin', 'read-only'], '/pin'],
  'a secret state': [
    (order) => void (order.hidden = 's2'),
    ['Order.hidden', 'the one it was read with'],
    '/hidden',
  ],
};
for (const [title, [edit, says, pointer]] of Object.entries(forbidden))
  test(`encode(): refuses ${title}`, (t) => {
    const { read, Box } = orders();
    const order = read();
    edit(order);
    const hides = ['p1n', 'hunter2', 's1', 's2'];
    for (const write of [
      () => encode(order),
      () => encode(order, { target: '1.0' }),
      () => toPrimitive(clone(order)),
    ])
      refused(t, write, { code: 'INVALID_OBJECT', says, hides, pointer });
    refused(t, () => create(Box, { orders: [order] }), {
      code: 'INVALID_OBJECT',
      says,
      pointer: `/orders/0${pointer}`,
    });
    t.true(changes(order).length > 0);
  });

test('encode(): any state may be the first, and may follow null', (t) => {
  const { Order, read, data } = orders();
  t.notThrows(() => encode(create(Order, { ...data, at: new Date(0), state: 'sent' } as never)));
  const order = read({ state: null });
  order.state = 'sent';
  t.notThrows(() => encode(order));
});

test('encode(): an end may stay and leads nowhere', (t) => {
  const order = orders().read({ state: 'sent' });
  t.notThrows(() => encode(order));
  order.state = 'new';
  refused(t, () => encode(order), { code: 'INVALID_OBJECT', says: ['Order.state', 'may follow "sent"'] });
});
