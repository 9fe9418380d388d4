import test from 'ava';
import { defineObject, field, modelOf, Registry } from '../../lib/index.js';
import { declare, refuses } from './declaration-rows.js';

const { string, integer } = field;
const raise = /set the version of Stack to '1\.5'/;
const tooNew = /it changes in 1\.5, but the class is at 1\.4/;

// Unknown options
test(
  'an option that no field takes',
  refuses,
  'field.string()',
  /takes no option called "sicne"/,
  /it takes minLength, maxLength, pattern, limits, since, until/,
  () => ({ id: string({ sicne: '1.1' } as never) }),
);
test(
  'an option that this kind of field does not take',
  refuses,
  'field.integer()',
  /no option called "maxLength"/,
  /it takes min, max, limits, since/,
  () => ({ id: integer({ maxLength: 1 } as never) }),
);
test(
  'an option called __proto__',
  refuses,
  'field.string()',
  /no option called "__proto__"/,
  /it takes/,
  () => ({ id: string(JSON.parse('{"__proto__":1}') as never) }),
);
test(
  'an option that no class takes',
  refuses,
  'Stack',
  /@versioned takes no option called "olddest"/,
  /it takes namespace, naming, envelope, oldest, registry, retired/,
  {},
  { olddest: '1.0' },
);

// Versions
test(
  'the version of the class is a number',
  refuses,
  'Stack',
  /^1\.4 is no version/,
  /as a string|write it as a string, as in '1\.10'/,
  {},
  {},
  1.4 as never,
);
test(
  'the version of the class is no version',
  refuses,
  'Stack',
  /^"1" is no version/,
  /write it as a string/,
  {},
  {},
  '1',
);
test(
  'oldest is no version',
  refuses,
  'Stack: oldest',
  /"x" is no version/,
  /as a string/,
  {},
  { oldest: 'x' },
);
test(
  'oldest has another major',
  refuses,
  'Stack',
  /oldest 2\.0 does not lead to 1\.4/,
  /same major that is not newer/,
  {},
  { oldest: '2.0' },
);
test(
  'oldest has an older major',
  refuses,
  'Stack',
  /oldest 0\.9 does not lead to 1\.4/,
  /same major/,
  {},
  { oldest: '0.9' },
);
test(
  'oldest is above the class',
  refuses,
  'Stack',
  /oldest 1\.5 does not lead to 1\.4/,
  /not newer/,
  {},
  { oldest: '1.5' },
);
test(
  'untagged is no version',
  refuses,
  'Stack: untagged',
  /"one" is no version/,
  /as a string/,
  {},
  { untagged: 'one' },
);
for (const untagged of ['1.0', '1.5', '2.3'])
  test(
    `untagged ${untagged} where the class is read from 1.1 to 1.4`,
    refuses,
    'Stack',
    new RegExp(`untagged ${untagged} is no version of it`),
    /name one from 1\.1 to 1\.4/,
    {},
    { oldest: '1.1', untagged },
  );
for (const envelope of ['', '__proto__'])
  test(
    `an envelope with the prefix ${JSON.stringify(envelope)}`,
    refuses,
    'Stack: envelope',
    /cannot be a name here/,
    /choose a name/,
    {},
    { envelope },
  );
test('since is no version', refuses, 'Stack.id', /"1" is no version/, /write it as a string/, {
  id: string({ since: '1' }),
});
test('since is a number', refuses, 'Stack.id', /^1\.1 is no version/, /write it as a string, as in '1\.10'/, {
  id: string({ since: 1.1 as never }),
});
test('since is above the class', refuses, 'Stack.id', tooNew, raise, { id: string({ since: '1.5' }) });
test(
  'since compares as numbers',
  refuses,
  'Stack.id',
  /it changes in 1\.10, but the class is at 1\.4/,
  /to '1\.10'/,
  { id: string({ since: '1.10' }) },
);
test(
  'since has another major',
  refuses,
  'Stack.id',
  /2\.0 has another major version than Stack 1\.4/,
  /a history of its own/,
  { id: string({ since: '2.0' }) },
);
test('a rename above the class', refuses, 'Stack.id', tooNew, raise, {
  id: string({ renamed: [{ in: '1.5', from: 'key' }] }),
});
test('a retype above the class', refuses, 'Stack.id', tooNew, raise, {
  id: string({ retyped: [{ in: '1.5', from: integer(), up: String, down: Number }] }),
});
test('a change in what a field was before', refuses, 'Stack.id', tooNew, raise, {
  id: string({
    retyped: [{ in: '1.2', from: integer({ limits: [{ in: '1.5', max: 1 }] }), up: String, down: Number }],
  }),
});
test('limits above the class', refuses, 'Stack.id', tooNew, raise, {
  id: string({ maxLength: 9, limits: [{ in: '1.5', maxLength: 5 }] }),
});
test('limits of an element above the class', refuses, 'Stack.ids', tooNew, raise, {
  ids: field.list(string({ limits: [{ in: '1.5', maxLength: 5 }] })),
});
test('nullable above the class', refuses, 'Stack.id', tooNew, raise, {
  id: string({ nullable: { since: '1.5' } }),
});
test(
  'nullable without a version',
  refuses,
  'Stack.id',
  /nullable names no version/,
  /say nullable: true, or nullable: \{ since: '1\.2' \}/,
  { id: string({ nullable: { fallback: '' } as never }) },
);
test('a value above the class', refuses, 'Stack.state', tooNew, raise, {
  state: field.enum(['a', 'b'], { values: { b: { since: '1.5' } } }),
});
test('a subclass above the class', refuses, 'Stack.child', tooNew, raise, {
  child: field.object('Child', { subclasses: { Sub: { since: '1.5' } } }),
});

// Retired
test(
  'until on a field that is still there',
  refuses,
  'Stack.id',
  /until stands on a field that the class still has/,
  /move the field into retired: \{ \.\.\. \}/,
  { id: string({ until: '1.2' }) },
);
test(
  'retired without until',
  refuses,
  'Stack.id',
  /a retired field does not say when it went/,
  /add until: the first version without it, as in until: '1\.3'/,
  {},
  { retired: { id: string() } },
);
test(
  'retired above the class',
  refuses,
  'Stack.id',
  tooNew,
  raise,
  {},
  { retired: { id: string({ until: '1.5' }) } },
);
test(
  'it goes before it comes',
  refuses,
  'Stack.id',
  /it goes in 1\.1 before it comes in 1\.2/,
  /set until above since/,
  {},
  { retired: { id: string({ since: '1.2', until: '1.1' }) } },
);
test(
  'it goes when it comes',
  refuses,
  'Stack.id',
  /it goes in 1\.2 before it comes in 1\.2/,
  /set until above since/,
  {},
  { retired: { id: string({ since: '1.2', until: '1.2' }) } },
);

test('a declaration is taken: everything at the version of the class itself', (t) => {
  const fields = {
    id: string({ since: '1.4' }),
    key: string({ renamed: [{ in: '1.4', from: 'kee' }], nullable: { since: '1.4', fallback: '' } }),
    state: field.enum(['a', 'b', 'c'], {
      values: { b: { since: '1.3', fallback: 'a' }, c: { since: '1.4', fallback: 'b' } },
    }),
    size: integer({ min: 4, max: 4, limits: [{ in: '1.4', max: 9 }] }),
  };
  t.notThrows(() =>
    declare(fields, {
      oldest: '1.4',
      untagged: '1.4',
      retired: { gone: string({ since: '1.3', until: '1.4' }) },
    }),
  );
});

test('oldest: the first version of the major where nothing is said', (t) => {
  const oldestOf = (version: string, oldest?: string): string =>
    modelOf(
      defineObject(
        'Stack',
        version,
        {},
        { registry: new Registry(), ...(oldest === undefined ? {} : { oldest }) },
      ),
    ).oldest.text;
  t.is(oldestOf('3.7'), '3.0');
  t.is(oldestOf('3.7', '3.7'), '3.7');
  t.is(oldestOf('3.7', '3.2.1'), '3.2.1');
});
