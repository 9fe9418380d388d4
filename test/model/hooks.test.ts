import test from 'ava';
import {
  create,
  DeclarationError,
  defineObject,
  field,
  fromPrimitive,
  type Hooks,
  modelOf,
  Registry,
  toPrimitive,
  versioned,
} from '../../lib/index.js';

const declare = (hooks: unknown, version = '1.2'): unknown =>
  defineObject(
    'Stack',
    version,
    { id: field.integer() },
    { registry: new Registry(), obj_make_compatible: hooks as Hooks },
  );

const nothing = (): void => {};
const rows: [name: string, table: unknown, where: string, reason: RegExp, cure: RegExp][] = [
  [
    'the table is null',
    null,
    'Stack.obj_make_compatible',
    /it is no table of hooks/,
    /write static readonly obj_make_compatible: Hooks = /,
  ],
  [
    'the table is a function',
    nothing,
    'Stack.obj_make_compatible',
    /it is no table of hooks/,
    /obj_make_compatible: Hooks/,
  ],
  [
    'a key is no version',
    { latest: nothing },
    'Stack.obj_make_compatible',
    /"latest" is no version/,
    /as a string/,
  ],
  [
    'a key that a number makes of 1.10',
    { 1: nothing },
    'Stack.obj_make_compatible',
    /"1" is no version/,
    /as in '1\.10'/,
  ],
  [
    'a version above the class',
    { '1.3': nothing },
    'Stack: the hook Stack 1.3',
    /it changes in 1\.3, but the class is at 1\.2/,
    /set the version of Stack to '1\.3'/,
  ],
  [
    'another major',
    { '2.0': nothing },
    'Stack: the hook Stack 2.0',
    /2\.0 has another major version than Stack 1\.2/,
    /a history of its own/,
  ],
  [
    'an unknown part',
    { '1.1': { down: nothing, upp: nothing } },
    "Stack.obj_make_compatible['1.1']",
    /a hook has no part called "upp"/,
    /it has down, up, needs, resolve, fallback, loses/,
  ],
  [
    'null instead of a hook',
    { '1.1': null },
    "Stack.obj_make_compatible['1.1']",
    /a hook has no part/,
    /it has down/,
  ],
  [
    'a text instead of a hook',
    { '1.1': 'drop' },
    "Stack.obj_make_compatible['1.1']",
    /a hook has no part/,
    /it has down/,
  ],
  [
    'down is no function',
    { '1.1': { down: 'drop' } },
    "Stack.obj_make_compatible['1.1']",
    /down is no function/,
    /write \(data, context\) =>/,
  ],
  [
    'up is no function',
    { '1.1': { up: {} } },
    "Stack.obj_make_compatible['1.1']",
    /up is no function/,
    /write/,
  ],
  [
    'needs is no function',
    { '1.1': { needs: true, resolve: nothing } },
    "Stack.obj_make_compatible['1.1']",
    /needs is no function/,
    /write/,
  ],
  [
    'resolve is no function',
    { '1.1': { needs: nothing, resolve: 1 } },
    "Stack.obj_make_compatible['1.1']",
    /resolve is no function/,
    /write/,
  ],
  [
    'needs without resolve',
    { '1.1': { needs: nothing } },
    "Stack.obj_make_compatible['1.1']",
    /needs and resolve go together/,
    /needs says whether resolve must look something up/,
  ],
  [
    'resolve without needs',
    { '1.1': { resolve: nothing } },
    "Stack.obj_make_compatible['1.1']",
    /needs and resolve go together/,
    /needs says/,
  ],
];
for (const [name, table, where, reason, cure] of rows) {
  test(`obj_make_compatible: refused where ${name}`, (t) => {
    const error = t.throws(() => declare(table), { instanceOf: DeclarationError });
    t.is(error.where, where);
    t.regex(error.reason, reason);
    t.regex(error.cure, cure);
  });
}

test('obj_make_compatible: hooks are kept in the order of versions, a bare function as down', (t) => {
  const Class = declare(
    { '1.10': nothing, '1.2': { up: nothing }, '1.9': { down: nothing, loses: ['id'] } },
    '1.10',
  ) as Parameters<typeof modelOf>[0];
  t.deepEqual(
    modelOf(Class).hooks.map(({ at, object, version, hook }) => [
      at.text,
      object,
      version,
      Object.keys(hook),
    ]),
    [
      ['1.2', 'Stack', '1.2', ['up']],
      ['1.9', 'Stack', '1.9', ['down', 'loses']],
      ['1.10', 'Stack', '1.10', ['down']],
    ],
  );
});

test('obj_make_compatible: only an own table of the class is read', (t) => {
  class Plain {
    static readonly obj_make_compatible: Hooks = { '9.9': nothing };
  }
  @versioned('Stack', '1.1', { registry: new Registry() })
  class Stack extends Plain {
    @field.integer() id!: number;
  }
  t.deepEqual(modelOf(Stack).hooks, []);
});

test('obj_make_compatible: a static table of a class runs both ways, and does not change what it is given', (t) => {
  @versioned('Stack', '1.1', { registry: new Registry(), retired: { title: field.string({ until: '1.1' }) } })
  class Stack {
    @field.list(field.string(), { since: '1.1' }) words!: string[];

    static readonly obj_make_compatible: Hooks = {
      '1.1': {
        down: (data) => {
          data['title'] = data['words'].join(' ');
          data['words'].length = 0;
        },
        up: (data) => {
          data['words'] = data['title'].split(' ');
        },
      },
    };
  }
  const stack = create(Stack, { words: ['a', 'b'] });
  const older = toPrimitive(stack, { target: '1.0' });
  t.deepEqual(older['versioned_object.data'], { title: 'a b' });
  t.deepEqual(stack.words, ['a', 'b']);
  const sent = structuredClone(older);
  t.deepEqual(fromPrimitive(Stack, older), stack);
  t.deepEqual(older, sent);
});
