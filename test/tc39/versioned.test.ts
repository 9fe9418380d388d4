import test from 'ava';
import {
  backport,
  changes,
  create,
  decode,
  DeclarationError,
  encode,
  field,
  type Hooks,
  modelOf,
  partial,
  type PartialOf,
  Registry,
  toPrimitive,
  validate,
  versioned,
  versionsOf,
  defineObject,
} from '../../lib/index.js';
import { recordVersion } from '../../lib/compat/index.js';

const registry = new Registry({ namespace: 'heat', naming: 'snake_case' });

@versioned('Resource', '1.3', {
  registry,
  oldest: '1.0',
  retired: { properties: field.json({ until: '1.3' }) },
})
class Resource {
  @field.integer() id!: number;
  @field.string({ since: '1.1', nullable: true, absent: null, maxLength: 8 }) rootStackId!: string | null;
  @field.enum(['INIT', 'CREATE', 'CHECK'], { values: { CHECK: { since: '1.2', fallback: 'INIT' } } }) action:
    | 'INIT'
    | 'CREATE'
    | 'CHECK' = 'INIT';
  @field.string({ renamed: [{ in: '1.2', from: 'physical_id' }] }) physicalResourceId!: string;
  @field.list(field.string(), { since: '1.3', optional: true }) names?: string[];

  static readonly obj_make_compatible: Hooks = {
    '1.3': {
      down: (data) => {
        data['properties'] = { names: data['names'] ?? [] };
      },
      up: (data) => {
        data['names'] = data['properties'].names;
      },
    },
  };
}

// The same without decorators, which legacy decorators are known to agree with.
const Twin = defineObject(
  'Resource',
  '1.3',
  {
    id: field.integer(),
    rootStackId: field.string({ since: '1.1', nullable: true, absent: null, maxLength: 8 }),
    action: field.enum(['INIT', 'CREATE', 'CHECK'], {
      values: { CHECK: { since: '1.2', fallback: 'INIT' } },
    }),
    physicalResourceId: field.string({ renamed: [{ in: '1.2', from: 'physical_id' }] }),
    names: field.list(field.string(), { since: '1.3', optional: true }),
  },
  {
    registry: new Registry({ namespace: 'heat', naming: 'snake_case' }),
    retired: { properties: field.json({ until: '1.3' }) },
    obj_make_compatible: Resource.obj_make_compatible,
  },
);

const values = {
  id: 1,
  rootStackId: 'root',
  action: 'CHECK',
  physicalResourceId: 'p',
  names: ['a', 'b'],
} as const;
const resource = (): Resource => create(Resource, { ...values, names: [...values.names] });

for (const target of ['1.3', '1.2', '1.1', '1.0']) {
  test(`TC39 decorators: written at ${target}, and read again, as the same model without them`, (t) => {
    const twin = create(Twin, { ...values, names: [...values.names] });
    t.is(encode(resource(), { target }), encode(twin, { target }));
    const { primitive, losses } = backport(resource(), target);
    t.deepEqual({ primitive, losses }, backport(twin, target));
    const text = JSON.stringify(primitive);
    t.deepEqual(Object.entries(decode(Resource, text)), Object.entries(decode(Twin, text)));
  });
}

test('TC39 decorators: the fingerprints of each version are those of the same model without them', async (t) => {
  for (const version of versionsOf(modelOf(Twin))) {
    const [ours, theirs] = await Promise.all(
      [Resource, Twin].map((Class) => recordVersion(modelOf(Class), version)),
    );
    t.deepEqual(ours, theirs);
    t.regex(`${ours?.shape} ${ours?.behaviour}`, /^s1-[0-9a-f]{64} b1-[0-9a-f]{64}$/);
  }
});

test('TC39 decorators: the hook of a static table runs both ways', (t) => {
  t.deepEqual(toPrimitive(resource(), { target: '1.0' })['versioned_object.data'], {
    id: 1,
    action: 'INIT',
    physical_id: 'p',
    properties: { names: ['a', 'b'] },
  });
  const back = decode(Resource, encode(resource(), { target: '1.0' }));
  t.true(back instanceof Resource);
  t.deepEqual(structuredClone(back), { ...values, rootStackId: null, action: 'INIT', names: ['a', 'b'] });
});

test('TC39 decorators: fields in the order of the source, own properties, no faked values', (t) => {
  t.deepEqual(
    modelOf(Resource).fields.map((of) => of.wire),
    ['id', 'root_stack_id', 'action', 'physical_resource_id', 'names'],
  );
  const some: PartialOf<Resource> = partial(Resource, { id: 1 });
  t.deepEqual(Object.keys(some), ['id', 'rootStackId', 'action', 'physicalResourceId', 'names']);
  t.is(some.action, undefined);
  t.deepEqual(toPrimitive(some)['versioned_object.data'], { id: 1 });
  t.deepEqual(changes(some), ['id']);
});

test('TC39 decorators: faults are those of legacy decorators', (t) => {
  const wrong = Object.assign(new Resource(), { ...values, names: [1], rootStackId: 'much too long' });
  t.deepEqual(
    validate(Resource, wrong).map(({ kind, pointer, message }) => [kind, pointer, message]),
    [
      ['limit', '/rootStackId', 'Resource.rootStackId: expected at most 8 characters, got "much too long"'],
      ['type', '/names/0', 'Resource.names: expected a string, got 1'],
    ],
  );
});

test('TC39 decorators: base classes, with and without a version', (t) => {
  const own = new Registry();
  class Timestamped {
    @field.dateTime() at!: Date;
  }
  @versioned('Device', '1.1', { registry: own })
  class Device extends Timestamped {
    @field.string({ renamed: [{ in: '1.1', from: 'addr' }] }) address!: string;
  }
  @versioned('Disk', '2.3', { registry: own, base: { '2.0': '1.0', '2.2': '1.1' } })
  class Disk extends Device {
    @field.integer({ since: '2.3' }) size!: number;
  }
  t.deepEqual(
    modelOf(Device).fields.map((of) => of.property),
    ['at', 'address'],
  );
  t.deepEqual(
    modelOf(Disk).fields.map((of) => of.property),
    ['at', 'address', 'size'],
  );
  @versioned('Tape', '1.0', { registry: own, base: { '1.0': '1.1' } })
  class Tape extends Device {}
  t.deepEqual(toPrimitive(create(Tape, { at: new Date(0), address: 'a' }))['versioned_object.data'], {
    at: '1970-01-01T00:00:00Z',
    address: 'a',
  });
  const disk = create(Disk, { at: new Date(0), address: 'a', size: 1 });
  t.deepEqual(toPrimitive(disk, { target: '2.1' })['versioned_object.data'], {
    at: '1970-01-01T00:00:00Z',
    addr: 'a',
  });
  t.deepEqual(decode(Disk, encode(disk)), disk);
});

test('TC39 decorators: private state and methods stay', (t) => {
  @versioned('Counter', '1.0', { registry: new Registry() })
  class Counter {
    #steps = 0;
    @field.integer() count = 0;
    step(): number {
      this.count += 1;
      return (this.#steps += 1);
    }
  }
  const counter = decode(Counter, encode(create(Counter, { count: 5 })));
  t.is(counter.step(), 1);
  t.is(counter.count, 6);
});

test('TC39 decorators: a bare @field() has no type, and says which to name', (t) => {
  const error = t.throws(
    () => {
      @versioned('Bare', '1.0', { registry: new Registry() })
      class Bare {
        @field() name!: string;
      }
      return Bare;
    },
    { instanceOf: DeclarationError },
  );
  t.is(error.where, 'Bare.name');
  t.regex(
    error.message,
    /the compiler wrote no design:type.*TC39 decorators cannot\), or name the type: @field\.string\(\)/,
  );
});

test('TC39 decorators: a static, a method, an accessor and a symbol are refused', (t) => {
  const decorate = field.string() as unknown as (value: undefined, context: unknown) => void;
  const call = (context: object): void =>
    decorate(undefined, { kind: 'field', name: 'id', static: false, metadata: {}, ...context });
  const expected = (message: RegExp): object => ({ instanceOf: DeclarationError, message });
  t.throws(
    () => call({ static: true }),
    expected(/^@field on id: it stands on a static field; put it on an instance property$/),
  );
  t.throws(() => call({ kind: 'method' }), expected(/it stands on a method/));
  t.throws(() => call({ kind: 'accessor' }), expected(/it stands on a accessor|it stands on an accessor/));
  t.throws(() => call({ name: Symbol('id') }), expected(/^@field on Symbol\(id\): a symbol cannot travel/));
});

test('TC39 decorators: without decorator metadata the message says what to import first', (t) => {
  const decorate = field.string() as unknown as (value: undefined, context: unknown) => void;
  t.throws(() => decorate(undefined, { kind: 'field', name: 'id', static: false }), {
    instanceOf: DeclarationError,
    message:
      "@field on id: the compiler handed over no decorator metadata; import 'backlevel' before any module that declares a class, so that Symbol.metadata exists",
  });
});

test('TC39 decorators: a wrong declaration fails when the class is declared', (t) => {
  t.throws(
    () => {
      @versioned('Late', '1.0', { registry: new Registry() })
      class Late {
        @field.string({ since: '1.1' }) name!: string;
      }
      return Late;
    },
    { instanceOf: DeclarationError, message: /^Late\.name: it changes in 1\.1, but the class is at 1\.0/ },
  );
  t.throws(
    () => {
      @versioned('Late', '1.0', { registry: new Registry() })
      class Late {
        static readonly obj_make_compatible: Hooks = { '1.1': () => {} };
      }
      return Late;
    },
    { instanceOf: DeclarationError, message: /the hook Late 1\.1: it changes in 1\.1/ },
  );
});

test('Symbol.metadata exists once the package was imported', (t) => {
  t.is(typeof (Symbol as unknown as { metadata: unknown }).metadata, 'symbol');
});
