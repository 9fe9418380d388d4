import test from 'ava';
import { at, decode, encode, equals, partial } from '../../../lib/index.js';
import { samplesOf, Service, Stack, UserCreds } from '../../../objects/heat/index.js';

const { service } = samplesOf(1);
service.deletedAt = null;

test('Service: writes bare data for an engine that knows no envelope', (t) => {
  const bare: unknown = JSON.parse(encode(service, { target: 'untagged' }));
  t.deepEqual(bare, JSON.parse(encode(service, { target: '1.0' }))['versioned_object.data']);
});

test('Service: reads bare data as a 1.0', (t) => {
  t.true(equals(decode(Service, encode(service, { target: 'untagged' })), service));
});

test('Service: checks bare data in the shape of 1.0', (t) => {
  const bare = JSON.parse(encode(service, { target: 'untagged' })) as object;
  t.throws(() => decode(Service, JSON.stringify({ ...bare, report_interval: 'often' })), {
    code: 'BACKLEVEL_INVALID_PAYLOAD',
  });
  t.throws(() => decode(Service, JSON.stringify({ ...bare, deleted_at: null }), { unknown: 'refuse' }), {
    code: 'BACKLEVEL_INVALID_PAYLOAD',
  });
});

test('Service: an engine of 1.0 exchanges both forms', (t) => {
  const Old = at(Service, '1.0');
  const old = decode(Old, encode(service, { target: 'untagged' }));
  t.deepEqual(decode(Old, encode(service, { target: '1.0' })), old);
  t.is(encode(old, { target: 'untagged' }), encode(service, { target: 'untagged' }));
});

test('Stack: has no bare form, and says so', (t) => {
  t.throws(() => encode(samplesOf(1).stack, { target: 'untagged' }), {
    code: 'BACKLEVEL_UNSUPPORTED_TARGET',
    message: /untagged: '1\.0'/,
  });
  t.throws(() => decode(Stack, '{}'), { code: 'BACKLEVEL_ENVELOPE' });
});

test('UserCreds 1.0: knows no region', (t) => {
  const creds = partial(UserCreds, { id: 1, regionName: 'north' });
  t.deepEqual(JSON.parse(encode(creds, { target: '1.0' }))['versioned_object.data'], { id: 1 });
});
