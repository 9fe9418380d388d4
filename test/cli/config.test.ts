import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import test from 'ava';
import { Workplace } from './workplace.js';

const CLASS = `
  import { defineObject, field, Registry } from 'backlevel';
  export const shop = new Registry({ namespace: 'shop' });
  export const Order = defineObject('Order', '1.0', { id: field.integer() }, { registry: shop });
`;
const DECORATED = `
  import { field, Registry, versioned } from 'backlevel';
  import { Size } from './size.js';
  export const shop: Registry = new Registry({ namespace: 'shop' });
  @versioned('Order', '1.1', { registry: shop })
  export class Order {
    @field.integer() id!: number;
    @field.string({ since: '1.1', absent: '' }) note!: string;
    size = Size.Small;
  }
`;
const TYPESCRIPT = {
  'size.ts': 'export enum Size { Small }',
  'models.ts': DECORATED,
  'tsconfig.json': '{ "compilerOptions": { "experimentalDecorators": true, "target": "es2022" } }',
};
const config = (value: object): Readonly<Record<string, string>> => ({
  'backlevel.config.json': JSON.stringify(value),
});

const loads = test.macro({
  exec: async (t, files: Readonly<Record<string, string>>, packages: readonly string[] = []) => {
    const place = new Workplace(files, packages);
    t.teardown(() => place.remove());
    const { code, stdout, stderr } = await place.run(['show', 'Order']);
    t.is(stderr, '');
    t.is(code, 0);
    t.regex(stdout, /^shop\.Order 1\.\d\n/);
  },
  title: (name) => `${name}: the classes are found`,
});
test('a registry that a module exports', loads, {
  'models.js': CLASS,
  ...config({ modules: ['models.js'] }),
});
test('a registry that is named', loads, {
  'models.js': CLASS,
  ...config({ modules: ['models.js'], registry: 'shop' }),
});
test('a configuration in JavaScript, with the registry itself', loads, {
  'models.js': CLASS,
  'backlevel.config.js': `import { defineConfig } from 'backlevel/cli';
    import { shop } from './models.js';
    export default defineConfig({ registry: shop });`,
});
test(
  'TypeScript with decorators and enums, through tsx',
  loads,
  { ...TYPESCRIPT, ...config({ modules: ['models.ts'] }) },
  ['tsx'],
);
test(
  'TypeScript in a CommonJS package, configuration too, through tsx',
  loads,
  {
    ...TYPESCRIPT,
    'package.json': '{ "type": "commonjs" }',
    'backlevel.config.ts': `import { type Config, defineConfig } from 'backlevel/cli';
      const config: Config = defineConfig({ modules: ['models.ts'] });
      export default config;`,
  },
  ['tsx'],
);
test(
  'TypeScript through jiti',
  loads,
  {
    'models.ts': `${CLASS}\nexport type Order = InstanceType<typeof Order>;`,
    ...config({ modules: ['models.ts'] }),
  },
  ['jiti'],
);

const refused = test.macro({
  exec: async (t, files: Readonly<Record<string, string>>, said: RegExp, code = 'BACKLEVEL_CONFIG') => {
    const place = new Workplace(files);
    t.teardown(() => place.remove());
    const { code: exit, stderr, stdout } = await place.run(['show', 'Order', '--json']);
    t.is(exit, 2);
    t.regex(stderr, said);
    t.notRegex(stderr, /^\s+at /m);
    t.like(JSON.parse(stdout), { format: 1, command: 'show', ok: false, error: { code } });
  },
  title: (name) => `${name}: refused with exit code 2, without a stack trace`,
});
test('no configuration', refused, {}, /run backlevel init/, 'BACKLEVEL_USAGE');
test(
  'two configurations in one folder',
  refused,
  { ...config({}), 'backlevel.config.js': '' },
  /backlevel\.config\.json is there too; keep one/,
);
test('a configuration that is no JSON', refused, { 'backlevel.config.json': '{' }, /it is not JSON/);
test(
  'a configuration that throws',
  refused,
  { 'backlevel.config.js': 'throw new Error("oh");' },
  /it cannot be loaded: oh;/,
);
test(
  'a configuration without a default export',
  refused,
  { 'backlevel.config.js': '' },
  /it is no configuration/,
);
test(
  'a key that there is not',
  refused,
  config({ module: [] }),
  /nothing is called "module"; it takes modules, /,
);
test('a value that cannot be', refused, config({ window: 0 }), /window is wrong; say a whole number/);
test('a module that is not there', refused, config({ modules: ['x.js'] }), /x\.js: there is no such file/);
test(
  'a module that throws',
  refused,
  { 'x.js': 'null.y;', ...config({ modules: ['x.js'] }) },
  /x\.js: it cannot be loaded: Cannot read properties of null/,
);
test(
  'a class that is declared wrongly',
  refused,
  { 'x.js': CLASS.replace('integer()', "integer({ since: '1.4' })"), ...config({ modules: ['x.js'] }) },
  /Order\.id: it changes in 1\.4, but the class is at 1\.0/,
);
test(
  'a registry that no module exports',
  refused,
  { 'x.js': CLASS, ...config({ modules: ['x.js'], registry: 'ship' }) },
  /no module exports a registry called ship; exported are shop/,
);
test(
  'modules without a class',
  refused,
  { 'x.js': '', ...config({ modules: ['x.js'] }) },
  /declare no versioned class/,
);
test(
  'two registries with one name',
  refused,
  {
    'x.js': `${CLASS} export const other = new Registry(); defineObject('Order', '1.0', {}, { registry: other });`,
    ...config({ modules: ['x.js'] }),
  },
  /two registries have an object called Order/,
);

test(
  'a folder as a module',
  refused,
  { 'src/x.js': CLASS, ...config({ modules: ['src'] }) },
  /src: there is no such file/,
);
test(
  'a module that ends the process',
  refused,
  { 'x.js': `${CLASS}; process.exit(0);`, ...config({ modules: ['x.js'] }) },
  /x\.js: it cannot be loaded: .*process\.exit\(0\) was called/,
);
test(
  'a module that waits for ever',
  refused,
  { 'x.js': `${CLASS}; await new Promise(() => {});`, ...config({ modules: ['x.js'] }) },
  /waits for what never comes/,
  'BACKLEVEL_INTERRUPTED',
);
test(
  'a module that throws later, while another one is loaded',
  refused,
  {
    'x.js': `${CLASS}; setImmediate(() => { throw new Error('too late'); });`,
    'y.js': `await new Promise((resolve) => setTimeout(resolve, 1000));`,
    ...config({ modules: ['x.js', 'y.js'] }),
  },
  /something that a module started threw: too late/,
  'BACKLEVEL_INTERRUPTED',
);

const stripsTypes = Boolean((process.features as { readonly typescript?: unknown }).typescript);
const unlessNodeDoes = stripsTypes ? test.skip : test; // such a Node loads TypeScript itself: nothing is refused
unlessNodeDoes(
  'TypeScript where nothing loads it',
  refused,
  { ...TYPESCRIPT, ...config({ modules: ['models.ts'] }) },
  /neither tsx nor jiti is installed; npm install --save-dev tsx, or name the module that the build makes/,
);

test('--config: a configuration elsewhere; its paths are relative to its folder', async (t) => {
  const place = new Workplace({
    'deep/models.js': CLASS,
    'deep/backlevel.config.json': '{ "modules": ["models.js"] }',
  });
  t.teardown(() => place.remove());
  t.is((await place.run(['show', 'Order', '--config', 'deep/backlevel.config.json'])).code, 0);
  t.regex((await place.run(['show', 'Order', '--config', 'x.json'])).stderr, /there is no such file/);
});

test('two registries: each keeps its part of one history', async (t) => {
  const place = new Workplace({
    'models.js': `${CLASS}
      export const bank = new Registry({ namespace: 'bank' });
      defineObject('Account', '2.3', { id: field.integer() }, { registry: bank });`,
    ...config({ modules: ['models.js'] }),
  });
  t.teardown(() => place.remove());
  t.is((await place.run(['snapshot'])).code, 0);
  t.like(await place.json(['release', 'r1']), { code: 0, manifest: { Account: '2.3', Order: '1.0' } });
  t.is((await place.run(['check'])).code, 0);
});

test('a second copy of backlevel, which the modules import: its classes are read all the same', async (t) => {
  const place = new Workplace({
    'models.js': `${CLASS}
        defineObject('Parcel', '1.1', { id: field.integer(), note: field.string({ since: '1.1', absent: '' }) });`,
    ...config({ modules: ['models.js'] }),
  });
  t.teardown(() => place.remove());
  const copy = join(place.folder, 'node_modules', 'backlevel');
  rmSync(copy);
  cpSync('build/dist', join(copy, 'build', 'dist'), { recursive: true });
  cpSync('package.json', join(copy, 'package.json'));
  t.is((await place.run(['snapshot'])).code, 0);
  t.like(await place.json(['release', 'r1']), { code: 0, manifest: { Order: '1.0', Parcel: '1.1' } });
  t.is((await place.run(['check'])).code, 0);
  t.is((await place.run(['prove', '--runs', '5'])).code, 0);
});

test('a module that prints: its text goes to stderr, and JSON stays JSON', async (t) => {
  const place = new Workplace({
    'x.js': `console.log('hello'); process.stdout.write('there\\n'); ${CLASS}`,
    ...config({ modules: ['x.js'] }),
  });
  t.teardown(() => place.remove());
  const { code, stdout, stderr } = await place.run(['show', 'Order', '--json']);
  t.is(code, 0);
  t.like(JSON.parse(stdout), { command: 'show', ok: true });
  t.is(stderr, 'hello\nthere\n');
});

test('--debug: shows where an error comes from', async (t) => {
  const place = new Workplace({ 'x.js': 'null.y;', ...config({ modules: ['x.js'] }) });
  t.teardown(() => place.remove());
  const { code, stderr } = await place.run(['show', 'Order', '--debug']);
  t.is(code, 2);
  t.regex(stderr, /^\s+at /m);
  t.regex(stderr, /\[cause\]/);
});

test('usage: what is typed wrongly exits with 2, help with 0', async (t) => {
  const place = new Workplace();
  t.teardown(() => place.remove());
  for (const args of [[], ['shew'], ['show'], ['show', 'A', 'B'], ['show', 'A', '--x']]) {
    const { code, stdout, stderr } = await place.run(args);
    t.is(code, 2, args.join(' '));
    t.is(stdout, '');
    t.not(stderr, '');
  }
  t.like(await place.json(['show']), { code: 2, error: { code: 'BACKLEVEL_USAGE' } });
  const help = await place.run(['--help']);
  t.is(help.code, 0);
  t.regex(help.stdout, /Exit codes: 0 fine, 1 findings or failures, 2 could not run/);
  t.regex((await place.run(['--version'])).stdout, /^\d+\.\d+\.\d+/);
});
