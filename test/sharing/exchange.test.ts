import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'ava';
import type { BackportRequest, Manifest, Primitive } from '../../lib/index.js';
import { type Installation, installService, makeWorkspace } from './install.js';
import { Service } from './service.js';

type Kind = 'mjs' | 'cjs';

/** A new and an old service: how each is loaded, and where its package of models names backlevel. */
const pairs: readonly (readonly [string, newer: Kind, older: Kind, Installation['backlevel']])[] = [
  ['a module and CommonJS', 'mjs', 'cjs', 'peerDependencies'],
  ['CommonJS and a module', 'cjs', 'mjs', 'peerDependencies'],
  ['two copies of backlevel in each', 'mjs', 'cjs', 'dependencies'],
];

const workspace = await makeWorkspace();
const started = await Promise.all(
  pairs.map(async ([label, newer, older, backlevel]) => {
    const [newerService, olderService] = await Promise.all([
      start('2017.1', newer, backlevel),
      start('2016.1', older, backlevel),
    ]);
    return { label, oneCopy: backlevel === 'peerDependencies', newer: newerService, older: olderService };
  }),
);
test.after.always(async () => {
  await Promise.all(started.flatMap(({ newer, older }) => [newer.stop(), older.stop()]));
  await rm(workspace, { recursive: true });
});

const seeds = Array.from({ length: 10 }, (_, index) => index + 1);

for (const { label, oneCopy, newer, older } of started) {
  test(`${label}: each service has its own files of backlevel, and its own release of the models`, async (t) => {
    for (const [service, newest] of [
      [newer, '2017.1'],
      [older, '2016.1'],
    ] as const) {
      const entry = join(service.folder, 'node_modules', 'backlevel', 'build', 'dist', 'index.js');
      t.deepEqual(await service.ask({ do: 'describe' }), { entry, newest, oneCopy });
    }
  });

  test(`${label}: versionManifest() is what a reader tells a writer`, async (t) => {
    t.deepEqual(await manifestOf(older), {
      Stack: '1.1',
      StackTag: '1.0',
      RawTemplate: '1.0',
      Resource: '1.2',
      ResourceData: '1.0',
    });
    t.deepEqual(await manifestOf(newer), {
      Stack: '1.3',
      StackTag: '1.1',
      RawTemplate: '1.1',
      RawTemplateFiles: '1.0',
      Resource: '1.4',
      PropertiesData: '1.0',
      ResourceData: '1.0',
    });
  });

  test(`${label}: new to old, written for the manifest of the old one`, async (t) => {
    const target = await manifestOf(older);
    let moved = 0;
    for (const seed of seeds) {
      const text = await newer.ask({ do: 'write', object: 'Stack', seed, target });
      t.is(await newer.ask({ do: 'write', object: 'Stack', seed, target: '2016.1' }), text);
      const relayed = await older.ask({ do: 'read', object: 'Stack', text });
      t.deepEqual(parse(relayed), parse(text));
      const [now] = resourcesIn(await newer.ask({ do: 'write', object: 'Stack', seed }));
      const [then] = resourcesIn(text);
      t.is(then?.['physical_id'], now?.['physical_resource_id']);
      if (!now?.['properties_data']) continue;
      t.deepEqual(then?.['properties'], dataOf(now['properties_data'])['data']);
      moved += 1;
    }
    t.true(moved > 0, 'some resources have properties');
  });

  test(`${label}: old to new, brought up when it is read`, async (t) => {
    const text = await older.ask({ do: 'write', object: 'Stack', seed: 1 });
    t.is(resourcesIn(text)[0]?.['physical_id'], 'vm-7');
    const target = await manifestOf(newer);
    t.is(await older.ask({ do: 'write', object: 'Stack', seed: 1, target }), text, 'a reader may be ahead');
    const read = parse(await newer.ask({ do: 'read', object: 'Stack', text }));
    t.is(read['versioned_object.version'], '1.3');
    t.is(dataOf(read)['timeout'], 90);
    const [resource] = resourcesIn(read);
    t.is(resource?.['physical_resource_id'], 'vm-7');
    t.deepEqual(dataOf(resource?.['properties_data'] as object), {
      data: { flavor: 'm1.small', image: null },
      encrypted: false,
      created_at: null,
    });
    const manifest = await manifestOf(older);
    t.deepEqual(parse(await newer.ask({ do: 'backport', primitive: read, manifest })), parse(text));
  });

  test(`${label}: too new, without a target`, async (t) => {
    const text = await newer.ask({ do: 'write', object: 'Stack', seed: 1 });
    const answer = await older.call({ do: 'read', object: 'Stack', text });
    t.like(answer, {
      error: {
        code: 'BACKLEVEL_INCOMPATIBLE_OBJECT_VERSION',
        object: 'Stack',
        version: '1.3',
        supported: '1.1',
        pointer: '',
      },
    });
  });

  test(`${label}: too new, and the reader asks the writer for a backport`, async (t) => {
    const target = await manifestOf(older);
    const text = await newer.ask({ do: 'write', object: 'Stack', seed: 1 });
    const asked: BackportRequest[] = [];
    const read = await older.ask({ do: 'read', object: 'Stack', text, asks: true }, async (request) => {
      asked.push(request);
      const { primitive, manifest } = request;
      return newer.ask({ do: 'backport', primitive, manifest });
    });
    const primitive = JSON.parse(text as string) as unknown;
    t.deepEqual(asked, [{ object: 'Stack', version: '1.3', supported: '1.1', primitive, manifest: target }]);
    t.deepEqual(parse(read), parse(await newer.ask({ do: 'write', object: 'Stack', seed: 1, target })));
  });

  test(`${label}: untagged, both ways`, async (t) => {
    for (const [writer, reader] of [
      [newer, older],
      [older, newer],
    ] as const) {
      const text = await writer.ask({ do: 'write', object: 'Service', seed: 1, target: 'untagged' });
      const bare = parse(text);
      t.is(bare['binary'], 'heat-engine');
      const read = parse(await reader.ask({ do: 'read', object: 'Service', text }));
      t.is(read['versioned_object.version'], '1.1');
      t.deepEqual(dataOf(read), { ...bare, deleted_at: null });
    }
  });

  test(`${label}: an object that the old service does not know`, async (t) => {
    const write = { do: 'write', object: 'PropertiesData', seed: 1 };
    const target = await manifestOf(older);
    t.like(await newer.call({ ...write, target }), {
      error: { code: 'BACKLEVEL_UNSUPPORTED_TARGET', object: 'PropertiesData', target: 'the manifest' },
    });
    const text = await newer.ask(write);
    for (const read of [
      { do: 'readAny', tree: { args: [parse(text)] } },
      { do: 'read', object: 'Stack', text },
    ]) {
      t.like(await older.call(read), { error: { code: 'BACKLEVEL_UNKNOWN_OBJECT' } });
    }
  });
}

async function start(
  release: Installation['release'],
  kind: Kind,
  backlevel: Installation['backlevel'],
): Promise<Service> {
  const folder = await installService(workspace, `${release}-${kind}-${backlevel}`, { release, backlevel });
  return new Service(folder, `service.${kind}`);
}

async function manifestOf(service: Service): Promise<Manifest> {
  return (await service.ask({ do: 'manifest', object: 'Stack' })) as Manifest;
}

/** A text, or a tree, as a tree to compare; the order in which it lists what changed means nothing. */
function parse(payload: unknown): Primitive {
  const text = typeof payload === 'string' ? payload : JSON.stringify(payload);
  return JSON.parse(text, (key, value: unknown) =>
    key === 'versioned_object.changes' ? (value as string[]).toSorted() : value,
  ) as Primitive;
}

function dataOf(envelope: object): Record<string, unknown> {
  return (envelope as Primitive)['versioned_object.data'] as Record<string, unknown>;
}

function resourcesIn(payload: unknown): Record<string, unknown>[] {
  return (dataOf(parse(payload))['resources'] as object[]).map(dataOf);
}
