import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { compileFunction } from 'node:vm';
import test from 'ava';
import fc from 'fast-check';
import * as backlevel from '../../lib/index.js';
import { classFrom } from '../../lib/cli/infer/classes-from.js';
import { draftClasses } from '../../lib/cli/infer/draft-classes.js';
import { writeSource } from '../../lib/cli/infer/write-source.js';
import { samplesOf } from '../../objects/heat/index.js';
import { Workplace } from './workplace.js';

const { fromPrimitive, isBacklevelError, toPrimitive } = backlevel;
const tsc = join(process.cwd(), 'node_modules', 'typescript', 'bin', 'tsc');

const BARE = {
  id: 7,
  uuid: '7fe7afe1-bbb5-4fdb-ac62-2216fb90d9e7',
  seen_at: '2026-01-01T10:00:00Z',
  local_time: '2026-01-01T10:00:00+02:00',
  ip: '10.0.0.1',
  mac: '00:1a:2b:3c:4d:5e',
  ratio: 0.5,
  is_on: true,
  nothing: null,
  tags: ['a', 'b'],
  none: [],
  mixed: [1, 'a'],
  limits: { 'cpu-max': 3, 'ram-max': 4 },
  owner: { name: 'x', mail: null },
  disks: [{ size: 1 }, { size: 2, label: 'b' }],
  constructor: 1,
};

/** Compiles the module with TypeScript's strict settings, then lets another process read the payload with its class. */
function compileAndRead(place: Workplace, module: string, name: string, payload: string): string {
  place.write({
    'tsconfig.json': JSON.stringify({
      compilerOptions: {
        strict: true,
        target: 'es2022',
        module: 'nodenext',
        exactOptionalPropertyTypes: true,
        outDir: 'out',
        rootDir: '.',
      },
      include: ['src'],
    }),
    'read.js': `
      import { readFileSync } from 'node:fs';
      import { decode } from 'backlevel';
      import * as made from './out/src/${module}.js';
      console.log(JSON.stringify(decode(made[${JSON.stringify(name)}], readFileSync(${JSON.stringify(payload)}, 'utf8'))));`,
  });
  execFileSync(process.execPath, [tsc, '-p', place.folder], { stdio: 'inherit' });
  return execFileSync(process.execPath, ['read.js'], { cwd: place.folder, encoding: 'utf8' });
}

test('init --from: a class for a bare payload, which compiles and decodes it', async (t) => {
  const place = new Workplace({ 'server.json': JSON.stringify(BARE) }, ['tsx']);
  t.teardown(() => place.remove());
  t.like(await place.json(['init', '--from', 'server.json', '--name', 'Server']), {
    code: 0,
    files: ['src/server.ts', 'backlevel.config.json'],
  });
  t.is(
    place.read('src/server.ts'),
    `import { defineObject, field } from 'backlevel';

export const Owner = defineObject(
  'Owner',
  '1.0',
  {
    name: field.string(),
    // only null was seen: say what it can be
    mail: field.json({ nullable: true }),
  },
  { naming: 'snake_case', untagged: '1.0' },
);
export type Owner = InstanceType<typeof Owner>;

export const Disk = defineObject(
  'Disk',
  '1.0',
  {
    size: field.integer(),
    label: field.string({ optional: true }),
  },
  { naming: 'snake_case', untagged: '1.0' },
);
export type Disk = InstanceType<typeof Disk>;

export const Server = defineObject(
  'Server',
  '1.0',
  {
    // "constructor" cannot be the name of a field: it is ignored
    id: field.integer(),
    uuid: field.uuid(),
    seenAt: field.dateTime(),
    localTime: field.dateTime({ as: 'text' }),
    ip: field.ipAddress(),
    mac: field.mac(),
    ratio: field.number(),
    isOn: field.boolean(),
    // only null was seen: say what it can be
    nothing: field.json({ nullable: true }),
    tags: field.list(field.string()),
    // nothing was seen: say what it can be
    none: field.list(field.json()),
    // more than one kind of value was seen
    mixed: field.list(field.json()),
    limits: field.dict(field.integer()),
    owner: field.object(() => Owner),
    disks: field.list(field.object(() => Disk)),
  },
  { naming: 'snake_case', untagged: '1.0' },
);
export type Server = InstanceType<typeof Server>;
`,
  );
  const read = JSON.parse(compileAndRead(place, 'server', 'Server', 'server.json')) as Record<
    string,
    unknown
  >;
  t.like(read, { id: 7, isOn: true, owner: { name: 'x', mail: null }, disks: [{ size: 1 }, { label: 'b' }] });
  t.is((await place.run(['show', 'Server'])).code, 0);
});

test('init --from: classes for an envelope and those in it; nothing that is there is overwritten', async (t) => {
  const payload = JSON.stringify(toPrimitive(samplesOf(1).stack));
  const place = new Workplace({ 'stack.json': payload }, ['tsx']);
  t.teardown(() => place.remove());
  t.is((await place.run(['init', '--from', '-'], { input: payload })).code, 0);
  const source = place.read('src/stack.ts');
  t.like(JSON.parse(compileAndRead(place, 'stack', 'Stack', 'stack.json')), {
    name: samplesOf(1).stack.name,
  });
  const again = await place.run(['init', '--from', 'stack.json']);
  t.is(again.code, 2);
  t.regex(again.stderr, /src\/stack\.ts is there; move it away, or print the class with --print/);
  t.is(place.read('src/stack.ts'), source);
  t.is((await place.run(['init', '--from', 'stack.json', '--print'])).stdout, source);
  t.is((await place.run(['init'])).code, 2);
  t.is((await place.run(['snapshot'])).code, 0);
  t.is((await place.run(['check'])).code, 0);
});

const refused = test.macro({
  exec: async (t, input: string, args: readonly string[], said: RegExp) => {
    const place = new Workplace();
    t.teardown(() => place.remove());
    const { code, stderr } = await place.run(['init', '--from', '-', ...args], { input });
    t.is(code, 2);
    t.regex(stderr, said);
    t.false(existsSync(join(place.folder, 'src')));
    t.false(existsSync(join(place.folder, 'backlevel.config.json')));
  },
  title: (name) => `init --from: ${name} is refused, and nothing is written`,
});
test('what is no JSON', refused, '{', [], /the payload is not JSON/);
test('a list', refused, '[1]', ['--name', 'A'], /the payload is no JSON object/);
test('a bare payload without a name', refused, '{"a":1}', [], /give its class a name: --name Stack/);
test('a name that cannot be', refused, '{"a":1}', ['--name', 'constructor'], /no class can be made/);
test(
  'another name than that of the envelope',
  refused,
  JSON.stringify(toPrimitive(samplesOf(1).stackTag)),
  ['--name', 'A'],
  /says that it is a StackTag/,
);

test('init: an example in the language that can be loaded here', async (t) => {
  const place = new Workplace();
  t.teardown(() => place.remove());
  t.like(await place.json(['init', '--language', 'js']), {
    code: 0,
    files: ['src/models.js', 'backlevel.config.json'],
  });
  t.is((await place.run(['snapshot'])).code, 0);
  t.is((await place.run(['check'])).code, 0);
});

test('init --from: the file is named after the class, in letters that all file systems know', async (t) => {
  const place = new Workplace();
  t.teardown(() => place.remove());
  for (const [name, file] of [
    ['RawTemplate', 'raw-template'],
    ['../a b', 'a-b'],
    ['日本', 'models'],
  ] as const) {
    const { code, stdout } = await place.run(['init', '--from', '-', '--name', name, '--language', 'js'], {
      input: '{"a":1}',
    });
    t.is(code, 0);
    t.is(stdout.split('\n', 1)[0], `wrote src/${file}.js`);
    t.is(Object.keys((await import(join(place.folder, 'src', `${file}.js`))) as object).length, 1);
  }
});

test('init: keeps a module that is there', async (t) => {
  const place = new Workplace({ 'package.json': '{}', 'src/models.mjs': '// mine\n' });
  t.teardown(() => place.remove());
  t.like(await place.json(['init', '--language', 'js']), {
    files: ['backlevel.config.json'],
    kept: ['src/models.mjs'],
  });
  t.is(place.read('src/models.mjs'), '// mine\n');
});

test('init: a damaged package.json is said, and nothing is written', async (t) => {
  const place = new Workplace({ 'package.json': '{' });
  t.teardown(() => place.remove());
  const { code, stderr } = await place.run(['init']);
  t.is(code, 2);
  t.regex(stderr, /package\.json is not JSON; mend it/);
  t.false(existsSync(join(place.folder, 'src')));
  t.false(existsSync(join(place.folder, 'backlevel.config.json')));
});

/** Evaluates a generated module without its types. */
function evaluate(source: string): Record<string, unknown> {
  const names = [...source.matchAll(/export const (\S+) =/g)].map(([, name]) => name);
  const body = source.replace(/^import .*$/m, '').replaceAll('export const', 'const');
  const run = compileFunction(
    `const { defineObject, field } = backlevel;${body};return {${names.join(',')}};`,
    ['backlevel'],
  ) as (library: object) => Record<string, unknown>;
  return run(fresh);
}

/** The library with a registry that forgets, since many classes of one name are declared here. */
const fresh = {
  field: backlevel.field,
  get defineObject(): unknown {
    const registry = new backlevel.Registry();
    return (name: string, version: string, fields: object, options: object = {}) =>
      backlevel.defineObject(name, version, fields as never, { registry, ...options });
  },
};

const key = fc.oneof(
  fc.constantFrom(
    'id',
    'name',
    'rootStackId',
    'root_stack_id',
    'a-b',
    "it's",
    '__proto__',
    'constructor',
    '',
    '1',
    'é',
  ),
  fc.string(),
);
const { tree } = fc.letrec((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom(
      null,
      true,
      0,
      -1,
      1.5,
      1e-7,
      '',
      'text',
      '10.0.0.1',
      '::1',
      '2026-01-01T00:00:00.123456',
    ),
    fc.uuid(),
    fc.string(),
    fc.array(tie('tree'), { maxLength: 3 }),
    fc.dictionary(key, tie('tree'), { maxKeys: 4 }),
  ),
}));

test('draftClasses(): the written source reads the very payload, whatever it is', (t) => {
  fc.assert(
    fc.property(fc.dictionary(key, tree, { maxKeys: 5 }), (payload) => {
      const drafts = draftClasses(payload, 'Thing');
      const made = evaluate(writeSource(drafts, false));
      const Class = Object.values(made).at(-1) as typeof Object;
      fromPrimitive(Class, payload);
      fromPrimitive(classFrom(drafts), payload);
      // What came bare goes back bare, but for the names that no field can have.
      const back = toPrimitive(fromPrimitive(Class, payload), { target: 'untagged' });
      if (drafts.every(({ skipped }) => skipped.length === 0))
        t.deepEqual(back, JSON.parse(JSON.stringify(payload)));
    }),
    { numRuns: 150, seed: 42 },
  );
});

test('draftClasses(): what cannot be read at all is refused as a payload is', (t) => {
  const error = t.throws(() =>
    fromPrimitive(classFrom(draftClasses({ a: '\ud800' }, 'Thing')), { a: '\ud800' }),
  );
  t.true(isBacklevelError(error));
});
