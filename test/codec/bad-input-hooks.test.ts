import test from 'ava';
import {
  create,
  decode,
  defineObject,
  encode,
  field,
  type Hook,
  type HookData,
  type HookFunction,
  HookError,
  InvalidPayloadError,
  Registry,
  ValueTooNewError,
} from '../../lib/index.js';
import { deepFreeze, envelope } from './payload.js';
import { refused } from './refusal.js';

function world(hook: Hook) {
  const registry = new Registry();
  const Child = defineObject('Child', '1.0', { id: field.integer() }, { registry });
  const A = defineObject(
    'A',
    '1.1',
    {
      id: field.integer(),
      note: field.string({ optional: true }),
      child: field.object(Child, { optional: true }),
      secret: field.string({ optional: true, sensitive: true }),
    },
    { registry, obj_make_compatible: { '1.1': hook } },
  );
  const down = (): string => encode(deepFreeze(create(A, { id: 1, secret: 'hunter2' })), { target: '1.0' });
  const up = (): object => decode(A, JSON.stringify(envelope('A', '1.0', { id: 1, secret: 'hunter2' })));
  return { Child, A, down, up };
}

const asyncHook = (async () => Promise.resolve()) as unknown as HookFunction;
const rejecting = (async () => Promise.reject(new Error('late'))) as unknown as HookFunction;
const bad: Record<string, [HookFunction, says: string[]]> = {
  'throws an Error': [
    () => {
      throw new Error('boom hunter2');
    },
    ['threw Error'],
  ],
  'throws something else': [
    () => {
      // oxlint-disable-next-line no-throw-literal, typescript/only-throw-error -- user code does
      throw 'hunter2';
    },
    ['threw something that is no Error'],
  ],
  'crashes on an unset field': [
    (data) => void data['note'].length,
    ['threw TypeError', 'fields can be unset or null'],
  ],
  'crashes on a child that is unset': [(data) => void data['child'].data.id, ['threw TypeError']],
  'runs out of stack': [
    () => {
      const again = (): number => again() + 1;
      again();
    },
    ['threw RangeError'],
  ],
  'writes an unknown field': [(data) => void (data['admin'] = true), ['wrote what A', '"admin"']],
  'writes an ill-typed value': [
    (data) => void (data['id'] = '","admin":true,"x":"'),
    ['A.id: expected an integer'],
  ],
  'writes an ill-typed sensitive value': [
    (data) => void (data['secret'] = ['hunter2']),
    ['A.secret', 'sensitive'],
  ],
  'writes NaN': [(data) => void (data['id'] = Number.NaN), ['A.id', 'NaN']],
  'writes a Date': [(data) => void (data['note'] = new Date(0)), ['A.note', 'expected a string']],
  'writes a lone surrogate': [(data) => void (data['note'] = '\ud800'), ['A.note', 'lone surrogate']],
  'writes an instance as a child': [
    (data) => void (data['child'] = new (class Child {})()),
    ['A.child', 'context.child()'],
  ],
  'writes an envelope as a child': [
    (data) => void (data['child'] = envelope('Child', '1.0', { id: 1 })),
    ['A.child', 'context.child()'],
  ],
  'writes a child of a strange name': [
    (data) => void (data['child'] = { name: 'constructor', version: '1.0', data: {} }),
    ['A.child', '"constructor"'],
  ],
  'writes a child of a strange version': [
    (data) => void (data['child'] = { name: 'Child', version: '9.9', data: {} }),
    ['A.child', '"9.9"'],
  ],
  'makes a child of ill-typed data': [
    (data, { child }) => void (data['child'] = child('Child', { id: 'x' })),
    ['Child.id: expected an integer'],
  ],
  'makes a child that nobody declared': [
    (data, { child }) => void (data['child'] = child('Nobody', {})),
    ['threw DeclarationError'],
  ],
  'returns something': [
    ((data: HookData) => ({ ...data })) as unknown as HookFunction,
    ['returned something', 'returns nothing'],
  ],
  'returns null': [(() => null) as unknown as HookFunction, ['returned something']],
  'returns a promise': [asyncHook, ['returned a promise', 'declare needs and resolve']],
  'returns a promise that rejects': [rejecting, ['returned a promise']],
  'defines __proto__ as a field': [
    (data) => void Object.defineProperty(data, '__proto__', { value: { id: 2 }, enumerable: true }),
    ['"__proto__"'],
  ],
  'writes a field called constructor': [(data) => void (data['constructor'] = 1), ['"constructor"']],
};

for (const [title, [hook, says]] of Object.entries(bad)) {
  for (const direction of ['down', 'up'] as const) {
    test(`${direction} hook that ${title}: is a HookError`, (t) => {
      const { A, down, up } = world({ [direction]: hook });
      const error = refused(t, direction === 'down' ? down : up, {
        code: 'HOOK',
        says: [`A: the ${direction} hook of 1.1`, ...says],
        hides: ['hunter2'],
      });
      t.like(error, { object: 'A', version: '1.1', direction });
      t.is(decode(A, encode(create(A, { id: 3 }))).id, 3);
    });
  }
}

for (const [title, write, says] of [
  ['an ill-typed value', { id: '","admin":true,"x":"' }, 'A.id: expected an integer'],
  ['an unknown field', { admin: true }, '"admin"'],
] as const) {
  const down = (_value: unknown, data: HookData) => void Object.assign(data, write);
  const fill = (data: HookData) => (Object.assign(data, write), 1);
  for (const [option, fields, retired] of [
    ['down', { id: field.integer(), x: field.string({ since: '1.1', optional: true, down }) }, {}],
    ['fill', { id: field.integer() }, { old: field.integer({ until: '1.1', fill }) }],
  ] as const)
    test(`${option} function of a field that writes ${title} beside it: is a HookError`, (t) => {
      const A = defineObject('A', '1.1', fields, { registry: new Registry(), retired });
      const a = create<object>(A, option === 'down' ? { id: 1, x: 'q' } : { id: 1 });
      refused(t, () => encode(a, { target: '1.0' }), {
        code: 'HOOK',
        says: ['A: the down hook of 1.1 wrote what A 1.0 does not take', says],
      });
    });
}

test('HookError: keeps what the hook threw as its cause', (t) => {
  const cause = new TypeError('the reason');
  const { down } = world({
    down: () => {
      throw cause;
    },
  });
  const error = refused(t, down, { code: 'HOOK', says: ['A', '1.1', 'on the way to 1.0'] });
  t.true(error instanceof HookError);
  t.is(error.cause, cause);
});

test('HookError: shows the message of what was thrown, unless the class has sensitive fields', (t) => {
  const A = defineObject(
    'A',
    '1.1',
    { id: field.integer() },
    {
      registry: new Registry(),
      obj_make_compatible: {
        '1.1': () => {
          throw new Error('no room');
        },
      },
    },
  );
  refused(t, () => encode(create(A, { id: 1 }), { target: '1.0' }), {
    code: 'HOOK',
    says: ['Error: no room'],
  });
});

test('refuse(): is a ValueTooNewError going down and an InvalidPayloadError going up', (t) => {
  const refuse: HookFunction = (_data, context) => context.refuse('id', 'nobody knows it');
  const { down, up } = world({ down: refuse, up: refuse });
  const newer = refused(t, down, {
    code: 'VALUE_TOO_NEW',
    says: ['cannot write A at 1.0', 'id: nobody knows it', 'A 1.1', 'hold it back'],
  });
  t.true(newer instanceof ValueTooNewError);
  t.like(newer, { object: 'A', field: 'id', since: '1.1', target: '1.0' });
  const older = refused(t, up, { code: 'INVALID_PAYLOAD', says: ['A.id: nobody knows it'] });
  t.true(older instanceof InvalidPayloadError);
});

for (const [title, data] of [
  ['an ill-typed field', { id: '1', l: ['a'] }],
  ['a missing field', { l: ['a'] }],
  ['an ill-typed element', { id: 1, l: ['a', 5] }],
  ['a value of a newer version', { id: 1, l: ['b'] }],
  ['a child without its envelope', { id: 1, l: [], child: { id: 1 } }],
  ['a child of a newer version', { id: 1, l: [], child: envelope('Child', '1.5', { id: 1 }) }],
  ['a child that is wrong inside', { id: 1, l: [], child: envelope('Child', '1.0', { id: null }) }],
] as const) {
  test(`decode(): ${title} is refused before any hook sees it`, (t) => {
    let calls = 0;
    const count = () => {
      calls += 1;
    };
    const hooks = { '1.1': { up: count, down: count, needs: () => (count(), false), resolve: count } };
    const registry = new Registry();
    const Child = defineObject(
      'Child',
      '1.1',
      { id: field.integer() },
      { registry, obj_make_compatible: hooks },
    );
    const A = defineObject(
      'A',
      '1.1',
      {
        id: field.integer(),
        l: field.list(field.enum(['a', 'b'], { values: { b: { since: '1.1' } } })),
        child: field.object(Child, { optional: true }),
        n: field.integer({
          optional: true,
          retyped: [{ in: '1.1', from: field.string(), up: count as never, down: count as never }],
        }),
      },
      { registry, obj_make_compatible: hooks },
    );
    const error = t.throws(() => decode(A, JSON.stringify(envelope('A', '1.0', { n: '1', ...data }))));
    t.regex(
      (error as { code?: string }).code ?? '',
      /^BACKLEVEL_(INVALID_PAYLOAD|ENVELOPE|INCOMPATIBLE_OBJECT_VERSION)$/,
    );
    t.is(calls, 0);
  });
}
