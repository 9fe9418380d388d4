import test from 'ava';
import { backport, decode, defineObject, encode, field, Registry, resetChanges } from '../../lib/index.js';
import { changesOf, dataOf, envelope } from './payload.js';

/** 1.1 made `address` the first of `addresses`, and added `note`; its hook also makes `kind` lower case for older readers. */
function hosts() {
  const registry = new Registry();
  const Host = defineObject(
    'Host',
    '1.1',
    {
      id: field.integer(),
      kind: field.string(),
      addresses: field.list(field.string(), { since: '1.1', optional: true }),
      note: field.string({ since: '1.1', optional: true }),
    },
    {
      registry,
      retired: { address: field.string({ until: '1.1', nullable: true, optional: true }) },
      obj_make_compatible: {
        '1.1': {
          down: (data) => {
            data['address'] = data['addresses']?.[0] ?? null;
            data['kind'] = data['kind'].toLowerCase();
          },
          up: (data) => {
            if (data['address'] !== undefined)
              data['addresses'] = data['address'] === null ? [] : [data['address']];
          },
        },
      },
    },
  );
  return { registry, Host };
}

const now = { id: 1, kind: 'vm', addresses: ['192.0.2.7'], note: 'n' };

const down = test.macro({
  exec: (t, given: object, changed: string[], expected: string[] | undefined) => {
    const { registry } = hosts();
    const payload = envelope('Host', '1.1', { ...now, ...given }, changed);
    t.deepEqual(changesOf(backport(payload, '1.0', { registry }).primitive), expected);
  },
  title: (given) => `backport(): ${given}`,
});

test('a field that a hook makes of a changed one is changed', down, {}, ['addresses'], ['address']);
test('it is also where the change was to nothing', down, { addresses: [] }, ['addresses'], ['address']);
test('what a hook makes of unchanged fields is not changed', down, {}, ['id'], ['id']);
test('what a hook leaves as it was is not changed', down, {}, ['addresses', 'id'], ['id', 'address']);
test('nobody knows what a hook made of what', down, { kind: 'VM' }, ['note'], ['kind', 'address']);
test('no change is no change', down, {}, [], undefined);

test('decode(): a field that a hook makes of one that an older service changed is changed', (t) => {
  const { Host } = hosts();
  const older = { id: 1, kind: 'vm', address: null };
  const read = (...changed: string[]) =>
    encode(decode(Host, JSON.stringify(envelope('Host', '1.0', older, changed))));
  t.deepEqual(changesOf(read('address')), ['addresses']);
  t.deepEqual(changesOf(read('id')), ['id']);
  t.deepEqual(changesOf(read()), undefined);
});

test('encode(): an older service that saves what changed hears of a change that has another place there', (t) => {
  const { Host } = hosts();
  const host = decode(Host, JSON.stringify(envelope('Host', '1.1', now)));
  resetChanges(host);
  Object.assign(host, { addresses: ['192.0.2.8'] });
  const sent = encode(host, { target: '1.0' });
  t.is(dataOf(sent)['address'], '192.0.2.8');
  t.deepEqual(changesOf(sent), ['address']);
});
