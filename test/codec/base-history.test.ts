import test from 'ava';
import {
  backport,
  create,
  decode,
  encode,
  field,
  historyOf,
  type HookFunction,
  type Hooks,
  modelOf,
  Registry,
  versioned,
} from '../../lib/index.js';
import { dataOf, deepFreeze, envelope } from './payload.js';

/** Sub 1.4 extends Base 1.2; Base 1.1 came with Sub 1.2, and Base 1.2 with Sub 1.4. Each hook leaves its mark. */
function family() {
  const registry = new Registry();
  const mark =
    (name: string): HookFunction =>
    (data, { direction }) => {
      data['trail'] += direction === 'down' ? `-${name}` : `+${name}`;
    };
  const both = (name: string) => ({ down: mark(name), up: mark(name) });

  @versioned('Base', '1.2', { registry })
  class Base {
    @field.string() trail!: string;
    @field.integer({ renamed: [{ in: '1.1', from: 'number' }] }) count!: number;
    @field.integer({ since: '1.2', absent: 0 }) late!: number;
    static readonly obj_make_compatible: Hooks = { '1.1': both('b1'), '1.2': both('b2') };
  }
  @versioned('Sub', '1.4', { registry, base: { '1.0': '1.0', '1.2': '1.1', '1.4': '1.2' } })
  class Sub extends Base {
    @field.string({ since: '1.3', absent: '' }) own!: string;
    static override readonly obj_make_compatible: Hooks = { '1.2': both('s2'), '1.3': both('s3') };
  }
  return { registry, Sub };
}

test('base: its changes are made in the versions that the map says', (t) => {
  t.deepEqual(
    historyOf(modelOf(family().Sub)).map(({ version, changes }) => [
      version.text,
      changes.map((change) => (change.kind === 'hook' ? `${change.object} ${change.version}` : change.kind)),
    ]),
    [
      ['1.2', ['Base 1.1', 'Sub 1.2', 'renamed']],
      ['1.3', ['Sub 1.3', 'added']],
      ['1.4', ['Base 1.2', 'added']],
    ],
  );
});

for (const [target, trail] of [
  ['1.4', ''],
  ['1.3', '-b2'],
  ['1.2', '-b2-s3'],
  ['1.1', '-b2-s3-s2-b1'],
  ['1.0', '-b2-s3-s2-b1'],
] as const)
  test(`base: to ${target} its steps run where the map crosses them, and come back in the mirror`, (t) => {
    const { Sub } = family();
    const text = encode(create(Sub, { trail: '', count: 1, late: 2, own: 'o' }), { target });
    t.is(dataOf(text)['trail'], trail);
    const back = trail.split('-').toReversed().join('+').slice(0, -1);
    t.is(decode(Sub, text).trail, trail === '' ? '' : `${trail}+${back}`);
  });

test('base: direct equals stepwise', (t) => {
  const { registry } = family();
  const newest = deepFreeze(envelope('Sub', '1.4', { trail: '', count: 1, late: 2, own: 'o' }));
  let step = newest;
  for (const target of ['1.3', '1.2', '1.1', '1.0']) {
    step = deepFreeze(backport(step, target, { registry }).primitive);
    t.deepEqual(backport(newest, target, { registry }).primitive, step);
  }
  t.deepEqual(dataOf(step), { trail: '-b2-s3-s2-b1', number: 1 });
});
