import test from 'ava';
import { Exclude, Expose, instanceToPlain, plainToInstance, Transform, Type } from 'class-transformer';
import {
  exposeToClassTransformer,
  fromClassTransformer,
  type FromClassTransformerOptions,
} from '../../lib/class-transformer/index.js';
import {
  create,
  decode,
  encode,
  field,
  type HookData,
  historyOf,
  isSet,
  modelOf,
  type ObjectClass,
  Registry,
  shapeAt,
  toPrimitive,
  Version,
} from '../../lib/index.js';

type Data = Record<string, unknown>;

const versions = { 1: '1.0', 1.1: '1.1', 1.2: '1.2' };

const convert = <T extends object>(
  Class: ObjectClass<T>,
  options: Partial<FromClassTransformerOptions<NoInfer<T>>> = {},
): void => fromClassTransformer(Class, { name: Class.name, versions, registry: new Registry(), ...options });

const dataAt = (instance: object, target: string): unknown =>
  toPrimitive(instance, { target })['versioned_object.data'];

const payload = (name: string, version: string, data: Data): string =>
  JSON.stringify({
    'versioned_object.name': name,
    'versioned_object.namespace': 'backlevel',
    'versioned_object.version': version,
    'versioned_object.data': data,
  });

/** A class with one property `value`, text, that these decorators stand on; they run from the last to the first. */
const classWith = (...decorators: PropertyDecorator[]): ObjectClass<{ value: string }> => {
  class Sample {
    @Type(() => String) value!: string;
  }
  for (const decorate of decorators.toReversed()) decorate(Sample.prototype, 'value');
  return Sample as ObjectClass<{ value: string }>;
};

const exposes = test.macro({
  exec(t, decorators: PropertyDecorator[], expected: Readonly<Record<string, string | undefined>>) {
    const Sample = classWith(...decorators);
    convert(Sample, { versions: { ...versions, 1.3: '1.3' } });
    const model = modelOf(Sample);
    const names = Object.keys(expected).map((version) => [
      version,
      shapeAt(model, Version.parse(version)).fields[0]?.wire,
    ]);
    t.deepEqual(Object.fromEntries(names), expected);
  },
  title: (given = '') => `fromClassTransformer(): ${given}`,
});
test('no option is a field of every version', exposes, [Expose()], { '1.0': 'value', '1.3': 'value' });
test('since is the version that brought it', exposes, [Expose({ since: 1.1 })], {
  '1.0': undefined,
  '1.1': 'value',
});
test('since the oldest version is from the start', exposes, [Expose({ since: 1 })], { '1.0': 'value' });
test('until is the first version without it', exposes, [Expose({ until: 1.2 })], {
  '1.0': 'value',
  '1.1': 'value',
  '1.2': undefined,
  '1.3': undefined,
});
test('name is the name on the wire', exposes, [Expose({ name: 'text' })], { '1.0': 'text' });
test('since counts also where there is a name', exposes, [Expose({ name: 'text', since: 1.1 })], {
  '1.0': undefined,
  '1.1': 'text',
});
test('since, until and name hold together', exposes, [Expose({ name: 'text', since: 1.1, until: 1.2 })], {
  '1.0': undefined,
  '1.1': 'text',
  '1.2': undefined,
});
test(
  'successive entries are names that the field had',
  exposes,
  [Expose({ since: 1.2 }), Expose({ name: 'b', since: 1.1, until: 1.2 }), Expose({ name: 'a', until: 1.1 })],
  { '1.0': 'a', '1.1': 'b', '1.2': 'value', '1.3': 'value' },
);
test(
  'the order of the entries does not matter',
  exposes,
  [Expose({ name: 'a', until: 1.1 }), Expose({ name: 'b', since: 1.1, until: 1.2 }), Expose({ since: 1.2 })],
  { '1.0': 'a', '1.1': 'b', '1.2': 'value' },
);
test(
  'successive entries may come late and go early',
  exposes,
  [Expose({ name: 'b', since: 1.2, until: 1.3 }), Expose({ name: 'a', since: 1.1, until: 1.2 })],
  { '1.0': undefined, '1.1': 'a', '1.2': 'b', '1.3': undefined },
);
test('entries that say the same are one', exposes, [Expose({ since: 1.1 }), Expose({ since: 1.1 })], {
  '1.0': undefined,
  '1.1': 'value',
});
test('0 is no version and an empty name is none, as there', exposes, [Expose({ since: 0, name: '' })], {
  '1.0': 'value',
});

test('fromClassTransformer(): a renamed field is read from and written for each of its versions', (t) => {
  const Sample = classWith(Expose({ name: 'text', since: 1.1 }), Expose({ name: 'body', until: 1.1 }));
  convert(Sample);
  t.deepEqual(dataAt(create(Sample, { value: 'x' }), '1.0'), { body: 'x' });
  t.deepEqual(dataAt(create(Sample, { value: 'x' }), '1.1'), { text: 'x' });
  t.is(decode(Sample, payload('Sample', '1.0', { body: 'x' })).value, 'x');
  t.deepEqual(
    historyOf(modelOf(Sample)).map(({ version, changes }) => [version.text, changes]),
    [['1.1', [{ kind: 'renamed', field: 'text', from: 'body' }]]],
  );
});

test('fromClassTransformer(): a property with until stays in the class and is filled for older readers', (t) => {
  class Person {
    @Expose() name!: string;
    @Expose({ until: 1.1 }) login?: string;
    @Expose({ until: 1.2 }) get shout(): string {
      return this.name.toUpperCase();
    }
  }
  convert(Person, {
    fields: {
      login: field({ fill: (data: HookData) => data['name'] }),
      shout: field({ fill: (data: HookData) => String(data['name']).toUpperCase() }),
    },
  });
  const person = create(Person, { name: 'ada' });
  t.deepEqual(dataAt(person, '1.0'), { name: 'ada', login: 'ada', shout: 'ADA' });
  t.deepEqual(dataAt(person, '1.1'), { name: 'ada', shout: 'ADA' });
  t.deepEqual(dataAt(person, '1.2'), { name: 'ada' });
  t.is(decode(Person, payload('Person', '1.0', { name: 'a', login: 'b', shout: 'A' })).login, undefined);
});

test('fromClassTransformer(): instances keep their class, and class-transformer works as before', (t) => {
  class Mail {
    @Expose({ name: 'subject_line', since: 1.1 }) subject!: string;
    @Type(() => Date) sentAt!: Date;
    @Exclude() draft = true;

    get long(): boolean {
      return this.subject.length > 3;
    }
  }
  const plain = { subject_line: 'Hello', sentAt: '2026-01-31T12:00:00.000Z' };
  const before = JSON.stringify(instanceToPlain(plainToInstance(Mail, plain)));
  convert(Mail);
  exposeToClassTransformer(Mail);
  t.is(JSON.stringify(instanceToPlain(plainToInstance(Mail, plain))), before);

  const mail = decode(Mail, encode(plainToInstance(Mail, plain)));
  t.true(mail instanceof Mail);
  t.true(mail.long);
  t.true(mail.draft);
  t.deepEqual(mail.sentAt, new Date('2026-01-31T12:00:00Z'));
  t.is(JSON.stringify(instanceToPlain(mail)), before);
});

class Parcel {
  @Expose() id!: number;
  @Expose({ name: 'label' }) title!: string;
  @Expose({ since: 1.1 }) fragile!: boolean;
  @Expose({ since: 1.2 }) @Type(() => Date) sentAt!: Date;
  @Type(() => Number) weights!: number[];
  @Type(() => String) stamps!: Set<string>;
}
convert(Parcel, { untagged: '1.2' });
for (const [number, version] of Object.entries(versions)) {
  test(`fromClassTransformer(): the data of ${version} are what class-transformer writes for ${number}`, (t) => {
    const parcel = create(Parcel, {
      id: 1,
      title: 'books',
      fragile: false,
      sentAt: new Date('2026-01-31T12:00:00.250Z'),
      weights: [1, 2.5],
      stamps: new Set(['a', 'b']),
    });
    const plain = instanceToPlain(parcel, { version: Number(number) });
    t.deepEqual(dataAt(parcel, version), JSON.parse(JSON.stringify(plain)));
    const bare = JSON.stringify(instanceToPlain(parcel));
    t.deepEqual(decode(Parcel, bare), parcel);
  });
}

test('fromClassTransformer(): 1.10 is 1.1 in class-transformer, and 1.10 where versions or a field says so', (t) => {
  class Tenth {
    @Expose() id!: number;
    @Expose({ since: 1.9 }) nine!: number;
    // oxlint-disable-next-line unicorn/number-literal-case, no-useless-number -- the flaw itself
    @Expose({ since: 1.1 }) ten!: number;
    @Expose({ since: 1.1 }) one!: number;
  }
  convert(Tenth, {
    versions: { 1: '1.0', 1.1: '1.10', 1.9: '1.9' },
    fields: { one: field({ since: '1.1' }) },
  });
  const tenth = create(Tenth, { id: 0, nine: 9, ten: 10, one: 1 });
  t.is(modelOf(Tenth).version.text, '1.10');
  t.deepEqual(dataAt(tenth, '1.0'), { id: 0 });
  t.deepEqual(dataAt(tenth, '1.1'), { id: 0, one: 1 });
  t.deepEqual(dataAt(tenth, '1.9'), { id: 0, nine: 9, one: 1 });
  t.deepEqual(dataAt(tenth, '1.10'), { id: 0, nine: 9, ten: 10, one: 1 });
});

test('fromClassTransformer(): name, namespace, naming, envelope, oldest and untagged are those of the model', (t) => {
  const registry = new Registry({ namespace: 'shop', naming: 'snake_case' });
  class OldCart {
    @Expose() itemCount!: number;
    @Expose({ name: 'OWNER' }) ownerName!: string;
    @Expose({ since: 1.1 }) paidAt?: Date;
    @Expose({ until: 1.1 }) colour?: string;
  }
  const options = {
    name: 'Cart',
    version: '1.4',
    oldest: '1.1',
    untagged: '1.1',
    envelope: 'cart',
    registry,
  };
  convert(OldCart, options);
  const cart = create(OldCart, { itemCount: 1, ownerName: 'ada', paidAt: new Date(0) });
  t.deepEqual(toPrimitive(cart), {
    'cart.name': 'Cart',
    'cart.namespace': 'shop',
    'cart.version': '1.4',
    'cart.data': { item_count: 1, OWNER: 'ada', paid_at: '1970-01-01T00:00:00Z' },
    'cart.changes': ['item_count', 'OWNER', 'paid_at'],
  });
  t.deepEqual(historyOf(modelOf(OldCart)), []);
  const bare = encode(cart, { target: 'untagged' });
  t.is(bare, '{"item_count":1,"OWNER":"ada","paid_at":"1970-01-01T00:00:00Z"}');
  t.deepEqual(decode(OldCart, bare), cart);
});

test('fromClassTransformer(): under naming, a name that the field had follows it too', (t) => {
  const Sample = classWith(Expose({ name: 'text', since: 1.1 }), Expose({ until: 1.1 }));
  convert(Sample, { naming: 'snake_case' });
  t.deepEqual(dataAt(create(Sample, { value: 'x' }), '1.0'), { value: 'x' });
});

test('fromClassTransformer(): what is excluded or omitted stays here', (t) => {
  @Exclude()
  class Secretive {
    @Expose() shown!: string;
    @Type(() => Date) hidden = new Date(0);
    seen = 1;
  }
  convert(Secretive);
  class Open {
    @Expose() shown!: string;
    @Exclude() hidden = 1;
    @Expose({ groups: ['admin'] }) secret = 'x';
    @Exclude({ toPlainOnly: true }) password = 'x';
    @Transform(({ value }) => String(value)) odd = 1;
    local = 1;
  }
  convert(Open, { omit: ['secret', 'password', 'odd', 'local'] });
  for (const Class of [Secretive, Open] as ObjectClass<{ shown: string }>[]) {
    t.deepEqual(dataAt(create(Class, { shown: 'a' }), '1.2'), { shown: 'a' });
    t.true(isSet(decode(Class, encode(create(Class, { shown: 'a' }))), 'shown'));
  }
});

test('fromClassTransformer(): a named field travels, whatever @Transform, groups and directions say', (t) => {
  class Account {
    @Transform(({ value }) => BigInt(value as string), { toClassOnly: true }) balance!: bigint;
    @Expose({ groups: ['admin'] }) owner!: string;
    @Exclude({ toPlainOnly: true }) pin!: string;
  }
  convert(Account, {
    fields: { balance: field.bigint(), owner: field(), pin: field.string({ sensitive: true }) },
  });
  const account = create(Account, { balance: 2n ** 70n, owner: 'ada', pin: '1234' });
  t.deepEqual(decode(Account, encode(account)), account);
});

test('fromClassTransformer(): @field on a property says as much as fields does', (t) => {
  class Moving {
    @Expose({ since: 1.1 }) @field.uuid() id!: string;
    @field.list(field.string()) tags!: string[];
  }
  convert(Moving);
  const moving = create(Moving, { id: '2f1d3c4e-7a5b-4c6d-8e9f-0a1b2c3d4e5f', tags: ['a'] });
  t.deepEqual(dataAt(moving, '1.0'), { tags: ['a'] });
  t.throws(() => create(Moving, { id: 'x', tags: [] }), { code: 'BACKLEVEL_INVALID_OBJECT' });
});
