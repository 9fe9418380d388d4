import test from 'ava';
import { backport, create, decode, defineObject, encode, field, Registry } from '../../lib/index.js';
import { dataOf, envelope } from './payload.js';
import { refused } from './refusal.js';

const at142 = (registry = new Registry()) =>
  defineObject(
    'A',
    '1.4.2',
    { id: field.integer(), hint: field.string({ since: '1.4.1' }), more: field.string({ since: '1.4.2' }) },
    { registry },
  );

for (const [target, keys] of [
  ['1.4.2', ['id', 'hint', 'more']],
  ['1.4.1', ['id', 'hint']],
  ['1.4', ['id']],
  ['1.4.0', ['id']],
  ['1.3', ['id']],
  ['1.3.7', ['id']],
] as const) {
  test(`encode(): at ${target}, the patches after it are dropped`, (t) => {
    const text = encode(create(at142(), { id: 1, hint: 'h', more: 'm' }), { target });
    t.deepEqual(Object.keys(dataOf(text)), [...keys]);
    t.is((JSON.parse(text) as Record<string, unknown>)['versioned_object.version'], target);
  });
}

test('decode(): a newer patch is accepted, and what it added is ignored', (t) => {
  const A = defineObject('A', '1.4', { id: field.integer() }, { registry: new Registry() });
  for (const version of ['1.4.1', '1.4.9', '1.4.999999']) {
    const a = decode(A, JSON.stringify(envelope('A', version, { id: 1, hint: 'h' })));
    t.deepEqual({ ...a }, { id: 1 });
    t.is((JSON.parse(encode(a)) as Record<string, unknown>)['versioned_object.version'], '1.4');
  }
});

test('decode(): an older patch is read in its own shape', (t) => {
  const A = at142();
  const a = decode(A, JSON.stringify(envelope('A', '1.4.1', { id: 1, hint: 'h' })));
  t.deepEqual({ ...a }, { id: 1, hint: 'h', more: undefined });
  refused(t, () => decode(A, JSON.stringify(envelope('A', '1.4.2', { id: 1, hint: 'h' }))), {
    code: 'INVALID_PAYLOAD',
    says: ['A.more', 'required in 1.4.2'],
    pointer: '/versioned_object.data',
  });
});

test('decode(): a newer minor is refused, whatever its patch', (t) => {
  for (const version of ['1.5', '1.5.0', '1.10', '1.999999.999999'])
    refused(t, () => decode(at142(), JSON.stringify(envelope('A', version, { id: 1 }))), {
      code: 'INCOMPATIBLE_OBJECT_VERSION',
      says: [`A ${version}`, '1.4.2', 'pin the sender to 1.4.2', 'backport'],
    });
});

test('backport(): a payload of a newer patch is rewritten from the shape that is known', (t) => {
  const registry = new Registry();
  at142(registry);
  const payload = envelope('A', '1.4.7', { id: 1, hint: 'h', more: 'm', later: true });
  t.deepEqual(
    backport(payload, '1.4.1', { registry }).primitive,
    envelope('A', '1.4.1', { id: 1, hint: 'h' }),
  );
});

test('encode(): a newer patch than the class has is no target', (t) => {
  refused(t, () => encode(create(at142(), { id: 1, hint: 'h', more: 'm' }), { target: '1.4.3' }), {
    code: 'UNSUPPORTED_TARGET',
    says: ['A at 1.4.3', '1.0 to 1.4.2'],
  });
});
