import test from 'ava';
import { chmodSync, lstatSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { declarationsIn } from '../../lib/cli/source/find-declarations.js';
import { Workplace } from './workplace.js';

const finds = test.macro({
  exec: (t, text: string, versions: readonly string[]) => {
    const found = declarationsIn('x.ts', text, 'Stack');
    t.deepEqual(
      found.map(({ version }) => version),
      versions,
    );
    for (const { index, version } of found) t.is(text.slice(index, index + version.length), version);
  },
  title: (_given, text) => `declarationsIn(): ${JSON.stringify(text)}`,
});
test(finds, `@versioned('Stack', '1.4')`, ['1.4']);
test(finds, `@versioned<Stack>(\n  "Stack",\n  "1.4.2", { oldest: '1.0' })`, ['1.4.2']);
test(finds, `const A = defineObject<Map<string, B>>(\`Stack\`, \`2.0\`, {})`, ['2.0']);
test(finds, `@versioned('StackTag', '1.4')`, []);
test(finds, `@versioned('Stack', VERSION)`, []);
test(finds, `// @versioned('Stack', '1.3')\n/* defineObject('Stack', '1.2') */ @versioned('Stack', '1.4')`, [
  '1.4',
]);
test(finds, `const url = 'http://x'; defineObject('Stack', '1.4', {})`, ['1.4']);
test(finds, `reversioned('Stack', '1.4')`, []);

const CLASS = `import { defineObject } from 'backlevel';\ndefineObject('Stack', '1.4.2', {});\n`;

test('bump: writes the next minor, major or patch version, and keeps the mode of the file', async (t) => {
  const place = new Workplace({ 'src/stack.ts': CLASS, 'dist/stack.js': CLASS });
  t.teardown(() => place.remove());
  chmodSync(join(place.folder, 'src/stack.ts'), 0o640);
  t.deepEqual(await place.json(['bump', 'Stack', '--patch']), {
    code: 0,
    format: 1,
    command: 'bump',
    ok: true,
    object: 'Stack',
    file: join('src', 'stack.ts'),
    line: 2,
    from: '1.4.2',
    to: '1.4.3',
  });
  t.is((await place.json(['bump', 'Stack']))['to'], '1.5');
  t.is((await place.json(['bump', 'Stack', '--major']))['to'], '2.0');
  t.is(place.read('src/stack.ts'), CLASS.replace('1.4.2', '2.0'));
  t.is(place.read('dist/stack.js'), CLASS);
  t.is(statSync(join(place.folder, 'src/stack.ts')).mode & 0o777, 0o640);
});

test('bump: works on a class that does not load, as it is in the middle of an edit', async (t) => {
  const place = new Workplace({
    'backlevel.config.json': '{ "modules": ["stack.js"] }',
    'stack.js': CLASS.replace('{}', `{ id: field.integer({ since: '1.5' }) }`),
  });
  t.teardown(() => place.remove());
  t.is((await place.run(['bump', 'Stack'])).stdout, 'stack.js:2: Stack 1.4.2 → 1.5\n');
});

test('bump: refuses what is declared nowhere, or more than once, and changes nothing', async (t) => {
  const place = new Workplace({ 'a.ts': CLASS, 'b.ts': CLASS });
  t.teardown(() => place.remove());
  const twice = await place.run(['bump', 'Stack']);
  t.is(twice.code, 2);
  t.regex(
    twice.stderr,
    /Stack is declared 2 times: a\.ts:2, b\.ts:2; name the file that is meant with --file/,
  );
  t.regex((await place.run(['bump', 'Stick'])).stderr, /no source in .* says @versioned\('Stick', '…'\)/);
  t.is((await place.run(['bump', 'Stack', '--major', '--patch'])).code, 2);
  t.is(place.read('a.ts') + place.read('b.ts'), CLASS + CLASS);
  t.is((await place.run(['bump', 'Stack', '--file', 'b.ts'])).code, 0);
  t.is(place.read('a.ts') + place.read('b.ts'), CLASS + CLASS.replace('1.4.2', '1.5'));
});

test('bump: edits what a link leads to, and the link stays one', async (t) => {
  const place = new Workplace({ 'shared/stack.ts': CLASS, 'src/other.ts': '' });
  t.teardown(() => place.remove());
  symlinkSync(join('..', 'shared', 'stack.ts'), join(place.folder, 'src', 'stack.ts'));
  t.is((await place.run(['bump', 'Stack', '--file', 'src/stack.ts'])).code, 0);
  t.true(lstatSync(join(place.folder, 'src', 'stack.ts')).isSymbolicLink());
  t.is(place.read('shared/stack.ts'), CLASS.replace('1.4.2', '1.5'));
});
