import { cp, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import test from 'ava';
import * as ours from '../../lib/index.js';

// A second copy of the compiled package beside the first: its own module instances, the same installed dependencies.
const lib = fileURLToPath(new URL('../../lib', import.meta.url));
const folder = await mkdtemp(join(lib, '..', 'copy-'));
await cp(lib, join(folder, 'lib'), { recursive: true });
const theirs = (await import(pathToFileURL(join(folder, 'lib', 'index.js')).href)) as typeof ours;
test.after.always(() => rm(folder, { recursive: true }));

const registry = new theirs.Registry({ namespace: 'copies', naming: 'snake_case' });
const { field } = theirs;
const Disk = theirs.defineObject(
  'Disk',
  '1.1',
  { size: field.integer(), seenAt: field.dateTime({ since: '1.1' }) },
  { registry },
);
const Server = theirs.defineObject(
  'Server',
  '1.2',
  {
    name: field.string({ renamed: [{ in: '1.2', from: 'title' }] }),
    state: field.enum(['UP', 'DRAINING'], { values: { DRAINING: { since: '1.1', fallback: 'UP' } } }),
    disks: field.list(field.object(() => Disk)),
  },
  {
    registry,
    obj_make_compatible: {
      '1.2': {
        down: (data, context) => {
          data['disks'] = [...data['disks'], context.child(Disk, { size: 0 })];
        },
      },
    },
  },
);
theirs.defineReleases(registry, { old: { Server: '1.0', Disk: '1.0' }, new: { Server: '1.2', Disk: '1.1' } });

test('two copies: are two', (t) => {
  t.not(theirs.encode, ours.encode);
  t.not(theirs.HookError, ours.HookError);
});

test('two copies: the verbs of one work on the classes of the other', (t) => {
  const disk = ours.create(Disk, { size: 1, seenAt: new Date(0) });
  const server = ours.create(Server, { name: 'a', state: 'DRAINING', disks: [disk] });
  t.is(ours.encode(server), theirs.encode(server));
  const { primitive, losses } = ours.backport(server, 'old');
  t.deepEqual({ primitive, losses }, theirs.backport(server, 'old'));
  t.deepEqual((primitive['versioned_object.data'] as { state: string }).state, 'UP');
  const read = ours.fromPrimitive(Server, primitive);
  t.true(theirs.equals(read, theirs.fromPrimitive(Server, primitive)));
  t.deepEqual(ours.decode(ours.at(Server, '1.0'), ours.encode(server, { target: 'old' }))['title'], 'a');
});

test('two copies: what one read, the other knows as read', (t) => {
  const disk = ours.create(Disk, { size: 1, seenAt: new Date(0) });
  const server = ours.decode(
    Server,
    ours.encode(ours.create(Server, { name: 'a', state: 'UP', disks: [disk] })),
  );
  ours.resetChanges(server);
  t.deepEqual(ours.changes(server), []);
  t.deepEqual(theirs.changes(server), ['name', 'state', 'disks'], 'over-reported, never lost');
});

test('two copies: a code names an error of either', (t) => {
  const error = t.throws(() => theirs.decode(Server, '{'));
  t.false(error instanceof ours.PayloadSyntaxError);
  t.true(ours.isBacklevelError(error, 'BACKLEVEL_PAYLOAD_SYNTAX'));
});
