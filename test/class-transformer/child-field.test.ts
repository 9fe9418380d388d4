import test from 'ava';
import { Expose, Type } from 'class-transformer';
import { fromClassTransformer } from '../../lib/class-transformer/index.js';
import {
  at,
  create,
  decode,
  defineReleases,
  encode,
  field,
  type ObjectClass,
  type Ref,
  Registry,
  versioned,
  versionManifest,
} from '../../lib/index.js';

const registry = new Registry();

class Price {
  @Expose() amount!: number;
  @Expose({ since: 1.2 }) currency!: string;
}
class Line {
  @Expose() sku!: string;
  @Expose({ since: 1.1 }) price!: Price;
  @Expose({ since: 1.3 }) note!: string;
}
class Order {
  @Expose() id!: number;
  @Type(() => Line) lines!: Line[];
  @Type(() => Line) first!: Line;
  @Type(() => Line) extras!: Set<Line>;
  @Type(() => Order) parts!: Ref<Order>[];
  @Expose({ since: 1.3 }) paid!: boolean;
}
fromClassTransformer(Price, { name: 'Price', versions: { 1.1: '1.0', 1.2: '1.1' }, registry });
fromClassTransformer(Line, { name: 'Line', versions: { 1: '1.0', 1.1: '1.1', 1.3: '1.2' }, registry });
fromClassTransformer(Order, {
  name: 'Order',
  versions: { 1: '1.0', 1.1: '1.1', 1.2: '1.2', 1.3: '1.3' },
  registry,
});

const line = (sku: string): Line =>
  create(Line, { sku, price: create(Price, { amount: 3, currency: 'EUR' }), note: 'n' });
const part = create(Order, {
  id: 2,
  lines: [],
  first: line('c'),
  extras: new Set<Line>(),
  parts: [],
  paid: false,
});
const order = create(Order, {
  id: 1,
  lines: [line('a')],
  first: line('b'),
  extras: new Set([line('d')]),
  parts: [part],
  paid: true,
});

/** Every envelope in a text as `name version`, each once. */
const envelopes = (text: string): string[] =>
  [
    ...new Set(
      [...text.matchAll(/"versioned_object.name":"(\w+)".*?"versioned_object.version":"([\d.]+)"/g)].map(
        ([, name, version]) => `${name} ${version}`,
      ),
    ),
  ].toSorted();

for (const [target, expected] of [
  ['1.0', ['Line 1.0', 'Order 1.0']],
  ['1.1', ['Line 1.1', 'Order 1.1', 'Price 1.0']],
  ['1.2', ['Line 1.1', 'Order 1.2', 'Price 1.0']],
  ['1.3', ['Line 1.2', 'Order 1.3', 'Price 1.1']],
] as const) {
  test(`fromClassTransformer(): one number stood for a whole tree: Order ${target} holds ${expected.join(', ')}`, (t) => {
    t.deepEqual(envelopes(encode(order, { target })), expected);
    t.is(decode(Order, encode(order, { target })).parts[0]?.first.sku, 'c');
    t.is(decode(at(Order, target), encode(order, { target }))['id'], 1);
  });
}

test('fromClassTransformer(): a release says other versions than the numbers', (t) => {
  defineReleases(registry, {
    '2026.1': { Order: '1.2', Line: '1.0', Price: '1.0' },
    '2026.2': { Order: '1.3', Line: '1.2', Price: '1.1' },
  });
  t.deepEqual(envelopes(encode(order, { target: '2026.1' })), ['Line 1.0', 'Order 1.2']);
  t.deepEqual(versionManifest(Order), { Order: '1.3', Line: '1.2', Price: '1.1' });
});

test('fromClassTransformer(): a child of one class in a field of another can be named by hand', (t) => {
  class Room {
    @Type(() => Rack) racks!: Rack[];
    @Expose() spare!: Rack | null;
  }
  class Rack {
    @Type(() => Room) room!: Ref<Room>;
  }
  const rooms = new Registry();
  const versions = { 1: '1.0' };
  fromClassTransformer(Rack, {
    name: 'Rack',
    versions,
    registry: rooms,
    fields: { room: field.object(() => Room) },
  });
  fromClassTransformer(Room, {
    name: 'Room',
    versions,
    registry: rooms,
    fields: { spare: field.object(Rack, { nullable: true }) },
  });
  const inner = create(Room, { racks: [], spare: null });
  const room = create(Room, { racks: [create(Rack, { room: inner })], spare: null });
  t.deepEqual(decode(Room, encode(room)), room);
});

test('fromClassTransformer(): the numbers say nothing of a child that was not made of them', (t) => {
  const own = new Registry();
  @versioned('Tag', '1.1', { registry: own })
  class Tag {
    @field.string({ since: '1.1' }) key!: string;
  }
  class Post {
    @Expose({ since: 1.1 }) title!: string;
    @Type(() => Tag) tags!: Tag[];
  }
  fromClassTransformer(Post, { name: 'Post', versions: { 1: '1.0', 1.1: '1.1' }, registry: own });
  const post = create(Post, { title: 'a', tags: [create(Tag, { key: 'b' })] });
  t.deepEqual(envelopes(encode(post)), ['Post 1.1', 'Tag 1.1']);
  t.throws(() => encode(post, { target: '1.0' }), { code: 'BACKLEVEL_CHILD_VERSION_UNKNOWN' });
});

test("fromClassTransformer(): a discriminator's classes are the subclasses of the field", (t) => {
  const own = new Registry();
  class Shape {
    @Expose() name!: string;
  }
  class Circle extends Shape {
    @Expose({ since: 1.1 }) radius!: number;
  }
  class Plan {
    @Type(() => Shape, { discriminator: { property: 'kind', subTypes: [{ value: Circle, name: 'circle' }] } })
    shapes!: Shape[];
  }
  const versions = { 1: '1.0', 1.1: '1.1' };
  for (const [name, Class] of Object.entries({ Shape, Circle, Plan }))
    fromClassTransformer(Class as ObjectClass, { name, versions, registry: own });
  const plan = create(Plan, {
    shapes: [create(Circle, { name: 'a', radius: 1 }), create(Shape, { name: 'b' })],
  });
  t.deepEqual(envelopes(encode(plan, { target: '1.0' })), ['Circle 1.0', 'Plan 1.0', 'Shape 1.0']);
  t.true(decode(Plan, encode(plan)).shapes[0] instanceof Circle);
});
