import test from 'ava';
import { field, type FieldLike, Version } from '../../lib/index.js';
import {
  definitionAt,
  type FieldDefinition,
  renumber,
  typeOf,
  versionsNamed,
} from '../../lib/field/definition.js';

const { string, integer } = field;
const at = ({ definition }: FieldLike, version: string): FieldDefinition =>
  definitionAt(definition, Version.parse(version));

/** What a field was at each version, in words. */
const rows: [name: string, given: FieldLike, words: Record<string, string>][] = [
  [
    'limits: what changed is what held before, null for none',
    string({
      minLength: 2,
      maxLength: 9,
      limits: [
        { in: '1.4', maxLength: 5 },
        { in: '1.2', maxLength: null, minLength: 1 },
      ],
    }),
    {
      '1.0': 'a string of at least 1 characters',
      '1.1': 'a string of at least 1 characters',
      '1.2': 'a string of at least 2 characters and at most 5 characters',
      '1.3': 'a string of at least 2 characters and at most 5 characters',
      '1.4': 'a string of at least 2 characters and at most 9 characters',
      '1.10': 'a string of at least 2 characters and at most 9 characters',
    },
  ],
  [
    'values: each from its version on',
    field.enum(['a', 'b', 'c'], { values: { b: { since: '1.2' }, c: { since: '1.10' } } }),
    {
      '1.0': 'one of "a"',
      '1.2': 'one of "a", "b"',
      '1.9': 'one of "a", "b"',
      '1.10': 'one of "a", "b", "c"',
    },
  ],
  [
    'retyped: three types, one after the other',
    string({
      retyped: [
        { in: '1.4', from: integer({ min: 1 }), up: String, down: Number },
        { in: '1.2', from: field.boolean(), up: Number, down: Boolean },
      ],
    }),
    {
      '1.0': 'a boolean',
      '1.1': 'a boolean',
      '1.2': 'an integer of at least 1',
      '1.3': 'an integer of at least 1',
      '1.4': 'a string',
    },
  ],
  [
    'retyped: what it was before had a history too',
    string({
      retyped: [
        { in: '1.4', from: integer({ max: 9, limits: [{ in: '1.2', max: 5 }] }), up: String, down: Number },
      ],
    }),
    { '1.1': 'an integer of at most 5', '1.2': 'an integer of at most 9', '1.4': 'a string' },
  ],
  [
    'elements change as fields do',
    field.list(field.enum(['a', 'b'], { values: { b: { since: '1.2' } } }), { maxItems: 9 }),
    { '1.1': 'a list, each item one of "a"', '1.2': 'a list, each item one of "a", "b"' },
  ],
];
for (const [name, given, words] of rows) {
  test(`definitionAt(): ${name}`, (t) => {
    t.deepEqual(
      Object.fromEntries(
        Object.keys(words).map((version) => [version, typeOf(at(given, version)).describe()]),
      ),
      words,
    );
  });
}

test('definitionAt(): null is taken from its version on', (t) => {
  const widened = string({ nullable: { since: '1.2', fallback: '' } });
  t.false(typeOf(at(widened, '1.1')).nullable);
  t.true(typeOf(at(widened, '1.2')).nullable);
  t.true(typeOf(at(string({ nullable: true }), '1.0')).nullable);
});

test('definitionAt(): a retyped field keeps what it is beside its type, and nothing of the newer type', (t) => {
  const retyped = string({
    maxLength: 3,
    sensitive: true,
    optional: true,
    wire: 'Size',
    nullable: true,
    retyped: [{ in: '1.2', from: integer(), up: String, down: Number }],
  });
  const { kind, options } = at(retyped, '1.1');
  t.is(kind, 'integer');
  t.like(options, { sensitive: true, optional: true, wire: 'Size' });
  t.is(options.maxLength, undefined);
  t.is(options.nullable, undefined);
});

test('definitionAt(): history ends at the version', (t) => {
  const given = string({
    maxLength: 9,
    renamed: [
      { in: '1.2', from: 'a' },
      { in: '1.4', from: 'b' },
    ],
    limits: [{ in: '1.4', maxLength: 5 }],
  });
  t.deepEqual(at(given, '1.3').options.renamed, [{ in: '1.2', from: 'a' }]);
  t.deepEqual(at(given, '1.3').options.limits, []);
  t.deepEqual(at(given, '1.4').options.limits, [{ in: '1.4', maxLength: 5 }]);
  const subclasses = field.object('A', { subclasses: { B: { since: '1.2' }, C: {} } });
  t.deepEqual(at(subclasses, '1.1').options.subclasses, { C: {} });
});

const all = string({
  since: '1.1',
  renamed: [{ in: '1.2', from: 'a' }],
  nullable: { since: '1.3' },
  limits: [{ in: '1.4', maxLength: 1 }],
  retyped: [{ in: '1.5', from: integer({ limits: [{ in: '1.6', max: 1 }] }), up: String, down: Number }],
});

test('versionsNamed(): every version in a definition', (t) => {
  t.deepEqual(versionsNamed(all.definition).toSorted(), ['1.1', '1.2', '1.3', '1.4', '1.5', '1.6']);
  const nested = field.list(field.dict(field.enum(['a', 'b'], { values: { b: { since: '1.7' } } })));
  t.deepEqual(versionsNamed(nested.definition), ['1.7']);
  t.deepEqual(versionsNamed(field.object('A', { subclasses: { B: { since: '1.8' }, C: {} } }).definition), [
    '1.8',
  ]);
  t.deepEqual(versionsNamed(string({ nullable: true }).definition), []);
});

test('renumber(): every version is another, and those that map to nothing were there from the start', (t) => {
  const shift = renumber(all.definition, (version) => Version.parse(`2.${version.minor}`));
  t.deepEqual(versionsNamed(shift).toSorted(), ['2.1', '2.2', '2.3', '2.4', '2.5', '2.6']);
  const gone = renumber(all.definition, () => undefined);
  t.deepEqual(versionsNamed(gone), []);
  t.is(gone.options.nullable, true);
  t.false('since' in gone.options);
  t.is(typeOf(definitionAt(gone, Version.parse('1.0'))).describe(), 'a string');
  const late = renumber(all.definition, (version) => (version.minor < 4 ? undefined : version));
  t.deepEqual(versionsNamed(late).toSorted(), ['1.4', '1.5', '1.6']);
});

test('renumber(): values, subclasses, elements and the versions of a child', (t) => {
  const later = (version: Version): Version | undefined =>
    version.minor < 2 ? undefined : Version.parse(`3.${version.minor}`);
  const values = field.list(
    field.enum(['a', 'b', 'c'], { values: { b: { since: '1.1' }, c: { since: '1.2', fallback: 'a' } } }),
  );
  t.deepEqual(renumber(values.definition, later).element?.options.values, {
    c: { since: '3.2', fallback: 'a' },
  });
  const object = field.object('A', {
    subclasses: { B: { since: '1.1', missing: 'drop' }, C: { since: '1.2' } },
  });
  t.deepEqual(renumber(object.definition, later).options.subclasses, {
    B: { missing: 'drop' },
    C: { since: '3.2' },
  });
  const versions = field.object('A', { versions: { '1.2': '1.0', '1.3': '1.1' } });
  t.deepEqual(renumber(versions.definition, later).options.versions, { '3.2': '1.0', '3.3': '1.1' });
});

test('field: a definition is inert, and its options cannot be changed from outside', (t) => {
  const options = { maxLength: 3 };
  const { definition } = string(options);
  options.maxLength = 9;
  t.is(definition.options.maxLength, 3);
  t.true(Object.isFrozen(definition));
  t.true(Object.isFrozen(definition.options));
  const members = ['a'];
  const closed = field.enum(members);
  members.push('b');
  t.deepEqual(closed.definition.members, ['a']);
});
