import test from 'ava';
import { compare } from '../measure/compare.js';
import { median } from '../measure/median.js';
import { budgets } from '../report/budgets.js';
import { picture } from '../report/picture.js';
import { table } from '../report/table.js';
import type { Results } from '../results.js';
import { measureTiers } from '../studies/tiers.js';
import { makeWorkload } from '../workload/workload.js';

test('median(): the middle, or the mean of two', (t) => {
  t.is(median([3, 1, 2]), 2);
  t.is(median([4, 1, 2, 3]), 2.5);
});

test('makeWorkload(): the same each time, another for another seed', (t) => {
  const [first, second, other] = [makeWorkload(), makeWorkload(), makeWorkload(18)];
  t.deepEqual(first.servers.texts, second.servers.texts);
  t.notDeepEqual(first.servers.texts, other.servers.texts);
});

test('makeWorkload(): what the samples are said to be', (t) => {
  const { servers, agents } = makeWorkload();
  t.is(Object.keys(servers.data[0]!).length, 23);
  t.is(servers.texts.filter((text) => /\\n/.test(text)).length, servers.texts.length / 8);
  t.is(servers.texts.filter((text) => /[^\0-\xff]/.test(text)).length, servers.texts.length / 16);
  t.is(Object.keys(agents.data[0]!).length, 6);
});

test('compare(): runs each and its floor, and gives numbers', (t) => {
  const calls = { once: 0, tenTimes: 0 };
  const work = (): unknown => JSON.stringify({ a: [1, 2, 3] });
  const results = compare(
    {
      once: { run: () => ((calls.once += 1), work()), floor: work, samples: 1 },
      tenTimes: {
        run: () => ((calls.tenTimes += 1), Array.from({ length: 10 }, work)),
        floor: work,
        samples: 1,
      },
    },
    { window: 2, warmUp: 4, rounds: 3, passes: 1 },
  );
  // No claim on how fast: only that both were run, and that the numbers are some.
  t.true(calls.once > 3 && calls.tenTimes > 3);
  for (const { ratio, microseconds } of Object.values(results)) t.true(ratio > 0 && microseconds > 0);
});

test('measureTiers(): a time for each count, from the first use on', (t) => {
  for (const codegen of [true, false]) {
    const [first = 0, second = 0] = measureTiers(codegen, [1, 3]);
    t.true(first > 0 && second > first);
  }
});

test('table(): columns line up, numbers to the right', (t) => {
  t.is(
    table(
      ['name', 'ratio'],
      [
        ['a', '1.50'],
        ['longer', '–'],
      ],
    ),
    ['| name   | ratio |', '| ------ | ----: |', '| a      |  1.50 |', '| longer |     – |'].join('\n'),
  );
});

test('budgets(): the writing budgets follow the version of Node', (t) => {
  const limitOf = (node: string): number | undefined =>
    budgets(resultsOf(node)).find(({ promise }) => promise === 'backlevel: encode, to the floor')?.limit;
  t.deepEqual(['20.20.2', '22.1.0', '24.0.0', '26.10.0'].map(limitOf), [1.25, 0.7, 0.7, 0.45]);
});

test('picture(): a bar for each ratio, of the oldest and the newest Node', (t) => {
  const svg = picture([resultsOf('20.20.2'), resultsOf('22.1.0'), resultsOf('26.10.0')]);
  t.deepEqual(svg.match(/Node \d+/g), ['Node 20', 'Node 26']);
  t.is(svg.match(/<rect/g)?.length, 4);
  t.regex(svg, />0\.75</);
});

function resultsOf(node: string): Results {
  const about = { wire: 'nested', checksReading: '', checksWriting: '', versions: '', byHand: '' } as const;
  return {
    node,
    v8: '',
    processor: '',
    effort: { window: 1, warmUp: 1, rounds: 1, passes: 1 },
    contenders: [
      {
        name: 'backlevel',
        ...about,
        versionsUsed: {},
        tasks: { encode: { ratio: 1.5, microseconds: 1 }, decode: { ratio: 0.75, microseconds: 1 } },
      },
    ],
    prices: {},
    curves: { size: [], versions: [] },
    tiers: [],
    memory: {},
    startUp: {},
  };
}
