import test from 'ava';
import {
  create,
  decode,
  DeclarationError,
  encode,
  field,
  fromPrimitive,
  isSet,
  modelOf,
  partial,
  Registry,
  toPrimitive,
  versioned,
} from '../../lib/index.js';

test('@versioned: the wire name is said, and not the name of the class', (t) => {
  @versioned('Stack', '1.0', { registry: new Registry() })
  class MinifiedToA {
    @field.integer() id!: number;
  }
  t.is(toPrimitive(create(MinifiedToA, { id: 1 }))['versioned_object.name'], 'Stack');
  t.is(modelOf(MinifiedToA).name, 'Stack');
});

test('@versioned: it was not put above a class', (t) => {
  const decorate = versioned('Stack', '1.0', { registry: new Registry() }) as unknown as (
    target: unknown,
  ) => void;
  for (const target of [{}, undefined, 'x'])
    t.throws(() => decorate(target), {
      instanceOf: DeclarationError,
      message: 'Stack: @versioned was not called as a class decorator; write it above the class',
    });
});

test('@versioned: two of them on one class', (t) => {
  const registry = new Registry();
  t.throws(
    () => {
      @versioned('Second', '1.0', { registry })
      @versioned('First', '1.2', { registry })
      class Stack {}
      return Stack;
    },
    {
      instanceOf: DeclarationError,
      message:
        'Second: the class is versioned already, as First 1.2; a class has one version: take one of the two @versioned away',
    },
  );
  t.is(registry.size, 1);
});

test('@field: on an accessor or a method of a class body', (t) => {
  const message = /^@field on id: it stands on an accessor or a method; put it on a plain property/;
  t.throws(
    () => {
      class Stack {
        @field.integer() get id(): number {
          return 1;
        }
      }
      return Stack;
    },
    { instanceOf: DeclarationError, message },
  );
  t.throws(
    () => {
      class Stack {
        // @ts-expect-error -- a method is no property, to the compiler too
        @field.integer() id(): number {
          return 1;
        }
      }
      return Stack;
    },
    { instanceOf: DeclarationError, message },
  );
});

test('@field: it stands where nothing can be read or written', (t) => {
  const decorate = field.string() as unknown as (target: unknown, name: unknown) => void;
  class Stack {}
  const rows: [target: unknown, name: unknown, message: RegExp][] = [
    [Stack, 'id', /^@field on id: it stands on a static property; put it on an instance property$/],
    [
      Stack.prototype,
      Symbol('id'),
      /^@field on Symbol\(id\): a symbol cannot travel; name the property with a string$/,
    ],
    [Stack, Symbol('id'), /a symbol cannot travel/],
    [
      Stack.prototype,
      undefined,
      /^@field: it was not called as a property decorator; write @field\.string\(\) above a property/,
    ],
    [Stack.prototype, 0, /not called as a property decorator/],
    [
      undefined,
      { kind: 'method', name: 'id', static: false, metadata: {} },
      /^@field on id: it stands on a method; put it/,
    ],
    [undefined, { kind: 'field', name: 'id', static: true, metadata: {} }, /it stands on a static field/],
    [undefined, { kind: 'field', name: Symbol('id'), static: false, metadata: {} }, /a symbol cannot travel/],
    [
      undefined,
      { kind: 'field', name: 'id', static: false },
      /no decorator metadata; import 'backlevel' before any module that declares a class/,
    ],
  ];
  for (const [target, name, message] of rows)
    t.throws(() => decorate(target, name), { instanceOf: DeclarationError, message });
});

test('@field: on a static or a symbol property of a class body', (t) => {
  const key = Symbol('key');
  t.throws(
    () => {
      class Stack {
        @field.integer() static count: number;
      }
      return Stack;
    },
    { instanceOf: DeclarationError, message: /^@field on count: it stands on a static property/ },
  );
  t.throws(
    () => {
      class Stack {
        // @ts-expect-error -- a field's name is a string, to the compiler too
        @field.integer() [key]!: number;
      }
      return Stack;
    },
    { instanceOf: DeclarationError, message: /^@field on Symbol\(key\): a symbol cannot travel/ },
  );
});

@versioned('Sample', '1.0', { registry: new Registry() })
class Sample {
  @field.string({ optional: true }) faked?: string = 'by an initializer';
  @field.integer() id!: number;
  @field.string({ optional: true }) declare late?: string;
  @field.list(field.string(), { optional: true }) tags: string[] = ['initial'];
  local = 'of the class itself';
}

const envelope = (data: object): object => ({
  'versioned_object.name': 'Sample',
  'versioned_object.namespace': 'backlevel',
  'versioned_object.version': '1.0',
  'versioned_object.data': data,
});

test('legacy decorators: an initializer fakes no value', (t) => {
  for (const instance of [
    fromPrimitive(Sample, envelope({ id: 1 })),
    create(Sample, { id: 1 }),
    partial(Sample, { id: 1 }),
  ]) {
    t.is(instance.faked, undefined);
    t.is(instance.tags, undefined as never);
    t.false(isSet(instance as Sample, 'faked'));
    t.is(instance.local, 'of the class itself');
    t.deepEqual(toPrimitive(instance)['versioned_object.data'], { id: 1 });
  }
  t.true(isSet(create(Sample, { id: 1, faked: 'said' }), 'faked'));
});

test('legacy decorators: new Class() is the own affair of the class, and its initializers are values', (t) => {
  const sample = Object.assign(new Sample(), { id: 1 });
  t.deepEqual(toPrimitive(sample)['versioned_object.data'], {
    faked: 'by an initializer',
    id: 1,
    tags: ['initial'],
  });
});

test('legacy decorators: each field is an own property, set in the order of the source', (t) => {
  const keys = ['faked', 'id', 'tags', 'local', 'late'];
  t.deepEqual(Object.keys(fromPrimitive(Sample, envelope({ tags: [], late: 'x', id: 1 }))), keys);
  t.deepEqual(Object.keys(fromPrimitive(Sample, envelope({ id: 1 }))), keys);
  t.deepEqual(
    Object.keys(
      JSON.parse(
        JSON.stringify(
          toPrimitive(create(Sample, { late: 'x', tags: [], id: 1, faked: '' }))['versioned_object.data'],
        ),
      ) as object,
    ),
    ['faked', 'id', 'late', 'tags'],
  );
});

test('legacy decorators: `declare` fields are fields', (t) => {
  t.false('late' in new Sample());
  t.deepEqual(
    modelOf(Sample).fields.map((of) => of.property),
    ['faked', 'id', 'late', 'tags'],
  );
  const sample = decode(Sample, encode(create(Sample, { id: 1, late: 'x' })));
  t.is(sample.late, 'x');
});

test('@versioned: a class with methods, getters and private state stays what it is', (t) => {
  @versioned('Counter', '1.0', { registry: new Registry() })
  class Counter {
    #steps = 0;
    @field.integer() count!: number;
    step(): this {
      this.#steps += 1;
      this.count += 1;
      return this;
    }
    get steps(): number {
      return this.#steps;
    }
  }
  const counter = decode(Counter, encode(create(Counter, { count: 1 }).step()));
  t.is(counter.count, 2);
  t.is(counter.step().steps, 1);
  t.deepEqual(toPrimitive(counter)['versioned_object.data'], { count: 3 });
});
