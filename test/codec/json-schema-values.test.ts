import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import test from 'ava';
import {
  create,
  defineObject,
  defineReleases,
  type FieldLike,
  field,
  jsonSchema,
  type ObjectClass,
  type Primitive,
  Registry,
  toPrimitive,
  validate,
} from '../../lib/index.js';
import { envelope } from './payload.js';

/** Says whether a payload is valid; once with formats as mere annotations, once with formats asserted. */
function compile(Class: ObjectClass, at?: Parameters<typeof jsonSchema>[1]) {
  const asserting = new Ajv2020({ strict: true });
  formats.default(asserting);
  const annotating = new Ajv2020({ strict: true, validateFormats: false });
  const schema = jsonSchema(Class, at);
  const compiled = [annotating.compile(schema), asserting.compile(schema)] as const;
  return (payload: unknown) => compiled.map((valid) => valid(payload)) as [boolean, boolean];
}

function judge(type: FieldLike, value: unknown) {
  const Thing = defineObject('Thing', '1.0', { it: type }, { registry: new Registry() });
  const payload = envelope('Thing', '1.0', { it: value });
  return { reads: validate(Thing, payload).length === 0, valid: compile(Thing)(payload) };
}

const uuid = '2f1d3c4e-7a5b-4c6d-8e9f-0a1b2c3d4e5f';
const text = field.dateTime({ as: 'text' });

const agreed: readonly [string, FieldLike, readonly unknown[], readonly unknown[]][] = [
  ['integer', field.integer(), [0, -5, 2 ** 53 - 1], [2 ** 53, -(2 ** 53), 1.5, '1', true]],
  ['integer with limits', field.integer({ min: 1, max: 9 }), [1, 9], [0, 10, 2 ** 60]],
  ['bigint', field.bigint({ min: 0 }), [0, 5], [-1, 1.5, '1']],
  ['number', field.number({ max: 1 }), [-0.5, 1], [1.1, '1']],
  ['string with a pattern', field.string({ pattern: /a|b+/ }), ['a', 'bb'], ['', 'ab', 'xa', 'a\n']],
  ['string with a pattern and a slash', field.string({ pattern: /a\/[\w.-]+/ }), ['a/b'], ['a/', 'ab']],
  ['nullable set', field.set(field.integer(), { nullable: true }), [null, [1, 2]], [[1, 1], ['1']]],
  ['set of JSON', field.set(field.json()), [[{ a: 1 }, { a: 2 }]], [[{ a: 1 }, { a: 1 }]]],
  [
    'dict of lists',
    field.dict(field.list(field.boolean()), { maxItems: 1 }),
    [{ a: [true] }],
    [{ a: [1] }, { a: [], b: [] }],
  ],
  [
    'uuid',
    field.uuid(),
    [uuid, uuid.toUpperCase()],
    [`urn:uuid:${uuid}`, `{${uuid}}`, uuid.replaceAll('-', ''), `${uuid}\n`],
  ],
  [
    'dateTime',
    field.dateTime(),
    ['2026-01-31T12:00:00Z', '2026-01-31T12:00:00.5Z', '2026-01-31T12:00:00.123000+01:00'],
    [
      '2026-01-31T12:00:00',
      '2026-01-31T12:00:00.1234Z',
      '2026-01-31',
      '2026-01-31T24:00:00Z',
      '2026-01-31T12:00:60Z',
      'at noon',
    ],
  ],
  [
    'dateTime as text',
    text,
    ['2026-01-31T12:00:00.123456', '2026-01-31 12:00:00,5+0100', '2026-01-31T12:00:00Z'],
    ['2026-01-31T12:00:00 or so', '2026-00-31T12:00:00', '2026-01-31T12:61:00', ''],
  ],
  ['mac', field.mac(), ['00:1a:2B:3c:4d:5e'], ['00-1a-2b-3c-4d-5e', '00:1a:2b:3c:4d']],
  ['pciAddress', field.pciAddress(), ['0000:04:10.7'], ['0000:04:10.8', '04:10.7']],
  [
    'ipNetwork of version 4',
    field.ipNetwork({ version: 4 }),
    ['192.0.2.0/24', '0.0.0.0/0'],
    ['192.0.2.0/33', '192.0.2.256/24', '192.0.2.0', '192.0.2.0/024', '::/0'],
  ],
  [
    'ipNetwork of version 6',
    field.ipNetwork({ version: 6 }),
    ['2001:db8::/32', '::ffff:192.0.2.1/128'],
    ['2001:db8::/129', '192.0.2.0/24', '::'],
  ],
  ['ipNetwork', field.ipNetwork(), ['192.0.2.0/24', '::/0'], ['192.0.2.0/99', 'x::/0']],
  ['versionPredicate', field.versionPredicate(), ['', '>=1.0,!=1.2'], ['1.0', '=>1']],
];
for (const [title, type, good, bad] of agreed) {
  test(`jsonSchema(): ${title}: admits and refuses what a reader does, also where formats are not asserted`, (t) => {
    for (const value of good)
      t.deepEqual(judge(type, value), { reads: true, valid: [true, true] }, String(value));
    for (const value of bad)
      t.deepEqual(judge(type, value), { reads: false, valid: [false, false] }, String(value));
  });
}

const onlyAsserted: readonly [string, FieldLike, readonly unknown[]][] = [
  ['an address', field.ipAddress(), ['192.0.2', '192.0.2.256', 'fe80::1%eth0', '::1::']],
  ['an address of one version', field.ipAddress({ version: 6 }), ['192.0.2.1']],
  ['the days of a month', field.dateTime(), ['2026-02-30T12:00:00Z']],
];
for (const [title, type, bad] of onlyAsserted) {
  test(`jsonSchema(): ${title}: refused only where formats are asserted`, (t) => {
    for (const value of bad)
      t.deepEqual(judge(type, value), { reads: false, valid: [true, false] }, String(value));
  });
}

// What a reader refuses and a JSON Schema admits: the list in docs/schemas.md.
const unsaid: readonly [string, FieldLike, unknown][] = [
  ['a lone surrogate', field.string(), '\ud800'],
  ['a lone surrogate in a key', field.dict(field.integer()), { '\ud800': 1 }],
  ['length in UTF-16 units', field.string({ maxLength: 2 }), '😀😀'],
  ['digits that a number in JSON data cannot hold', field.json(), { a: 2 ** 60 }],
  ['a pattern with flags', field.string({ pattern: /a/i }), 'b'],
  ['a pattern that the flag u does not take', field.string({ pattern: /a]/ }), 'b'],
  ['the days of a month, where the date is kept as text', text, '2026-02-30T12:00:00'],
  ['a time that ends before the year 0', field.dateTime(), '0000-01-01T00:00:00+01:00'],
  ['the address of a network of version 6', field.ipNetwork(), '1:2/64'],
];
for (const [title, type, value] of unsaid) {
  test(`jsonSchema(): cannot say: ${title}`, (t) => {
    t.deepEqual(judge(type, value), { reads: false, valid: [true, true] });
  });
}

// What a reader takes and a JSON Schema refuses: it tells what is written, and readers are more lenient.
const stricter: readonly [string, FieldLike, unknown, [boolean, boolean]][] = [
  ['a date that is no RFC 3339', field.dateTime(), '2026-01-31T12:00:00,5+0100', [true, false]],
  ['minLength in UTF-16 units', field.string({ minLength: 2 }), '😀', [false, false]],
  [
    'the order of keys in the items of a set',
    field.set(field.json()),
    [
      { a: 1, b: 2 },
      { b: 2, a: 1 },
    ],
    [false, false],
  ],
];
for (const [title, type, value, valid] of stricter) {
  test(`jsonSchema(): is stricter than a reader: ${title}`, (t) => {
    t.deepEqual(judge(type, value), { reads: true, valid });
  });
}

test('jsonSchema(): cannot say a rule of the class', (t) => {
  const check = ({ low, high }: { low: number; high: number }) =>
    low > high ? 'low is above high' : undefined;
  const fields = { low: field.integer(), high: field.integer() };
  const Span = defineObject('Span', '1.0', fields, { registry: new Registry(), check });
  t.deepEqual(compile(Span)(envelope('Span', '1.0', { low: 2, high: 1 })), [true, true]);
});

test('jsonSchema(): names the version, where a reader also takes a newer patch and any version of a child', (t) => {
  const registry = new Registry();
  const Child = defineObject('Child', '1.1', { id: field.integer() }, { registry });
  const Parent = defineObject('Parent', '1.0', { child: field.object(Child) }, { registry });
  const older = envelope('Parent', '1.0', { child: envelope('Child', '1.0', { id: 1 }) });
  const patched = envelope('Parent', '1.0.1', { child: envelope('Child', '1.1', { id: 1 }) });
  for (const payload of [older, patched]) {
    t.deepEqual(validate(Parent, payload), []);
    t.deepEqual(compile(Parent)(payload), [false, false]);
  }
});

test("jsonSchema(): at 'untagged' tells bare data, children too", (t) => {
  const registry = new Registry();
  const Child = defineObject(
    'Child',
    '1.1',
    { id: field.integer(), late: field.integer({ since: '1.1' }) },
    { registry, untagged: '1.0' },
  );
  const Parent = defineObject(
    'Parent',
    '1.0',
    { all: field.list(field.object(Child)) },
    { registry, untagged: '1.0' },
  );
  const parent = create(Parent, { all: [create(Child, { id: 1, late: 2 })] });
  const valid = compile(Parent, { at: 'untagged' });
  t.deepEqual(valid(toPrimitive(parent, { target: 'untagged' })), [true, true]);
  t.deepEqual(valid(toPrimitive(parent)), [false, false]);
  t.deepEqual(valid({ all: [{ id: 'x' }] }), [false, false]);
  t.deepEqual(valid({ all: [envelope('Child', '1.0', { id: 1 })] }), [false, false]);
});

test('jsonSchema(): a child that the manifest lets be dropped is absent', (t) => {
  const registry = new Registry();
  const Gone = defineObject('Gone', '1.0', { id: field.integer() }, { registry });
  const Parent = defineObject(
    'Parent',
    '1.0',
    {
      one: field.object(Gone, { missing: 'drop', optional: true }),
      all: field.list(field.object(Gone, { missing: 'drop' })),
    },
    { registry },
  );
  const parent = create(Parent, { one: create(Gone, { id: 1 }), all: [create(Gone, { id: 2 })] });
  const valid = compile(Parent, { at: { Parent: '1.0' } });
  t.deepEqual(valid(toPrimitive(parent, { target: { Parent: '1.0' } })), [true, true]);
  t.deepEqual(valid(toPrimitive(parent)), [false, false]);
});

test('jsonSchema(): an object has a definition for each manifest that reaches it', (t) => {
  const registry = new Registry();
  const Leaf = defineObject(
    'Leaf',
    '1.1',
    { id: field.integer(), late: field.integer({ since: '1.1' }) },
    { registry },
  );
  const Branch = defineObject('Branch', '1.0', { leaf: field.object(Leaf) }, { registry });
  const Trunk = defineObject('Trunk', '1.0', { branch: field.object(Branch) }, { registry });
  const Tree = defineObject(
    'Tree',
    '1.1',
    { trunk: field.object(Trunk), branch: field.object(Branch, { versions: { '1.0': '1.0' } }) },
    { registry },
  );
  defineReleases(registry, {
    first: { Tree: '1.0', Trunk: '1.0', Branch: '1.0', Leaf: '1.0' },
    second: { Tree: '1.1', Leaf: '1.1' },
  });
  const branch = create(Branch, { leaf: create(Leaf, { id: 1, late: 2 }) });
  const tree = create(Tree, { trunk: create(Trunk, { branch }), branch });
  const payload = toPrimitive(tree, { target: '1.0' });
  t.deepEqual(leavesIn(payload), ['1.0', '1.1']);
  t.deepEqual(compile(Tree, { at: '1.0' })(payload), [true, true]);
});

function leavesIn(tree: unknown): unknown[] {
  if (typeof tree !== 'object' || tree === null) return [];
  const { 'versioned_object.name': name, 'versioned_object.version': version } = tree as Primitive;
  return [...(name === 'Leaf' ? [version] : []), ...Object.values(tree).flatMap(leavesIn)];
}

test('jsonSchema(): any name can be referred to', (t) => {
  const registry = new Registry({ namespace: 'a/b~c' });
  const Child = defineObject('50 % "größer"#', '1.0', { id: field.integer() }, { registry });
  const Parent = defineObject('Parent', '1.0', { child: field.object(Child) }, { registry });
  const parent = create(Parent, { child: create(Child, { id: 1 }) });
  t.deepEqual(compile(Parent)(toPrimitive(parent)), [true, true]);
});
