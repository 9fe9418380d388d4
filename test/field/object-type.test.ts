import test from 'ava';
import {
  create,
  DeclarationError,
  defineObject,
  EnvelopeError,
  type FieldLike,
  type FaultKind,
  field,
  fromPrimitive,
  IncompatibleObjectVersionError,
  ObjectTooOldError,
  Registry,
  toPrimitive,
  UnknownObjectError,
  UnregisteredObjectError,
  validate,
  versioned,
} from '../../lib/index.js';
import { AT_VALUE, type Box, boxed, boxOf } from './rows.js';

const registry = new Registry();

@versioned('Device', '1.2', { registry, oldest: '1.1' })
class Device {
  @field.string() address!: string;
}
@versioned('Disk', '1.0', { registry, base: { '1.0': '1.2' } })
class Disk extends Device {
  @field.integer({ min: 0 }) size!: number;
}
@versioned('Nic', '1.0', { registry, base: { '1.0': '1.2' } })
class Nic extends Device {
  @field.string() mac!: string;
}
@versioned('Stranger', '1.0', { registry })
class Stranger {
  @field.string() address!: string;
}

function tagged(
  name: string,
  version: string,
  data: unknown,
  namespace = 'backlevel',
): Record<string, unknown> {
  return {
    'versioned_object.name': name,
    'versioned_object.namespace': namespace,
    'versioned_object.version': version,
    'versioned_object.data': data,
  };
}

const device = field.object(() => Device);
const any = field.object(() => Device, { subclasses: true });
const disks = field.object(() => Device, { subclasses: { Disk: {} } });

const takes = test.macro({
  exec(t, given: FieldLike, wire: Record<string, unknown>, Class: new () => object) {
    const Box = boxOf(given);
    t.deepEqual(validate(Box, boxed(wire)), []);
    const instance = fromPrimitive(Box, boxed(wire));
    t.is(Object.getPrototypeOf(instance.value), Class.prototype as object);
    t.deepEqual({ ...(instance.value as object) }, wire['versioned_object.data']);
    const written = toPrimitive(instance)['versioned_object.data'] as Box;
    t.deepEqual(written.value, { ...wire, 'versioned_object.version': Class === Device ? '1.2' : '1.0' });
  },
  title: (given = '', _field, wire: Record<string, unknown>) =>
    `${given}: takes a ${String(wire['versioned_object.name'])} ${String(wire['versioned_object.version'])}`,
});
test('object()', takes, device, tagged('Device', '1.2', { address: 'a' }), Device);
test('object()', takes, device, tagged('Device', '1.1', { address: 'a' }), Device);
test('object()', takes, device, tagged('Device', '1.2.7', { address: 'a' }), Device);
test(
  'object() of a class itself',
  takes,
  field.object(Device),
  tagged('Device', '1.2', { address: 'a' }),
  Device,
);
test('object({ subclasses: true })', takes, any, tagged('Device', '1.2', { address: 'a' }), Device);
test('object({ subclasses: true })', takes, any, tagged('Disk', '1.0', { address: 'a', size: 1 }), Disk);
test('object({ subclasses: true })', takes, any, tagged('Nic', '1.0', { address: 'a', mac: 'm' }), Nic);
test(
  'object({ subclasses: { Disk } })',
  takes,
  disks,
  tagged('Disk', '1.0', { address: 'a', size: 1 }),
  Disk,
);

const refusesObject = test.macro({
  exec(t, given: FieldLike, wire: unknown, kind: FaultKind, below: string, message: RegExp, thrown: string) {
    const Box = boxOf(given);
    const faults = validate(Box, boxed(wire));
    t.deepEqual(
      faults.map((fault) => [fault.kind, fault.pointer]),
      [[kind, AT_VALUE + below]],
    );
    t.regex(faults[0]?.message ?? '', message);
    t.throws(() => fromPrimitive(Box, boxed(wire)), { name: thrown });
  },
  title: (given = '', _field, _wire, _kind, _below, message) =>
    `${given}: refuses what is ${String(message)}`,
});
const inData = '/versioned_object.data';
const [envelope, invalid] = [EnvelopeError.name, 'InvalidPayloadError'];
test('object()', refusesObject, device, 'x', 'envelope', '', /a Device in its envelope, got "x"/, envelope);
test('object()', refusesObject, device, [], 'envelope', '', /in its envelope, got a list of 0/, envelope);
test('object()', refusesObject, device, null, 'null', '', /a Device, got null/, invalid);
test(
  'object()',
  refusesObject,
  device,
  { address: 'a' },
  'envelope',
  '',
  /expected the key "versioned_object\.name"/,
  envelope,
);
test(
  'object()',
  refusesObject,
  device,
  tagged('Device', '1.2', 5),
  'envelope',
  inData,
  /an object with the fields, got 5/,
  envelope,
);
test(
  'object()',
  refusesObject,
  device,
  tagged('Device', '1.2', { address: 5 }),
  'type',
  `${inData}/address`,
  /^Device\.address: expected a string, got 5/,
  invalid,
);
test(
  'object()',
  refusesObject,
  device,
  tagged('Device', '1.2', {}),
  'required',
  inData,
  /required in 1\.2/,
  invalid,
);
test(
  'object()',
  refusesObject,
  device,
  tagged('Device', '1.3', {}),
  'version',
  '',
  /cannot read Device 1\.3/,
  IncompatibleObjectVersionError.name,
);
test(
  'object()',
  refusesObject,
  device,
  tagged('Device', '2.0', {}),
  'version',
  '',
  /newest version known here is 1\.2/,
  IncompatibleObjectVersionError.name,
);
test(
  'object()',
  refusesObject,
  device,
  tagged('Device', '1.0', {}),
  'version',
  '',
  /oldest version supported here is 1\.1/,
  ObjectTooOldError.name,
);
test(
  'object()',
  refusesObject,
  device,
  tagged('Device', 'x', {}),
  'envelope',
  '/versioned_object.version',
  /a version like "1\.4", got "x"/,
  envelope,
);
test(
  'object()',
  refusesObject,
  device,
  tagged('Device', '1.2', {}, 'other'),
  'envelope',
  '',
  /no class is registered for "Device" in namespace "other"/,
  UnknownObjectError.name,
);
for (const name of ['Nothing', '__proto__', 'constructor', 'Object'])
  test(
    `object() ${name}`,
    refusesObject,
    any,
    tagged(name, '1.0', {}),
    'envelope',
    '',
    /no class is registered for/,
    UnknownObjectError.name,
  );
test(
  'object() with a subclass',
  refusesObject,
  device,
  tagged('Disk', '1.0', { address: 'a', size: 1 }),
  'envelope',
  '',
  /a Device, got a "Disk"/,
  envelope,
);
test(
  'object({ subclasses: { Disk } })',
  refusesObject,
  disks,
  tagged('Nic', '1.0', {}),
  'envelope',
  '',
  /a Device, got a "Nic"/,
  envelope,
);
test(
  'object({ subclasses: true })',
  refusesObject,
  any,
  tagged('Stranger', '1.0', {}),
  'envelope',
  '',
  /a Device, got a "Stranger"/,
  envelope,
);
test(
  'object({ subclasses: true }) at depth',
  refusesObject,
  any,
  tagged('Disk', '1.0', { address: 'a', size: -1 }),
  'limit',
  `${inData}/size`,
  /^Disk\.size: /,
  invalid,
);

test('object({ nullable }): null, and no undefined member', (t) => {
  const Box = boxOf(field.object(() => Device, { nullable: true }));
  t.is(fromPrimitive(Box, boxed(null)).value, null);
  t.deepEqual(toPrimitive(create(Box, { value: null }))['versioned_object.data'], { value: null });
});

test('object(): an instance of the right class is demanded', (t) => {
  const make = (given: FieldLike, value: unknown): object => create(boxOf(given), { value });
  t.notThrows(() => make(device, create(Device, { address: 'a' })));
  t.notThrows(() => make(any, create(Nic, { address: 'a', mac: 'm' })));
  const plain = t.throws(() => make(device, { address: 'a' }), { instanceOf: UnregisteredObjectError });
  t.regex(plain.message, /create\(Device, it\)/);
  t.throws(() => make(device, Device), { instanceOf: UnregisteredObjectError });
  t.throws(() => make(device, 'x'), { instanceOf: UnregisteredObjectError });
  for (const given of [device, disks])
    t.throws(() => make(given, create(Nic, { address: 'a', mac: 'm' })), {
      message: /Box\.value: expected a Device.*got a Nic \(at \/value\)/,
    });
  t.throws(() => make(any, create(Stranger, { address: 'a' })), {
    message: /a Device or a subclass of it, got a Stranger/,
  });
});

test('object(): coerce reaches into the child', (t) => {
  const Box = boxOf(field.list(any));
  const payload = boxed([tagged('Disk', '1.0', { address: 7, size: '5' })]);
  t.throws(() => fromPrimitive(Box, payload), { code: 'BACKLEVEL_INVALID_PAYLOAD' });
  const { value } = fromPrimitive(Box, payload, { coerce: true });
  t.deepEqual(value, [create(Disk, { address: '7', size: 5 })]);
  for (const wrong of [
    'x',
    tagged('Nothing', '1.0', {}),
    tagged('Disk', '9.9', {}),
    tagged('Disk', '1.0', 'x'),
  ])
    t.is(validate(Box, boxed([wrong]))[0]?.pointer.startsWith(`${AT_VALUE}/0`), true);
});

test('object(): by name, in the registry of the class that has the field', (t) => {
  const own = new Registry();
  const Parent = defineObject('Parent', '1.0', { child: field.object<Box>('Box') }, { registry: own });
  t.throws(() => create(Parent, { child: { value: 1 } }), {
    instanceOf: DeclarationError,
    message: /field\.object\("Box"\): no class of that name is registered; declare it/,
  });
  const Child = defineObject('Box', '1.0', { value: field.json() }, { registry: own });
  t.deepEqual(create(Parent, { child: create(Child, { value: 1 }) }).child.value, 1);
});

test('object(): a class that is not versioned is named when the field is used', (t) => {
  class Plain {
    readonly a = 1;
  }
  for (const reference of [Plain, () => Plain, () => undefined as unknown as typeof Plain])
    t.throws(() => create(boxOf(field.object(reference)), { value: new Plain() }), {
      instanceOf: DeclarationError,
      message: /is no versioned class; put @versioned/,
    });
});
