import test from 'ava';
import {
  backport,
  create,
  defineObject,
  encode,
  field,
  type Hooks,
  type Loss,
  type ObjectClass,
  Registry,
} from '../../lib/index.js';
import { refused } from './refusal.js';

interface Row {
  readonly make: (registry: Registry) => ObjectClass;
  readonly values: object;
  readonly losses: readonly Omit<Loss, 'object'>[];
}

/** A row: what writing an instance at 1.0 loses, and that `strict` refuses just that. */
const loses = test.macro({
  exec: (t, { make, values, losses }: Row) => {
    const A = make(new Registry());
    const instance = create<object>(A, values);
    t.deepEqual(
      backport(instance, '1.0').losses,
      losses.map((loss) => ({ ...loss, object: 'A' })),
    );
    if (losses.length === 0) {
      t.notThrows(() => encode(instance, { target: '1.0', strict: true }));
      return;
    }
    const error = refused(t, () => encode(instance, { target: '1.0', strict: true }), {
      code: 'LOSS',
      says: ['A at 1.0', ...losses.map((loss) => loss.path), 'without strict', 'hold it back'],
    });
    t.like(error, { object: 'A', target: '1.0' });
    t.notThrows(() => encode(instance, { strict: true }));
  },
  title: (title) => `losses: ${title}`,
});

const one =
  (declared: object, hooks: Hooks = {}) =>
  (registry: Registry): ObjectClass =>
    defineObject('A', '1.1', declared as { id: ReturnType<typeof field.integer> }, {
      registry,
      obj_make_compatible: hooks,
    });

const state = (extra: object) => field.enum(['a', 'b'], { values: { b: { since: '1.1', ...extra } } });

test('a field that is dropped was declared by its since', loses, {
  make: one({ x: field.json({ since: '1.1' }) }),
  values: { x: { a: [1] } },
  losses: [{ path: '/x', kind: 'dropped', from: { a: [1] }, to: undefined, declared: true }],
});
test('what equals absent is no loss', loses, {
  make: one({ x: field.json({ since: '1.1', absent: { a: [1] } }) }),
  values: { x: { a: [1] } },
  losses: [],
});
test('an unset field is no loss', loses, {
  make: one({ x: field.json({ since: '1.1', optional: true }) }),
  values: {},
  losses: [],
});
test('a value that falls back is replaced, undeclared', loses, {
  make: one({ e: state({ fallback: 'a' }) }),
  values: { e: 'b' },
  losses: [{ path: '/e', kind: 'replaced', from: 'b', to: 'a', declared: false }],
});
test('a value that falls back is declared by loses', loses, {
  make: one({ e: state({ fallback: 'a', loses: ['e'] }) }),
  values: { e: 'b' },
  losses: [{ path: '/e', kind: 'replaced', from: 'b', to: 'a', declared: true }],
});
test('a value that is dropped is declared by drop', loses, {
  make: one({ e: state({ drop: true }) }),
  values: { e: 'b' },
  losses: [{ path: '/e', kind: 'dropped', from: 'b', to: undefined, declared: true }],
});
test('null that falls back', loses, {
  make: one({ n: field.integer({ nullable: { since: '1.1', fallback: 0, loses: ['/n'] } }) }),
  values: { n: null },
  losses: [{ path: '/n', kind: 'replaced', from: null, to: 0, declared: true }],
});
test('a retype that does not come back', loses, {
  make: one({
    n: field.number({
      retyped: [{ in: '1.1', from: field.integer(), up: (n: number) => n, down: Math.round }],
    }),
  }),
  values: { n: 1.5 },
  losses: [{ path: '/n', kind: 'retyped', from: 1.5, to: 2, declared: false }],
});
test('a retype that does not come back, declared', loses, {
  make: one({
    n: field.number({
      retyped: [{ in: '1.1', from: field.integer(), up: (n: number) => n, down: Math.round, loses: ['n'] }],
    }),
  }),
  values: { n: 1.5 },
  losses: [{ path: '/n', kind: 'retyped', from: 1.5, to: 2, declared: true }],
});
test('a retype that comes back is none', loses, {
  make: one({
    n: field.number({ retyped: [{ in: '1.1', from: field.string(), up: Number, down: String }] }),
  }),
  values: { n: 1.5 },
  losses: [],
});
test('a rename is none', loses, {
  make: one({ b: field.number({ renamed: [{ in: '1.1', from: 'a' }] }) }),
  values: { b: 1 },
  losses: [],
});
test('what a hook takes away, undeclared', loses, {
  make: one({ n: field.json() }, { '1.1': (data) => void (data['n'] = 0) }),
  values: { n: 1 },
  losses: [{ path: '/n', kind: 'hook', from: 1, to: 0, declared: false }],
});
test('what a hook takes away, declared', loses, {
  make: one({ n: field.json() }, { '1.1': { down: (data) => void (data['n'] = 0), loses: ['n'] } }),
  values: { n: 1 },
  losses: [{ path: '/n', kind: 'hook', from: 1, to: 0, declared: true }],
});
test('what a hook moves away and back is none', loses, {
  make: (registry) =>
    defineObject(
      'A',
      '1.1',
      { x: field.integer({ since: '1.1' }) },
      {
        registry,
        retired: { old: field.string({ until: '1.1' }) },
        obj_make_compatible: {
          '1.1': {
            down: (data) => void (data['old'] = String(data['x'])),
            up: (data) => void (data['x'] = Number(data['old'])),
          },
        },
      },
    ),
  values: { x: 5 },
  losses: [],
});
test('of what was not touched, nothing', loses, {
  make: one({
    id: field.integer(),
    l: field.list(field.string()),
    x: field.integer({ since: '1.1', optional: true }),
  }),
  values: { id: 1, l: ['a'] },
  losses: [],
});
test('sensitive values are not shown', loses, {
  make: one({
    gone: field.string({ since: '1.1', sensitive: true }),
    turned: field.enum(['a', 'b'], { sensitive: true, values: { b: { since: '1.1', fallback: 'a' } } }),
  }),
  values: { gone: 'hunter2', turned: 'b' },
  losses: [
    { path: '/gone', kind: 'dropped', from: '<sensitive>', to: undefined, declared: true },
    { path: '/turned', kind: 'replaced', from: '<sensitive>', to: '<sensitive>', declared: false },
  ],
});
test('paths are JSON pointers through wire names', loses, {
  make: one({ camelCase: field.integer({ since: '1.1', wire: 'a/b~c' }) }),
  values: { camelCase: 1 },
  losses: [{ path: '/a~1b~0c', kind: 'dropped', from: 1, to: undefined, declared: true }],
});
test('several are in the order of the fields', loses, {
  make: one({ b: field.integer({ since: '1.1' }), id: field.integer(), a: field.integer({ since: '1.1' }) }),
  values: { id: 1, a: 2, b: 3 },
  losses: [
    { path: '/b', kind: 'dropped', from: 3, to: undefined, declared: true },
    { path: '/a', kind: 'dropped', from: 2, to: undefined, declared: true },
  ],
});
test('what cannot be read again is one way, and undeclared', loses, {
  make: one(
    { n: field.integer({ max: 5, limits: [{ in: '1.1', max: null }] }) },
    { '1.1': (data) => void (data['n'] = 9) },
  ),
  values: { n: 1 },
  losses: [
    { path: '', kind: 'one-way', from: '1.1', to: 'A.n: expected at most 5, got 9 (at /n)', declared: false },
  ],
});

test('losses: in children, with their paths and their objects, dropped children included', (t) => {
  const registry = new Registry();
  const Leaf = defineObject(
    'Leaf',
    '1.1',
    { id: field.integer(), x: field.integer({ since: '1.1' }) },
    { registry },
  );
  const leaf = field.object(Leaf, { missing: 'drop' });
  const A = defineObject(
    'A',
    '1.0',
    { one: leaf, all: field.list(leaf), by: field.dict(leaf) },
    { registry },
  );
  const made = (x: number) => create(Leaf, { id: 1, x });
  const a = create(A, { one: made(1), all: [made(2), made(3)], by: { 'k/1': made(4) } });
  const dropped = (path: string, from: unknown) => ({
    path,
    kind: 'dropped',
    object: 'Leaf',
    from,
    to: undefined,
    declared: true,
  });
  t.deepEqual(backport(a, { A: '1.0', Leaf: '1.0' }).losses, [
    dropped('/one/x', 1),
    dropped('/all/0/x', 2),
    dropped('/all/1/x', 3),
    dropped('/by/k~11/x', 4),
  ]);
  t.deepEqual(
    backport(a, { A: '1.0' }).losses.map(({ path, kind, object }) => [path, kind, object]),
    [
      ['/one', 'child', 'A'],
      ['/all', 'child', 'A'],
      ['/by/k~11', 'child', 'A'],
    ],
  );
});

test('losses: of a payload, and none at its own version', (t) => {
  const registry = new Registry();
  const A = defineObject(
    'A',
    '1.2',
    { x: field.integer({ since: '1.1' }), y: field.integer({ since: '1.2' }) },
    { registry },
  );
  const payload = JSON.parse(encode(create(A, { x: 1, y: 2 }), { target: '1.1' })) as object;
  t.deepEqual(backport(payload, '1.1', { registry }).losses, []);
  t.deepEqual(
    backport(payload, '1.0', { registry }).losses.map(({ path }) => path),
    ['/x'],
  );
  refused(t, () => backport(payload, '1.0', { registry, strict: true }), {
    code: 'LOSS',
    says: ['A at 1.0', '/x', 'without strict'],
  });
});

test('LossError: carries the losses, and no sensitive value', (t) => {
  const A = one({ s: field.string({ since: '1.1', sensitive: true }) })(new Registry());
  const error = refused(
    t,
    () => encode(create<object>(A, { s: 'hunter2' }), { target: '1.0', strict: true }),
    {
      code: 'LOSS',
      says: ['/s'],
      hides: ['hunter2'],
    },
  );
  t.is((error as { losses?: readonly Loss[] } & Error).losses?.length, 1);
});

test('losses: show nothing of what is under a sensitive field', (t) => {
  const registry = new Registry();
  const Child = defineObject('Child', '1.1', { s: field.string({ since: '1.1' }) }, { registry });
  const child = field.object(Child, { sensitive: true, versions: { '1.0': '1.0' } });
  const all = field.list(field.object(Child, { versions: { '1.0': '1.0' } }), { sensitive: true });
  const A = defineObject('A', '1.1', { child, all }, { registry });
  const made = () => create(Child, { s: 'hunter2' });
  const { losses } = backport(create(A, { child: made(), all: [made()] }), '1.0');
  t.deepEqual(
    losses.map(({ path, from }) => [path, from]),
    [
      ['/child/s', '<sensitive>'],
      ['/all/0/s', '<sensitive>'],
    ],
  );
});
