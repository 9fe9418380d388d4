import test from 'ava';
import { Numbering, type VersionNumbers } from '../../lib/class-transformer/numbering.js';

const parent = { 1: '1.0', 1.1: '1.1', 1.2: '1.2' };
const tenth = { 1: '1.0', 1.9: '1.9', 1.1: '1.10' };

const goesWith = test.macro({
  exec(t, own: VersionNumbers, other: VersionNumbers, expected: Record<string, string> | undefined) {
    t.deepEqual(new Numbering('Own', own).alongside(new Numbering('Other', other)), expected);
  },
  title: (given = '') => `alongside(): ${given}`,
});
test('equal numbers are equal versions', goesWith, parent, parent, {
  '1.0': '1.0',
  '1.1': '1.1',
  '1.2': '1.2',
});
test(
  'what did not change stays',
  goesWith,
  parent,
  { 1: '1.0', 1.2: '1.1' },
  { '1.0': '1.0', '1.1': '1.0', '1.2': '1.1' },
);
test(
  'a number of the other alone counts from the next',
  goesWith,
  parent,
  { 1: '1.0', 1.15: '1.1' },
  { '1.0': '1.0', '1.1': '1.0', '1.2': '1.1' },
);
test(
  'what came later has no version before',
  goesWith,
  parent,
  { 1.1: '1.0' },
  { '1.1': '1.0', '1.2': '1.0' },
);
test('what came after all has none', goesWith, parent, { 1.5: '1.0' }, undefined);
test(
  '1.10 is after 1.9, where versions says so',
  goesWith,
  tenth,
  { 1: '1.0', 1.1: '1.1' },
  { '1.0': '1.0', '1.9': '1.0', '1.10': '1.1' },
);
test(
  'numbers in another order than the versions say nothing of a stranger',
  goesWith,
  tenth,
  { 1: '1.0', 1.5: '1.1' },
  undefined,
);
