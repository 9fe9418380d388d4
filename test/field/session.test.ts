import test from 'ava';
import fc from 'fast-check';
import {
  defaultLimits,
  field,
  fromPrimitive,
  LimitExceededError,
  toPrimitive,
  create,
} from '../../lib/index.js';
import { pointerOf } from '../../lib/errors/fault.js';
import { shorten } from '../../lib/errors/shorten.js';
import { boxed, boxOf, wireOf } from './rows.js';

test('pointerOf(): RFC 6901, of any path', (t) => {
  t.is(pointerOf([]), '');
  t.is(pointerOf(['a/b', 0, 'm~n', '', '~1']), '/a~1b/0/m~0n//~01');
  fc.assert(
    fc.property(fc.array(fc.string()), (path) => {
      const parts = pointerOf(path).split('/').slice(1);
      t.deepEqual(
        parts.map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~')),
        path,
      );
    }),
  );
});

const shown: [value: unknown, text: string][] = [
  [null, 'null'],
  [undefined, 'nothing'],
  ['a"b\n', '"a\\"b\\n"'],
  ['x'.repeat(100), `"${'x'.repeat(60)}…"`],
  [`${'x'.repeat(59)}😀`, `"${'x'.repeat(59)}\uFFFD…"`],
  [-0, '-0'],
  [Number.NaN, 'NaN'],
  [5n, '5n'],
  [10n ** 100n, `1${'0'.repeat(59)}…n`],
  [true, 'true'],
  [Symbol('secret'), 'a symbol'],
  [(): void => {}, 'a function'],
  [[1, 2], 'a list of 2'],
  [{ a: 1 }, 'an object'],
  [Object.create(null), 'an object'],
  [new Set([1]), 'a Set of 1'],
  [new Map(), 'a Map of 0'],
  [new Date(0), 'the Date 1970-01-01T00:00:00.000Z'],
  [new Date(Number.NaN), 'an invalid Date'],
  [new (class Stack {})(), 'a Stack'],
  [new (class {})(), 'an object'],
  [Object.create({ constructor: undefined }), 'an object'],
];
for (const [index, [value, text]] of shown.entries()) {
  test(`shorten(): row ${index}, ${text.slice(0, 40)}`, (t) => {
    t.is(shorten(value), text);
  });
}

test('shorten(): one short line of well-formed text, of any value', (t) => {
  fc.assert(
    fc.property(
      fc.anything({ withDate: true, withSet: true, withMap: true, withBigInt: true }),
      fc.string({ unit: 'binary', maxLength: 200 }),
      (value, text) => {
        for (const short of [shorten(value), shorten(text)]) {
          t.true(short.length < 400 && !short.includes('\n') && short.isWellFormed());
        }
      },
    ),
  );
});

test('defaultLimits: frozen, and said in numbers', (t) => {
  t.deepEqual(defaultLimits, { bytes: 67_108_864, depth: 100, items: 1_000_000, stringLength: 16_777_216 });
  t.true(Object.isFrozen(defaultLimits));
});

test('limits: a verb changes those that it names, and the others hold', (t) => {
  const Class = boxOf(field.list(field.string()));
  t.throws(() => fromPrimitive(Class, boxed(['abc']), { limits: { stringLength: 2 } }), {
    instanceOf: LimitExceededError,
  });
  t.notThrows(() => fromPrimitive(Class, boxed(['ab', 'cd']), { limits: { stringLength: 2 } }));
  t.throws(() => toPrimitive(create(Class, { value: ['abc'] }), { limits: { stringLength: 2 } }), {
    instanceOf: LimitExceededError,
  });
});

test('limits: nesting beyond 100 levels is refused, both ways', (t) => {
  const Class = boxOf(field.json());
  const nested = (levels: number): unknown => {
    let value: unknown = 0;
    for (let level = 0; level < levels; level++) value = [value];
    return value;
  };
  t.notThrows(() => wireOf(Class, nested(90)));
  t.notThrows(() => fromPrimitive(Class, boxed(nested(90))));
  for (const levels of [110, 100_000]) {
    t.throws(() => fromPrimitive(Class, boxed(nested(levels))), {
      instanceOf: LimitExceededError,
      message: /more depth than allowed/,
    });
    t.throws(() => create(Class, { value: nested(levels) }), { instanceOf: LimitExceededError });
  }
});

test('round trip: what a field writes, it reads as the same value', (t) => {
  const wellFormed = fc.string({ unit: 'grapheme' });
  const json = fc
    .anything({ key: wellFormed, values: [wellFormed, fc.integer(), fc.boolean(), fc.constant(null)] })
    .filter((value) => value !== null);
  const rows = [
    [field.string(), wellFormed],
    [field.integer(), fc.maxSafeInteger().map((value) => value + 0)],
    [field.bigint(), fc.bigInt()],
    [field.number(), fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0)],
    [
      field.dateTime(),
      fc.date({
        min: new Date('0000-01-01T00:00:00Z'),
        max: new Date('9999-12-31T23:59:59.999Z'),
        noInvalidDate: true,
      }),
    ],
    [field.list(field.list(field.boolean())), fc.array(fc.array(fc.boolean()))],
    [field.set(field.string()), fc.array(wellFormed).map((items) => new Set(items))],
    [field.dict(field.integer()), fc.dictionary(wellFormed, fc.integer())],
    [field.uuid(), fc.uuid()],
    [field.ipAddress(), fc.oneof(fc.ipV4(), fc.ipV6())],
    [field.json(), json],
  ] as const;
  for (const [given, values] of rows) {
    const Class = boxOf(given);
    fc.assert(
      fc.property(values as fc.Arbitrary<unknown>, (value) => {
        const wire = wireOf(Class, value);
        t.deepEqual(fromPrimitive(Class, boxed(wire)).value, value);
      }),
    );
  }
});
