import test from 'ava';
import { DeclarationError, defineObject, field, type FieldLike, Registry } from '../../lib/index.js';
import { type Fields, refuses } from './declaration-rows.js';

const { string, integer } = field;

// Values
const values = (history: object): Fields => ({ state: field.enum(['a', 'b', 'c'], { values: history }) });
test(
  'values name a stranger',
  refuses,
  'Stack.state',
  /values names "d", which is no value of the enum/,
  /add it to the list, or take the entry away/,
  values({ d: { since: '1.1' } }),
);
test('values of states name a stranger', refuses, 'Stack.state', /values names "z"/, /add it to the list/, {
  state: field.stateMachine(['a'], {}, { values: { z: { since: '1.1' } } as never }),
});
for (const beside of [{ fallback: 'a' }, { drop: true }] as const)
  test(
    `a value has refuse beside ${Object.keys(beside).join('')}`,
    refuses,
    'Stack.state',
    /"b" has refuse beside/,
    /say one of them/,
    values({ b: { since: '1.1', refuse: true, ...beside } as never }),
  );
test(
  'a fallback is a stranger',
  refuses,
  'Stack.state',
  /"b" falls back to "z", which readers older than 1\.1 do not know/,
  /choose a value that is older/,
  values({ b: { since: '1.1', fallback: 'z' } }),
);
test(
  'a fallback is not older',
  refuses,
  'Stack.state',
  /"b" falls back to "c", which readers older than 1\.1 do not know/,
  /older/,
  values({ b: { since: '1.1', fallback: 'c' }, c: { since: '1.1', fallback: 'a' } }),
);
test(
  'a fallback is newer',
  refuses,
  'Stack.state',
  /"b" falls back to "c"/,
  /older/,
  values({ b: { since: '1.1', fallback: 'c' }, c: { since: '1.2' } }),
);
test(
  'a fallback is the value itself',
  refuses,
  'Stack.state',
  /"b" falls back to "b"/,
  /older/,
  values({ b: { since: '1.1', fallback: 'b' } }),
);
test('a fallback has another type', refuses, 'Stack.level', /falls back to "1"/, /older/, {
  level: field.enum([1, 2], { values: { 2: { since: '1.1', fallback: '1' as never } } }),
});
test('values of an element', refuses, 'Stack.states: its element', /values names "z"/, /add it/, {
  states: field.list(field.enum(['a'], { values: { z: { since: '1.1' } } as never })),
});

// Elements
const onElement = (options: object): Fields => ({ ids: field.list(string(options)) });
for (const [name, value] of Object.entries({
  since: '1.1',
  until: '1.2',
  default: 'x',
  optional: true,
  readOnly: true,
  wire: 'w',
  renamed: [],
  absent: 'x',
  down: 'drop',
  fill: 'x',
  retyped: [],
  sensitive: true,
  coerce: true,
}))
  test(
    `an element with ${name}`,
    refuses,
    'Stack.ids',
    new RegExp(`its element has the option ${name}, which only a field can have`),
    new RegExp(`say ${name} on the field itself`),
    onElement({ [name]: value }),
  );
test(
  'an element of an element with since',
  refuses,
  'Stack.ids: its element',
  /its element has the option since/,
  /on the field itself/,
  { ids: field.dict(field.set(string({ since: '1.1' }))) },
);

// Limits
test('min above max', refuses, 'Stack.size', /min 5 is above max 4/, /swap them/, {
  size: integer({ min: 5, max: 4 }),
});
test('min above max of a bigint', refuses, 'Stack.size', /min 5 is above max 4/, /swap/, {
  size: field.bigint({ min: 5, max: 4 }),
});
test('minLength above maxLength', refuses, 'Stack.id', /minLength 5 is above maxLength 4/, /swap/, {
  id: string({ minLength: 5, maxLength: 4 }),
});

// Names
const inherited = ['constructor', '__proto__', 'toString', 'hasOwnProperty', '__defineGetter__', ''];
for (const name of inherited) {
  const shown = new RegExp(`^${JSON.stringify(name)} cannot be a name here`);
  const cure = /choose a name that no JavaScript object has of its own, and that is not empty/;
  test(`a class called ${JSON.stringify(name)}`, (t) => {
    const error = t.throws(() => defineObject(name, '1.0', {}, { registry: new Registry() }), {
      instanceOf: DeclarationError,
    });
    t.regex(error.reason, shown);
  });
  test(`a wire name ${JSON.stringify(name)}`, refuses, 'Stack.id', shown, cure, {
    id: string({ wire: name }),
  });
  test(`a former wire name ${JSON.stringify(name)}`, refuses, 'Stack.id: renamed', shown, cure, {
    id: string({ renamed: [{ in: '1.1', from: name }] }),
  });
  test(
    `a property ${JSON.stringify(name)}`,
    refuses,
    `Stack.${name}`,
    shown,
    cure,
    Object.fromEntries([[name, string()]]),
  );
  test(
    `a retired property ${JSON.stringify(name)}`,
    refuses,
    `Stack.${name}`,
    shown,
    cure,
    {},
    { retired: Object.fromEntries([[name, string({ until: '1.1' })]]) },
  );
}

// One wire name for two fields
const apart = /rename one, or say since and until so that they do not meet/;
test(
  'two fields with one wire name',
  refuses,
  'Stack.b',
  /called "same" on the wire at 1\.0, and so is a$/,
  apart,
  { a: string({ wire: 'same' }), b: string({ wire: 'same' }) },
);
test(
  'two properties with one snake_case name',
  refuses,
  'Stack.root_id',
  /called "root_id" on the wire at 1\.0, and so is rootId$/,
  apart,
  { rootId: string(), root_id: string() },
  { naming: 'snake_case' },
);
test(
  'a former name that a newer field has too early',
  refuses,
  'Stack.b',
  /called "b" on the wire at 1\.1, and so is a$/,
  apart,
  { a: string({ renamed: [{ in: '1.2', from: 'b' }] }), b: string({ since: '1.1' }) },
);
test(
  'a retired field that meets its successor',
  refuses,
  'Stack.old',
  /called "size" on the wire at 1\.1, and so is size$/,
  apart,
  { size: integer({ since: '1.1' }) },
  { retired: { old: string({ until: '1.2', wire: 'size' }) } },
);

// Values that the field itself would refuse
const unfit = /choose a value that the field takes/;
const defaults: [name: string, declared: FieldLike, reason: RegExp][] = [
  ['outside the limits of a number', integer({ max: 3, default: 4 }), /expected at most 3, got 4/],
  ['outside the limits of a text', string({ maxLength: 2, default: 'abc' }), /at most 2 characters/],
  ['of another type', integer({ default: '4' as never }), /expected an integer, got "4"/],
  ['that is null', integer({ default: null }), /expected an integer, got null/],
  ['that is no member', field.enum(['a'], { default: 'b' as never }), /expected one of "a", got "b"/],
  ['with a wrong item', field.list(integer(), { default: ['a'] as never }), /expected an integer, got "a"/],
  ['as it is on the wire', field.dateTime({ default: '2026-01-01T00:00:00Z' as never }), /expected a Date/],
];
for (const [name, declared, reason] of defaults)
  test(`a default ${name}`, refuses, 'Stack.id: default', reason, unfit, { id: declared });

const nulls: [name: string, declared: FieldLike, reason: RegExp][] = [
  ['of another type', integer({ nullable: { since: '1.1', fallback: 'x' } }), /expected an integer, got "x"/],
  ['outside the limits', integer({ min: 0, nullable: { since: '1.1', fallback: -1 } }), /at least 0, got -1/],
  ['that is null', string({ nullable: { since: '1.1', fallback: null } }), /expected a string, got null/],
];
for (const [name, declared, reason] of nulls)
  test(`a fallback of null ${name}`, refuses, 'Stack.id: what null becomes', reason, unfit, { id: declared });

const absents: [name: string, declared: FieldLike, reason: RegExp][] = [
  ['of another type', integer({ since: '1.1', absent: 'x' }), /expected an integer, got "x"/],
  ['outside the limits', integer({ since: '1.1', absent: 4, max: 3 }), /expected at most 3, got 4/],
  ['that is null', integer({ since: '1.1', absent: null }), /expected an integer, got null/],
];
for (const [name, declared, reason] of absents)
  test(`absent ${name}`, refuses, 'Stack.id: absent', reason, unfit, { id: declared });
