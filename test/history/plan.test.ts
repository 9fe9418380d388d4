import test from 'ava';
import { defineObject, field, modelOf, planFor, Registry, type Step, Version } from '../../lib/index.js';

const make = () => {
  const registry = new Registry();
  defineObject('Disk', '1.0', { size: field.integer() }, { registry });
  return modelOf(
    defineObject(
      'Stack',
      '1.3',
      {
        id: field.integer(),
        title: field.string({ renamed: [{ in: '1.2', from: 'name' }] }),
        state: field.enum(['new', 'held'], { values: { held: { since: '1.2', fallback: 'new' } } }),
        count: field.integer({ retyped: [{ in: '1.2', from: field.string(), up: Number, down: String }] }),
        note: field.string({ since: '1.2', absent: '', down: 'refuse' }),
        calc: field.integer({ since: '1.2', down: () => undefined }),
        disks: field.dict(field.list(field.object('Disk'))),
      },
      {
        registry,
        retired: {
          old: field.integer({ until: '1.2', fill: 7 }),
          made: field.integer({ until: '1.2', fill: () => 7 }),
          gone: field.integer({ until: '1.3' }),
        },
        obj_make_compatible: {
          '1.2': { down: () => undefined, up: () => undefined },
          '1.3': () => undefined,
        },
      },
    ),
  );
};

const plan = (from: string, to: string) => planFor(make(), Version.parse(from), Version.parse(to));

test('planFor(): going down, each version is its hook, then what undoes it, then a check of the older shape', (t) => {
  const { steps, ...rest } = plan('1.3', '1.0');
  t.deepEqual(rest, {
    object: 'Stack',
    from: '1.3',
    to: '1.0',
    direction: 'down',
    children: { disks: { dict: { list: { object: 'Disk', subclasses: false } } } },
  });
  t.deepEqual(
    steps.map((step) => `${step.at} ${step.do}`),
    [
      '1.3 hook',
      '1.3 check',
      '1.2 hook',
      '1.2 values',
      '1.2 retype',
      ...steps.slice(5, -1).map((step) => `1.2 ${step.do}`),
      '1.2 check',
    ],
  );
  t.deepEqual([...new Set(steps.slice(5, -1).map((step) => step.do))].toSorted(), ['drop', 'fill', 'rename']);
  const expected: Step[] = [
    { do: 'hook', at: '1.2', object: 'Stack', version: '1.2' },
    {
      do: 'values',
      at: '1.2',
      field: 'state',
      each: [],
      replace: [['held', 'new']],
      drop: [],
      dropObjects: [],
    },
    { do: 'retype', at: '1.2', field: 'count' },
    { do: 'drop', at: '1.2', field: 'note', absent: '', refuse: true },
    { do: 'drop', at: '1.2', field: 'calc', computed: true },
    { do: 'fill', at: '1.2', field: 'old', value: 7 },
    { do: 'fill', at: '1.2', field: 'made', computed: true },
    { do: 'check', at: '1.2', version: '1.1', fields: 'all' },
  ];
  for (const step of expected)
    t.true(
      steps.some((found) => JSON.stringify(found) === JSON.stringify(step)),
      JSON.stringify(step),
    );
});

test('planFor(): going up, the oldest version comes first and its hook before the rest', (t) => {
  const { steps, direction } = plan('1.0', '1.3');
  t.is(direction, 'up');
  const names = steps.map((step) => `${step.at} ${step.do}`);
  t.is(names[0], '1.2 hook');
  t.deepEqual(names.slice(-1), ['1.3 drop']);
  t.is(names.lastIndexOf('1.2 check'), names.length - 2);
  t.true(names.indexOf('1.2 drop') < names.indexOf('1.2 retype'));
  t.true(names.indexOf('1.2 retype') < names.indexOf('1.2 fill'));
  t.deepEqual(
    steps.find((step) => step.do === 'fill'),
    { do: 'fill', at: '1.2', field: 'note', value: '' },
  );
});

test('planFor(): a hook that goes one way only is a step only that way', (t) => {
  const hooksOf = (from: string, to: string) =>
    plan(from, to).steps.flatMap((step) => (step.do === 'hook' ? [step.version] : []));
  t.deepEqual(hooksOf('1.3', '1.0'), ['1.3', '1.2']);
  t.deepEqual(hooksOf('1.0', '1.3'), ['1.2']);
  t.deepEqual(hooksOf('1.2', '1.1'), ['1.2']);
  t.deepEqual(hooksOf('1.3', '1.2'), ['1.3']);
});

for (const [from, to] of [
  ['1.3', '1.0'],
  ['1.0', '1.3'],
  ['1.2', '1.1'],
  ['1.1', '1.1'],
] as const) {
  test(`planFor(): ${from} to ${to} is JSON, frozen, and made once`, (t) => {
    const model = make();
    const made = planFor(model, Version.parse(from), Version.parse(to));
    t.deepEqual(JSON.parse(JSON.stringify(made)), made);
    t.true(Object.isFrozen(made));
    t.is(planFor(model, Version.parse(from), Version.parse(to)), made);
  });
}

test('planFor(): from a version to itself there is nothing to do', (t) => {
  t.deepEqual(plan('1.2', '1.2').steps, []);
});
