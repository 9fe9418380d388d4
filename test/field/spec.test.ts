import test from 'ava';
import { field, type FieldLike } from '../../lib/index.js';
import { typeOf } from '../../lib/field/definition.js';

const { string, integer } = field;

/** The type as data, the words for it, and where objects stand in it. */
const rows: [name: string, given: FieldLike, spec: object, words: string, nest?: unknown][] = [
  ['string()', string(), { kind: 'string' }, 'a string'],
  [
    'string() with limits',
    string({ minLength: 1, maxLength: 9, pattern: /[a-z]+/ }),
    { kind: 'string', minLength: 1, maxLength: 9, pattern: '/[a-z]+/' },
    'a string of at least 1 characters and at most 9 characters like /[a-z]+/',
  ],
  [
    'string({ maxLength })',
    string({ maxLength: 9 }),
    { kind: 'string', maxLength: 9 },
    'a string of at most 9 characters',
  ],
  ['integer()', integer({ min: 0 }), { kind: 'integer', min: 0 }, 'an integer of at least 0'],
  [
    'bigint()',
    field.bigint({ max: 5 }),
    { kind: 'bigint', max: 5 },
    'a whole number of any size of at most 5',
  ],
  [
    'number()',
    field.number({ min: 0, max: 1 }),
    { kind: 'number', min: 0, max: 1 },
    'a finite number from 0 to 1',
  ],
  ['boolean()', field.boolean(), { kind: 'boolean' }, 'a boolean'],
  [
    'enum(), in whatever order',
    field.enum(['b', 'a']),
    { kind: 'enum', values: ['"a"', '"b"'] },
    'one of "b", "a"',
  ],
  [
    'enum() of numbers and texts',
    field.enum([1, '1']),
    { kind: 'enum', values: ['"1"', '1'] },
    'one of 1, "1"',
  ],
  [
    'stateMachine()',
    field.stateMachine(['a', 'b'], { a: ['b', 'a'], b: [] }),
    { kind: 'state', values: ['"a"', '"b"'], transitions: { a: ['a', 'b'] } },
    'one of "a", "b"',
  ],
  ['uuid()', field.uuid(), { kind: 'uuid' }, 'a UUID of 32 hexadecimal digits in groups of 8-4-4-4-12'],
  [
    'dateTime()',
    field.dateTime(),
    { kind: 'dateTime', as: 'date' },
    'a date and time with its zone, like 2026-01-31T12:00:00Z',
  ],
  [
    "dateTime({ as: 'text' })",
    field.dateTime({ as: 'text' }),
    { kind: 'dateTime', as: 'text' },
    'a date and time, like 2026-01-31T12:00:00.123456+00:00',
  ],
  ['ipAddress()', field.ipAddress(), { kind: 'ipAddress' }, 'an IPv4 or IPv6 address'],
  [
    'ipAddress({ version })',
    field.ipAddress({ version: 6 }),
    { kind: 'ipAddress', version: 6 },
    'an IPv6 address',
  ],
  [
    'ipNetwork({ version })',
    field.ipNetwork({ version: 4 }),
    { kind: 'ipNetwork', version: 4 },
    'an IPv4 network with its prefix length',
  ],
  ['mac()', field.mac(), { kind: 'mac' }, 'a MAC address like 00:1a:2b:3c:4d:5e'],
  [
    'pciAddress()',
    field.pciAddress(),
    { kind: 'pciAddress' },
    'a PCI address like 0000:04:10.7 (domain:bus:slot.function)',
  ],
  [
    'versionPredicate()',
    field.versionPredicate(),
    { kind: 'versionPredicate' },
    "comparisons with versions like '>=1.0,!=1.2,<2'",
  ],
  ['json()', field.json(), { kind: 'json' }, 'JSON data'],
  [
    'list()',
    field.list(integer({ nullable: true }), { maxItems: 3 }),
    { kind: 'list', element: { kind: 'integer', nullable: true }, maxItems: 3 },
    'a list, each item an integer',
  ],
  [
    'set()',
    field.set(string()),
    { kind: 'set', element: { kind: 'string', nullable: false } },
    'a set, each item a string',
  ],
  [
    'dict()',
    field.dict(field.list(string())),
    {
      kind: 'dict',
      element: { kind: 'list', element: { kind: 'string', nullable: false }, nullable: false },
    },
    'a dict, each value a list, each item a string',
  ],
  [
    'object()',
    field.object('Child'),
    { kind: 'object', object: 'Child' },
    'a Child',
    { object: 'Child', subclasses: false },
  ],
  [
    'object({ subclasses: true })',
    field.object('Child', { subclasses: true }),
    { kind: 'object', object: 'Child', subclasses: true },
    'a Child or a subclass of it',
    { object: 'Child', subclasses: true },
  ],
  [
    'object({ subclasses })',
    field.object('Child', { subclasses: { B: {}, A: {} } }),
    { kind: 'object', object: 'Child', subclasses: ['A', 'B'] },
    'a Child or a subclass of it',
    { object: 'Child', subclasses: true },
  ],
];
for (const [name, given, spec, words, nest] of rows) {
  test(`${name}: as data, and in words`, (t) => {
    const type = typeOf(given.definition);
    t.deepEqual(type.spec(), spec as never);
    t.is(type.describe(), words);
    t.deepEqual(type.nest, nest as never);
    t.deepEqual(JSON.parse(JSON.stringify(type.spec())), spec);
  });
}

test('nest: objects are found through lists, sets and dicts', (t) => {
  const child = field.object('Child');
  const object = { object: 'Child', subclasses: false };
  const nestOf = (given: FieldLike): unknown => typeOf(given.definition).nest;
  t.deepEqual(nestOf(field.list(child)), { list: object });
  t.deepEqual(nestOf(field.dict(field.list(child))), { dict: { list: object } });
  t.deepEqual(nestOf(field.set(child)), { list: object });
  t.is(nestOf(field.list(field.json())), undefined);
});

test('typeOf(): a type is built once for a definition', (t) => {
  const { definition } = string();
  t.is(typeOf(definition), typeOf(definition));
  t.not(typeOf(definition), typeOf(string().definition));
});

test('as(): the field itself', (t) => {
  const id = string({ maxLength: 3 });
  t.is(id.as<'abc'>() as unknown, id);
});
