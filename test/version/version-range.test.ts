import test from 'ava';
import fc from 'fast-check';
import { InvalidVersionError, Version, VersionRange } from '../../lib/index.js';

const includes = test.macro({
  exec(t, range: string, inside: string[], outside: string[]) {
    const parsed = VersionRange.parse(range);
    for (const text of inside) t.true(parsed.includes(Version.parse(text)), text);
    for (const text of outside) t.false(parsed.includes(Version.parse(text)), text);
    t.is(String(parsed), range);
  },
  title: (_given, range: string) => `includes(): '${range}'`,
});
test(includes, '1.4', ['1.4', '1.4.0'], ['1.3', '1.5', '1.4.1', '2.4']);
test(includes, '=1.4', ['1.4'], ['1.40']);
test(includes, '==1.4', ['1.4'], ['1.5']);
test(includes, '!=1.4', ['1.3', '1.5', '1.4.1'], ['1.4', '1.4.0']);
test(includes, '>=1.9', ['1.9', '1.10', '2.0'], ['1.8', '0.9']);
test(includes, '>1.9', ['1.10', '1.9.1'], ['1.9', '1.8']);
test(includes, '<=1.9', ['1.9', '1.2', '0.99'], ['1.9.1', '1.10']);
test(includes, '<1.10', ['1.9', '1.9.99'], ['1.10', '1.11']);
test(includes, '>=1.2,<1.10', ['1.2', '1.9'], ['1.1', '1.10']);
test(includes, ' >= 1.2 , < 1.10 , != 1.5 ', ['1.4', '1.6'], ['1.5', '1.1']);
test(includes, '>2.0,<1.0', [], ['0.5', '1.5', '2.5']);

for (const text of [
  '',
  ' ',
  ',',
  '1.2,',
  ',1.2',
  '>=',
  '>=1',
  '>= 1.2.3.4',
  '=>1.2',
  '~1.2',
  '^1.2',
  '1.x',
  '01.2',
  '>=1.2 <1.10',
  '1.2-1.4',
  '*',
  '>1.1000000',
]) {
  test(`parse(): refuses the range '${text}'`, (t) => {
    const error = t.throws(() => VersionRange.parse(text), { instanceOf: InvalidVersionError });
    t.regex(error.message, /a range is comparators joined by commas/);
  });
}

test('includes(): a range and its opposite share no version and miss none', (t) => {
  const part = fc.integer({ min: 0, max: 5 });
  const version = fc.tuple(part, part, part).map((parts) => Version.parse(parts.join('.')));
  const opposites = [
    ['>=', '<'],
    ['>', '<='],
    ['==', '!='],
  ] as const;
  fc.assert(
    fc.property(version, version, fc.constantFrom(...opposites), (bound, given, [operator, opposite]) => {
      const inside = VersionRange.parse(`${operator}${bound}`).includes(given);
      t.not(VersionRange.parse(`${opposite}${bound}`).includes(given), inside);
    }),
  );
});
