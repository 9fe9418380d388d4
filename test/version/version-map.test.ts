import test from 'ava';
import { InvalidVersionError, Version } from '../../lib/index.js';
import { valueAt } from '../../lib/version/version-map.js';

const map = { '1.10': 'd', '1.0': 'a', '1.9': 'c', '1.2.1': 'b' };

const rows: [version: string, expected: string | undefined][] = [
  ['0.9', undefined],
  ['1.0', 'a'],
  ['1.0.5', 'a'],
  ['1.2', 'a'],
  ['1.2.1', 'b'],
  ['1.8', 'b'],
  ['1.9', 'c'],
  ['1.9.4', 'c'],
  ['1.10', 'd'],
  ['1.99', 'd'],
  ['2.0', 'd'],
];

for (const [version, expected] of rows) {
  test(`valueAt(): answers ${expected ?? 'nothing'} at ${version}, in whatever order the keys stand`, (t) => {
    t.is(valueAt(map, Version.parse(version)), expected);
  });
}

test('valueAt(): an empty map has nothing, and a value may be undefined', (t) => {
  t.is(valueAt({}, Version.parse('1.0')), undefined);
  t.is(valueAt({ '1.0': 1, '1.1': undefined }, Version.parse('1.1')), undefined);
});

test('valueAt(): refuses a key that is no version', (t) => {
  t.throws(() => valueAt({ '1.0': 1, latest: 2 }, Version.parse('1.0')), { instanceOf: InvalidVersionError });
});
