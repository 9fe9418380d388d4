import test from 'ava';
import { field, type FieldLike } from '../../lib/index.js';
import { refuses } from './declaration-rows.js';

const { string, integer } = field;

// Misspelt parts: a fallback that nobody reads would be a refusal at run time.
const misspelt: [option: string, part: string, parts: string, declared: FieldLike][] = [
  [
    'nullable',
    'fallbak',
    'since, fallback, drop, refuse, loses',
    string({ nullable: { since: '1.1', fallbak: '' } as never }),
  ],
  ['nullable', 'sicne', 'since, fallback', string({ nullable: { sicne: '1.1' } as never })],
  [
    'values',
    'fallbak',
    'since, fallback, drop, refuse, loses',
    field.enum(['a', 'b'], { values: { b: { since: '1.1', fallbak: 'a' } } as never }),
  ],
  [
    'subclasses',
    'mising',
    'since, missing',
    field.object('Child', { subclasses: { Sub: { since: '1.1', mising: 'drop' } } as never }),
  ],
  ['renamed', 'form', 'in, from', string({ renamed: [{ in: '1.1', from: 'a', form: 'b' }] as never })],
  [
    'retyped',
    'dwon',
    'in, from, up, down, loses',
    string({ retyped: [{ in: '1.1', from: integer(), up: String, dwon: Number }] as never }),
  ],
  [
    'limits',
    'maxLenght',
    'in, minLength, maxLength, pattern',
    string({ limits: [{ in: '1.1', maxLenght: 1 }] as never }),
  ],
];
for (const [option, part, parts, declared] of misspelt)
  test(
    `${option} with a part called ${part}`,
    refuses,
    'Stack.id',
    new RegExp(`${option} has no part called "${part}"`),
    new RegExp(`it has ${parts}`),
    { id: declared },
  );

test(
  'values of an element with a misspelt part',
  refuses,
  'Stack.ids: its element',
  /values has no part called "fallbak"/,
  /it has since, fallback/,
  { ids: field.list(field.enum(['a', 'b'], { values: { b: { since: '1.1', fallbak: 'a' } } as never })) },
);
test(
  'a retired field with a misspelt part',
  refuses,
  'Stack.id',
  /renamed has no part called "form"/,
  /it has in, from/,
  {},
  { retired: { id: string({ until: '1.2', renamed: [{ in: '1.1', from: 'a', form: 'b' }] as never }) } },
);

// Limits that the kind of field does not take
const foreign: [name: string, limit: string, takes: string, declared: FieldLike][] = [
  ['a string', 'max', 'in, minLength, maxLength, pattern', string({ limits: [{ in: '1.1', max: 1 }] })],
  ['an integer', 'maxLength', 'in, min, max', integer({ limits: [{ in: '1.1', maxLength: 1 }] })],
  ['a list', 'maxLength', 'in, maxItems', field.list(string(), { limits: [{ in: '1.1', maxLength: 1 }] })],
];
for (const [name, limit, takes, declared] of foreign)
  test(
    `limits of ${name} with ${limit}`,
    refuses,
    'Stack.id',
    new RegExp(`limits has no part called "${limit}"`),
    new RegExp(`it has ${takes}$`),
    { id: declared },
  );

// Versions of children
const raise = /set the version of Stack to '1\.5'/;
const asText = /write it as a string/;
const pairings: [name: string, versions: object, reason: RegExp, cure: RegExp][] = [
  ['a key that is no version', { first: '1.0' }, /"first" is no version/, asText],
  ['a key that a number makes of 1.10', { 1: '1.0' }, /"1" is no version/, asText],
  ['a key above the class', { '1.5': '1.0' }, /it changes in 1\.5, but the class is at 1\.4/, raise],
  ['a key of another major', { '2.0': '1.0' }, /2\.0 has another major version/, /a history of its own/],
  ['a value that is no version', { '1.0': 'x' }, /"x" is no version/, asText],
  ['a value that is a number', { '1.0': 1.1 }, /1\.1 is no version/, asText],
];
for (const [name, versions, reason, cure] of pairings) {
  const child = field.object('Child', { versions: versions as never });
  for (const [where, declared] of [
    ['a field', child],
    ['an element', field.dict(field.list(child))],
  ] as const)
    test(`versions of ${where} with ${name}`, refuses, 'Stack.child: versions', reason, cure, {
      child: declared,
    });
}

test(
  'a type that a field had before with a retype of its own',
  refuses,
  'Stack.ids',
  /a type that it had before says retyped itself/,
  /list every change on the field: retyped: \[\{ in, from, up, down \}, \.\.\.\]/,
  {
    ids: field.list(integer(), {
      retyped: [
        {
          in: '1.2',
          from: integer({ retyped: [{ in: '1.1', from: string(), up: Number, down: String }] }),
          up: (one: number) => [one],
          down: ([one]: number[]) => one,
        },
      ],
    }),
  },
);
