import { rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import test from 'ava';
import type * as Backlevel from '../../lib/index.js';
import type * as Models from '../../objects/heat/index.js';
import { installService, makeWorkspace } from './install.js';
import { Service } from './service.js';

type Copy = typeof Backlevel;

/** A service in this process: its own backlevel, the models, and the copy of backlevel that these brought. */
interface World {
  readonly ours: Copy;
  readonly theirs: Copy;
  readonly models: typeof Models;
}

const workspace = await makeWorkspace();
const installation = { release: '2017.1', backlevel: 'dependencies' } as const;
const alike = await load(await installService(workspace, 'alike', installation));
const strangeFolder = await installService(workspace, 'strange', { ...installation, format: 2 });
const strange = await load(strangeFolder);
test.after.always(() => rm(workspace, { recursive: true }));

test('two copies: the models brought one of their own', (t) => {
  for (const { ours, theirs, models } of [alike, strange]) {
    t.not(ours.encode, theirs.encode);
    t.true(models.heat instanceof theirs.Registry);
    t.false(models.heat instanceof ours.Registry);
  }
});

test('two copies: what one writes is what the other writes, for each class and release', (t) => {
  const { ours, theirs, models } = alike;
  for (const sample of Object.values<object>({ ...models.samplesOf(1) })) {
    const Class = sample.constructor as Backlevel.ObjectClass;
    for (const { text: target } of ours.versionsOf(ours.modelOf(Class))) {
      const text = ours.encode(sample, { target });
      t.is(text, theirs.encode(sample, { target }));
      t.true(theirs.equals(ours.decode(Class, text), theirs.decode(Class, text)));
    }
  }
});

test('two copies: a class of the service holds, extends and stands beside classes of the models', (t) => {
  const { ours, models } = alike;
  const { field } = ours;
  const { heat, PropertiesData, samplesOf, Stack } = models;
  const registry = new ours.Registry({ namespace: 'audit' });
  const Audit = ours.defineObject('Audit', '1.0', { stack: field.object(() => Stack) }, { registry });
  const audit = ours.create(Audit, { stack: samplesOf(1).stack });
  t.deepEqual(ours.versionManifest(Audit), { Audit: '1.0', ...ours.versionManifest(Stack) });
  t.true(ours.equals(ours.decode(Audit, ours.encode(audit)), audit));

  const Signed = ours.defineObject(
    'SignedProperties',
    '1.0',
    { by: field.string() },
    { registry: heat, extends: PropertiesData },
  );
  const signed = ours.create(Signed, { data: { size: 1 }, by: 'ada' });
  const tree = ours.encodeAny({ args: [signed] });
  const back = ours.decodeAny(tree, { registry: heat }) as { readonly args: readonly object[] };
  t.true(back.args[0] instanceof Signed && back.args[0] instanceof PropertiesData);
  t.deepEqual(back, { args: [signed] });
});

/** Everything that a service does with the classes of its models. */
const uses: Readonly<Record<string, (world: World) => unknown>> = {
  'modelOf()': ({ ours, models }) => ours.modelOf(models.Stack),
  'versionManifest()': ({ ours, models }) => ours.versionManifest(models.Stack),
  'create()': ({ ours, models }) => ours.create(models.PropertiesData, { data: {} }),
  'partial()': ({ ours, models }) => ours.partial(models.Stack, {}),
  'encode()': ({ ours, models }) => ours.encode(models.samplesOf(1).stack),
  'encode() for a release': ({ ours, models }) =>
    ours.encode(models.samplesOf(1).stack, { target: '2016.1' }),
  'encodeAny()': ({ ours, models }) => ours.encodeAny([models.samplesOf(1).stack]),
  'decode()': ({ ours, theirs, models }) =>
    ours.decode(models.Stack, theirs.encode(models.samplesOf(1).stack)),
  'decodeAny()': ({ ours, theirs, models }) =>
    ours.decodeAny(theirs.encodeAny([models.samplesOf(1).stack]), { registry: models.heat }),
  'backport()': ({ ours, models }) => ours.backport(models.samplesOf(1).stack, '2016.1'),
  'backport() of a payload': ({ ours, theirs, models }) =>
    ours.backport(theirs.toPrimitive(models.samplesOf(1).stack), '2016.1', { registry: models.heat }),
  'validate()': ({ ours, models }) => ours.validate(models.Stack, models.samplesOf(1).stack),
  'at()': ({ ours, models }) => ours.at(models.Stack, '2016.1'),
  'jsonSchema()': ({ ours, models }) => ours.jsonSchema(models.Stack),
  'schemaOf()': ({ ours, models }) => ours.schemaOf(models.Stack),
  'changes()': ({ ours, models }) => ours.changes(models.samplesOf(1).stack),
  'clone()': ({ ours, models }) => ours.clone(models.samplesOf(1).stack),
  'a class that extends one of theirs': ({ ours, models }) =>
    ours.defineObject(
      'Extended',
      '1.0',
      {},
      { registry: new ours.Registry(), extends: models.PropertiesData },
    ),
  'a class that holds one of theirs': ({ ours, models }) =>
    ours.versionManifest(
      ours.defineObject(
        'Holder',
        '1.0',
        { stack: ours.field.object(() => models.Stack) },
        { registry: new ours.Registry() },
      ),
    ),
};

for (const [name, use] of Object.entries(uses)) {
  test(`two copies: ${name} works with a model of the same format, and refuses another with one typed error`, (t) => {
    t.notThrows(() => use(alike));
    const error = t.throws(() => use(strange), { code: 'BACKLEVEL_INCOMPATIBLE_COPY' });
    t.true(error instanceof strange.ours.IncompatibleCopyError);
    t.like(error, { found: '2', known: 1 });
    t.regex(error.message, /make it a peer dependency of the package that shares the models$/);
  });
}

test('two copies: a service whose models have another format answers with that error, and lives on', async (t) => {
  const service = new Service(strangeFolder, 'service.mjs');
  for (const command of [
    { do: 'manifest', object: 'Stack' },
    { do: 'write', object: 'Stack', seed: 1 },
    { do: 'read', object: 'Stack', text: '{}' },
  ]) {
    t.like(await service.call(command), { error: { code: 'BACKLEVEL_INCOMPATIBLE_COPY', found: '2' } });
  }
  await service.stop();
});

async function load(folder: string): Promise<World> {
  const ofService = createRequire(join(folder, 'service.mjs'));
  const entry = ofService.resolve('heat-models');
  const [ours, theirs, models] = await Promise.all(
    [ofService.resolve('backlevel'), createRequire(entry).resolve('backlevel'), entry].map(
      (file) => import(pathToFileURL(file).href) as Promise<unknown>,
    ),
  );
  return { ours: ours as Copy, theirs: theirs as Copy, models: models as typeof Models };
}
