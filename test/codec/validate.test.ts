import test from 'ava';
import { create, defineObject, field, Registry, schemaOf, toPrimitive, validate } from '../../lib/index.js';
import { deepFreeze, envelope } from './payload.js';
import { refused } from './refusal.js';

function world() {
  const registry = new Registry({ naming: 'snake_case' });
  const Child = defineObject('Child', '1.0', { id: field.integer() }, { registry });
  const A = defineObject(
    'A',
    '1.1',
    {
      fullName: field.string({ maxLength: 5, limits: [{ in: '1.1', maxLength: 3 }] }),
      child: field.object(Child),
      all: field.list(field.integer()),
      pin: field.string({ sensitive: true, optional: true }),
      late: field.integer({ since: '1.1' }),
    },
    { registry, check: ({ late }) => (late === 13 ? 'late must not be 13' : undefined) },
  );
  const child = envelope('Child', '1.0', { id: 1 });
  const payload = envelope('A', '1.1', { full_name: 'n', child, all: [], late: 1 });
  const instance = create(A, { fullName: 'n', child: create(Child, { id: 1 }), all: [], late: 1 });
  return { registry, A, Child, payload, instance };
}

test('validate(): finds nothing in what fits', (t) => {
  const { A, payload, instance } = world();
  t.deepEqual(validate(A, deepFreeze(payload)), []);
  t.deepEqual(validate(A, deepFreeze(instance)), []);
  t.deepEqual(validate(A, instance, { at: '1.0' }), []);
  t.deepEqual(validate(A, toPrimitive(instance, { target: '1.0' }), { at: '1.0' }), []);
  t.deepEqual(
    validate(A, { full_name: 'n', child: payload['versioned_object.data'], all: [] }, { at: '1.0' }).length,
    1,
  );
});

test('validate(): lists every fault of a payload, each with its pointer as sent', (t) => {
  const { A } = world();
  const bad = envelope('A', '1.1', {
    full_name: 'too long',
    child: envelope('Child', '1.0', { id: 'x' }),
    all: [1, null, 2.5],
    pin: ['hunter2'],
  });
  const faults = validate(A, bad);
  t.deepEqual(
    faults.map(({ kind, pointer, object, field: name }) => [kind, pointer, object, name]),
    [
      ['limit', '/versioned_object.data/full_name', 'A', 'full_name'],
      ['type', '/versioned_object.data/child/versioned_object.data/id', 'Child', 'id'],
      ['null', '/versioned_object.data/all/1', 'A', 'all'],
      ['type', '/versioned_object.data/all/2', 'A', 'all'],
      ['type', '/versioned_object.data/pin', 'A', 'pin'],
      ['required', '/versioned_object.data', 'A', 'late'],
    ],
  );
  t.false(JSON.stringify(faults).includes('hunter2'));
});

test('validate(): lists every fault of an instance, through property names', (t) => {
  const { A, instance } = world();
  Object.assign(instance, { fullName: 5, all: [1, 'x'], late: Number.NaN });
  Object.assign(instance.child, { id: 1.5 });
  t.deepEqual(
    validate(A, instance).map(({ pointer }) => pointer),
    ['/fullName', '/child/id', '/all/1', '/late'],
  );
});

test('validate(): asks the check of the class about an instance', (t) => {
  const { A, instance } = world();
  instance.late = 13;
  t.like(validate(A, instance), [{ kind: 'rule', pointer: '', message: 'A: late must not be 13' }]);
});

test('validate(): with at, an instance must be writable there, and an envelope must claim it', (t) => {
  const { A, payload, instance } = world();
  instance.fullName = 'four';
  t.regex(validate(A, instance, { at: '1.0' })[0]?.message ?? '', /full_name: expected at most 3/);
  t.like(validate(A, payload, { at: '1.0' }), [{ kind: 'version', pointer: '/versioned_object.version' }]);
});

test('validate(): with at, pointers into bare data are as given, and a value too new is a fault of its field', (t) => {
  const A = defineObject(
    'A',
    '1.1',
    { id: field.integer(), e: field.enum(['a', 'b'], { values: { b: { since: '1.1' } } }) },
    { registry: new Registry() },
  );
  const places = (value: unknown) =>
    validate(A, value, { at: '1.0' }).map(({ pointer, field: name, kind }) => [pointer, name, kind]);
  t.deepEqual(places({ id: 'x', e: 'b' }), [
    ['/id', 'id', 'type'],
    ['/e', 'e', 'value'],
  ]);
  t.deepEqual(places(create(A, { id: 1, e: 'b' })), [['/e', 'e', 'value']]);
});

const revoked = Proxy.revocable({}, {});
revoked.revoke();
const getter = {
  get 'versioned_object.name'(): string {
    return 'A';
  },
};
for (const [title, value] of Object.entries({
  undefined: undefined,
  null: null,
  'a number': 5,
  'a string': '{}',
  'a list': [],
  'a function': () => 1,
  'a symbol': Symbol('s'),
  'a Map': new Map(),
  'an instance of another class': new (class Other {})(),
  'an empty object': {},
  'an object without a prototype': Object.create(null) as object,
  'half an envelope with a getter': getter,
  'a getter that throws': envelope('A', '1.1', {
    get full_name(): string {
      throw new Error('boo');
    },
  }),
  'a revoked proxy': revoked.proxy,
  'a newer version': envelope('A', '1.9', {}),
  'another name': envelope('__proto__', '1.0', {}),
}))
  test(`validate(): throws nothing for ${title}`, (t) => {
    const { A } = world();
    for (const options of [{}, { at: '1.0' }]) t.true(validate(A, value, options).length > 0);
  });

test('validate(): needs a versioned class', (t) => {
  refused(t, () => validate(class Plain {}, {}), {
    code: 'UNREGISTERED_OBJECT',
    says: ['class Plain', '@versioned'],
  });
});

test('schemaOf(): is a Standard Schema that gives instances', (t) => {
  const { A, payload, instance } = world();
  const { '~standard': standard } = schemaOf(A);
  t.like(standard, { version: 1, vendor: 'backlevel' });
  t.deepEqual(standard.validate(payload), { value: instance });
  const older = toPrimitive(instance, { target: '1.0' });
  const result = standard.validate(older);
  t.is('value' in result ? result.value.fullName : undefined, 'n');
});

test('schemaOf(): lists all issues, each with its path', (t) => {
  const { A } = world();
  const { '~standard': standard } = schemaOf(A);
  const { issues } = standard.validate(envelope('A', '1.1', { full_name: 1, child: 2, all: [], late: 'x' }));
  t.deepEqual(
    issues?.map(({ path }) => path),
    [
      ['versioned_object.data', 'full_name'],
      ['versioned_object.data', 'child'],
      ['versioned_object.data', 'late'],
    ],
  );
  t.is(standard.validate(envelope('A', '1.9', {})).issues?.length, 1);
  t.is(standard.validate(5).issues?.length, 1);
});
