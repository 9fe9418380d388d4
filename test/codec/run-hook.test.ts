import test from 'ava';
import {
  backport,
  create,
  decode,
  defineObject,
  defineReleases,
  encode,
  field,
  fromPrimitive,
  type HookContext,
  type Hooks,
  Registry,
  toPrimitive,
} from '../../lib/index.js';
import { dataOf, deepFreeze, envelope } from './payload.js';

/** Since 1.1 there is `full` in place of `first` and `last`; since 1.2 `state` knows `held`; since 1.3 `size` counts bytes. */
const person = (hooks: Hooks, registry = new Registry()) =>
  defineObject(
    'Person',
    '1.3',
    {
      full: field.string({ since: '1.1' }),
      state: field.enum(['new', 'held'], { values: { held: { since: '1.2', fallback: 'new' } } }),
      size: field.integer({ nullable: true }),
    },
    {
      registry,
      retired: { first: field.string({ until: '1.1' }), last: field.string({ until: '1.1' }) },
      obj_make_compatible: hooks,
    },
  );

const names: Hooks = {
  '1.1': {
    down: (data) => {
      [data['first'], data['last']] = String(data['full']).split(' ');
    },
    up: (data) => {
      data['full'] = `${data['first']} ${data['last']}`;
    },
  },
};

test('hooks: one moves values down, its mirror moves them up', (t) => {
  const Person = person(names);
  const ada = create(Person, { full: 'Ada Byron', state: 'new', size: 1 });
  const text = encode(ada, { target: '1.0' });
  t.deepEqual(dataOf(text), { state: 'new', size: 1, first: 'Ada', last: 'Byron' });
  t.is(decode(Person, text).full, 'Ada Byron');
});

test('hooks: a bare function is down', (t) => {
  const Person = person({
    '1.3': (data, { direction }) => {
      data['size'] = direction === 'down' ? 8 : -8;
    },
  });
  const data = { full: 'a b', state: 'new', size: 1 };
  t.is(dataOf(encode(create(Person, { full: 'a b', state: 'new', size: 1 }), { target: '1.2' }))['size'], 8);
  t.is(fromPrimitive(Person, envelope('Person', '1.2', data)).size, 1);
});

test('hooks: down from newest to oldest, up from oldest to newest, each seeing its newer shape whole', (t) => {
  const seen: [string, unknown][] = [];
  const look = (data: object, { version, direction }: HookContext) => {
    seen.push([`${direction} ${version}`, { ...data }]);
  };
  const both = { down: look, up: look };
  const Person = person({ '1.1': both, '1.2': both, '1.3': both });
  const text = encode(create(Person, { full: 'a b', state: 'held', size: null }), { target: '1.0' });
  t.deepEqual(seen, [
    ['down 1.3', { full: 'a b', state: 'held', size: null }],
    ['down 1.2', { full: 'a b', state: 'held', size: null }],
    ['down 1.1', { full: 'a b', state: 'new', size: null }],
  ]);
  seen.length = 0;
  decode(Person, text.replace('"state"', '"first":"a","last":"b","state"'));
  t.deepEqual(seen, [
    ['up 1.1', { state: 'new', size: null, first: 'a', last: 'b' }],
    ['up 1.2', { state: 'new', size: null }],
    ['up 1.3', { state: 'new', size: null }],
  ]);
});

test('hooks: only those of the versions that are crossed run', (t) => {
  let runs: string[] = [];
  const note = (_data: unknown, { version }: HookContext) => {
    runs.push(version);
  };
  const Person = person({ '1.1': note, '1.2': note, '1.3': note });
  const ada = create(Person, { full: 'a b', state: 'new', size: 1 });
  const crossed = (target: string | undefined) => {
    runs = [];
    encode(ada, { target });
    return runs;
  };
  t.deepEqual(crossed(undefined), []);
  t.deepEqual(crossed('1.3'), []);
  t.deepEqual(crossed('1.2'), ['1.3']);
  t.deepEqual(crossed('1.1'), ['1.3', '1.2']);
});

test('hooks: undefined unsets, null is a value, and unset fields are not there', (t) => {
  const seen: object[] = [];
  const registry = new Registry();
  const Person = person(
    {
      '1.3': (data) => {
        seen.push({ ...data });
        data['full'] = undefined;
        data['size'] = null;
      },
    },
    registry,
  );
  const payload = envelope('Person', '1.3', { full: 'a', state: 'new' });
  t.deepEqual(dataOf(backport(payload, '1.2', { registry }).primitive), { state: 'new', size: null });
  t.deepEqual(seen, [{ full: 'a', state: 'new' }]);
  t.deepEqual(dataOf(encode(create(Person, { full: 'a', state: 'held', size: 1 }), { target: '1.2' })), {
    state: 'held',
    size: null,
  });
});

test('hooks: the data are a copy, also of what is deep in them', (t) => {
  const registry = new Registry();
  const A = defineObject(
    'A',
    '1.1',
    { j: field.json(), l: field.list(field.integer()) },
    {
      registry,
      obj_make_compatible: {
        '1.1': (data) => {
          (data['j'] as { deep: number[] }).deep.push(2);
          (data['l'] as number[]).length = 0;
        },
      },
    },
  );
  const payload = deepFreeze(envelope('A', '1.1', { j: { deep: [1] }, l: [1] }));
  const instance = deepFreeze(create(A, { j: { deep: [1] }, l: [1] }));
  const older = { j: { deep: [1, 2] }, l: [] };
  t.deepEqual(dataOf(backport(payload, '1.0', { registry }).primitive), older);
  t.deepEqual(dataOf(encode(instance, { target: '1.0' })), older);
  t.deepEqual(instance.j, { deep: [1] });
});

test('hooks: the context names object, versions, direction, manifest and what the caller gave', (t) => {
  let seen: HookContext | undefined;
  const keep = (_data: unknown, context: HookContext) => {
    seen = context;
  };
  const registry = new Registry();
  const Person = person({ '1.1': { up: keep }, '1.2': keep }, registry);
  const ada = create(Person, { full: 'a', state: 'new', size: 1 });
  const context = { tenant: 't' };

  encode(ada, { target: '1.1', context });
  t.like(seen, {
    object: 'Person',
    version: '1.2',
    direction: 'down',
    target: '1.1',
    manifest: undefined,
    resolved: undefined,
  });
  t.is(seen?.context, context);

  const manifest = { Person: '1.0', Unrelated: '3.4' };
  toPrimitive(ada, { target: manifest });
  t.like(seen, { target: '1.0' });
  t.deepEqual(seen?.manifest, manifest);

  defineReleases(registry, { old: { Person: '1.1' } });
  encode(ada, { target: 'old' });
  t.deepEqual(seen?.manifest, { Person: '1.1' });

  fromPrimitive(Person, envelope('Person', '1.0', { first: 'a', last: 'b', state: 'new', size: 1 }), {
    context,
  });
  t.like(seen, { object: 'Person', version: '1.1', direction: 'up', target: '1.3', context });
});

test('hooks: the context holds the same data as the first argument', (t) => {
  const Person = person({
    '1.3': (_data, { data }) => {
      data['size'] = 5;
    },
  });
  const text = encode(create(Person, { full: 'a', state: 'new', size: 1 }), { target: '1.2' });
  t.is(dataOf(text)['size'], 5);
});

test('hooks: a table that is inherited through the prototype is not read', (t) => {
  const table = Object.create({
    '1.1': () => {
      throw new Error('not mine');
    },
  }) as Hooks;
  const Person = person(table);
  t.notThrows(() => encode(create(Person, { full: 'a', state: 'new', size: 1 }), { target: '1.0' }));
});

test('hooks: one at 1.3.0 runs where the class says 1.3', (t) => {
  const Person = person({ '1.3.0': (data) => void (data['size'] = 9) });
  const text = encode(create(Person, { full: 'a', state: 'new', size: 1 }), { target: '1.2' });
  t.is(dataOf(text)['size'], 9);
});
