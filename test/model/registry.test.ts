import test from 'ava';
import {
  create,
  DeclarationError,
  decode,
  decodeAny,
  defaultRegistry,
  defineObject,
  DuplicateRegistrationError,
  encode,
  field,
  modelOf,
  Registry,
  toPrimitive,
  versioned,
} from '../../lib/index.js';

test('Registry: a name is taken once by namespace and major version', (t) => {
  const registry = new Registry({ namespace: 'heat' });
  defineObject('Stack', '1.4', {}, { registry });
  for (const version of ['1.4', '1.0', '1.9']) {
    const error = t.throws(() => defineObject('Stack', version, {}, { registry }), {
      instanceOf: DuplicateRegistrationError,
      code: 'BACKLEVEL_DUPLICATE_REGISTRATION',
    });
    t.is(
      error.message,
      `heat.Stack ${version}: the registry already holds heat.Stack 1.4; give one of them another name, namespace or major version, or its own Registry`,
    );
    t.like(error, { object: 'Stack', namespace: 'heat', version, registered: '1.4' });
  }
  t.notThrows(() => defineObject('Stack', '2.0', {}, { registry }));
  t.notThrows(() => defineObject('Stack', '1.4', {}, { registry, namespace: 'other' }));
  t.notThrows(() => defineObject('stack', '1.4', {}, { registry }));
  t.notThrows(() => defineObject('Stack', '1.4', {}, { registry: new Registry({ namespace: 'heat' }) }));
  t.is(registry.size, 4);
});

test('Registry: a class that was refused takes no name', (t) => {
  const registry = new Registry();
  t.throws(() => defineObject('Stack', '1.0', { id: field.string({ since: '1.1' }) }, { registry }), {
    instanceOf: DeclarationError,
  });
  t.is(registry.size, 0);
  t.notThrows(() => defineObject('Stack', '1.1', { id: field.string({ since: '1.1' }) }, { registry }));
});

test('find(): by name, namespace and major version; the newest where none is said', (t) => {
  const registry = new Registry({ namespace: 'a' });
  const [one, ten, two, other] = [
    modelOf(defineObject('Stack', '1.9', {}, { registry })),
    modelOf(defineObject('Stack', '10.0', {}, { registry })),
    modelOf(defineObject('Stack', '2.3', {}, { registry })),
    modelOf(defineObject('Stack', '11.0', {}, { registry, namespace: 'b' })),
  ];
  t.is(registry.find('Stack'), other);
  t.is(registry.find('Stack', 'a'), ten);
  t.is(registry.find('Stack', 'b'), other);
  t.is(registry.find('Stack', 'a', 1), one);
  t.is(registry.find('Stack', undefined, 2), two);
  t.is(registry.find('Stack', 'a', 3), undefined);
  t.is(registry.find('Stack', 'c'), undefined);
  t.deepEqual(registry.models, [one, ten, two, other]);
});

for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty', '']) {
  test(`Registry: nothing is called ${JSON.stringify(name)}`, (t) => {
    const registry = new Registry();
    t.is(registry.find(name), undefined);
    t.throws(() => defineObject(name, '1.0', {}, { registry }), {
      instanceOf: DeclarationError,
      message: /cannot be a name here; choose a name/,
    });
    if (name === '') return;
    t.throws(() => new Registry({ envelope: name }), {
      instanceOf: DeclarationError,
      message: /envelope: .* is no prefix/,
    });
  });
}

test('Registry: namespace, naming and envelope hold for its classes, unless a class says another', (t) => {
  const registry = new Registry({ namespace: 'nova', naming: 'snake_case', envelope: 'nova_object' });
  const Plain = defineObject('Plain', '1.0', { hostId: field.string() }, { registry });
  const Own = defineObject(
    'Own',
    '1.0',
    { hostId: field.string() },
    { registry, namespace: 'x', naming: 'as-is', envelope: 'own_object' },
  );
  t.deepEqual(toPrimitive(create(Plain, { hostId: 'a' })), {
    'nova_object.name': 'Plain',
    'nova_object.namespace': 'nova',
    'nova_object.version': '1.0',
    'nova_object.data': { host_id: 'a' },
    'nova_object.changes': ['host_id'],
  });
  t.deepEqual(toPrimitive(create(Own, { hostId: 'a' })), {
    'own_object.name': 'Own',
    'own_object.namespace': 'x',
    'own_object.version': '1.0',
    'own_object.data': { hostId: 'a' },
    'own_object.changes': ['hostId'],
  });
  for (const Class of [Plain, Own]) t.is(decode(Class, encode(create(Class, { hostId: 'a' }))).hostId, 'a');
});

test('Registry: classes of one registry are unknown to another', (t) => {
  const [here, there] = [new Registry(), new Registry()];
  const Stack = defineObject('Stack', '1.0', { id: field.integer() }, { registry: here });
  const primitive = toPrimitive(create(Stack, { id: 1 }));
  t.deepEqual(decodeAny([primitive], { registry: here }), [create(Stack, { id: 1 })]);
  t.throws(() => decodeAny([primitive], { registry: there }), { code: 'BACKLEVEL_UNKNOWN_OBJECT' });
});

test('defaultRegistry: classes that name no registry are in it, under the namespace backlevel', (t) => {
  @versioned('RegistryTestStack', '1.0')
  class Stack {
    @field.integer() id!: number;
  }
  t.is(defaultRegistry.find('RegistryTestStack'), modelOf(Stack));
  t.is(modelOf(Stack).namespace, 'backlevel');
  t.is(modelOf(Stack).registry, defaultRegistry);
  t.throws(() => defineObject('RegistryTestStack', '1.1', {}), { instanceOf: DuplicateRegistrationError });
  const Other = defineObject('RegistryTestOther', '1.0', { stack: field.object<Stack>('RegistryTestStack') });
  t.is(create(Other, { stack: create(Stack, { id: 1 }) }).stack.id, 1);
});

test('defaultRegistry: it is one for all copies of the package in a process', (t) => {
  const key = Symbol.for('backlevel.registry.1');
  t.is((globalThis as unknown as Record<symbol, unknown>)[key], defaultRegistry);
});
