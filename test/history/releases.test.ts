import test from 'ava';
import {
  create,
  defineObject,
  defineReleases,
  encode,
  field,
  Registry,
  releasesOf,
  toPrimitive,
} from '../../lib/index.js';
import { dataOf } from '../codec/payload.js';
import { refused } from '../codec/refusal.js';

const objects = () => {
  const registry = new Registry();
  const Disk = defineObject(
    'Disk',
    '1.1',
    { size: field.integer(), kind: field.string({ since: '1.1' }) },
    { registry },
  );
  const Node = defineObject(
    'Node',
    '1.2',
    { name: field.string({ since: '1.1' }), disk: field.object(Disk) },
    { registry },
  );
  return { registry, Disk, Node };
};

test('defineReleases(): each release adds to the one before', (t) => {
  const { registry } = objects();
  const releases = defineReleases(registry, {
    'a-1': { Node: '1.0', Disk: '1.0' },
    'b-2': { Node: '1.1' },
    'c-3': { Node: '1.2', Disk: '1.1' },
  });
  t.is(releasesOf(registry), releases);
  t.deepEqual(releases.names, ['a-1', 'b-2', 'c-3']);
  t.deepEqual(releases.manifest('a-1'), { Node: '1.0', Disk: '1.0' });
  t.deepEqual(releases.manifest('b-2'), { Node: '1.1', Disk: '1.0' });
  t.deepEqual(releases.manifest('c-3'), { Node: '1.2', Disk: '1.1' });
  t.throws(() => Object.assign(releases.manifest('a-1'), { Node: '9.9' }), { instanceOf: TypeError });
});

for (const [window, expected] of [
  [undefined, ['y', 'z']],
  [1, ['z']],
  [3, ['x', 'y', 'z']],
  [9, ['x', 'y', 'z']],
] as const) {
  test(`defineReleases(): a window of ${window} holds ${expected.join(', ')}`, (t) => {
    const { registry } = objects();
    const releases = defineReleases(
      registry,
      { x: {}, y: {}, z: {} },
      window === undefined ? {} : { window },
    );
    t.deepEqual(releases.window, expected);
  });
}

for (const [title, releases, options, says] of [
  [
    'an object that nobody declared',
    { a: { Rack: '1.0' } },
    {},
    ['Rack in a', 'no such object', 'import the module'],
  ],
  [
    'a version that is still to come',
    { a: { Disk: '1.2' } },
    {},
    ['Disk in a', '1.2 is newer', '1.1', 'name a version that exists'],
  ],
  [
    'a number in place of a version',
    { a: { Disk: 1.1 } },
    {},
    ['Disk in a', '1.1 is no version', "as in '1.10'"],
  ],
  [
    'a release that is called like a version',
    { '1.1': { Disk: '1.0' } },
    {},
    ['Disk in 1.1', 'the name of a version', 'give the release a name'],
  ],
  [
    'a release that is called like a version of an object it takes over',
    { first: { Node: '1.0', Disk: '1.0' }, '1.2': { Disk: '1.1' } },
    {},
    ['Node in 1.2', 'the name of a version', 'give the release a name'],
  ],
  ['no window', { a: {} }, { window: 0 }, ['window 0', 'at least 1']],
  ['half a window', { a: {} }, { window: 1.5 }, ['window 1.5', 'at least 1']],
] as const) {
  test(`defineReleases(): ${title} is refused, and nothing is defined`, (t) => {
    const { registry } = objects();
    refused(t, () => defineReleases(registry, releases as never, options), {
      code: 'DECLARATION',
      says: ['defineReleases', ...says],
    });
    t.is(releasesOf(registry), undefined);
  });
}

test('manifest(): a release that is not defined is named, with those that are', (t) => {
  const { registry } = objects();
  const releases = defineReleases(registry, { a: {}, b: {} });
  for (const name of ['c', 'constructor', '__proto__'])
    refused(t, () => releases.manifest(name), { code: 'UNKNOWN_RELEASE', says: [name, 'a, b'] });
});

test('encode(): a release is a target', (t) => {
  const { registry, Node, Disk } = objects();
  defineReleases(registry, { a: { Node: '1.0', Disk: '1.0' }, b: { Node: '1.1' } });
  const node = create(Node, { name: 'n', disk: create(Disk, { size: 1, kind: 'ssd' }) });
  const at = (target: string) => dataOf(encode(node, { target }));
  t.deepEqual(Object.keys(at('a')), ['disk']);
  t.is(at('b')['name'], 'n');
  t.deepEqual(dataOf(at('b')['disk'] as Record<string, unknown>), { size: 1 });
});

for (const target of ['c', '', 'constructor', '1', '1.x', 'v1.0'])
  test(`encode(): ${JSON.stringify(target)} is no target`, (t) => {
    const { registry, Disk } = objects();
    const disk = create(Disk, { size: 1, kind: 'ssd' });
    refused(t, () => encode(disk, { target }), {
      code: 'UNKNOWN_RELEASE',
      says: [`no release is called ${JSON.stringify(target)}`, 'defineReleases'],
    });
    defineReleases(registry, { 'b-1': {}, 'b-2': {} });
    refused(t, () => toPrimitive(disk, { target }), { code: 'UNKNOWN_RELEASE', says: ['b-1, b-2'] });
  });

for (const target of ['1.2', '2.0', '0.9'])
  test(`encode(): ${target} is a version that the class never had`, (t) => {
    const { Disk } = objects();
    refused(t, () => encode(create(Disk, { size: 1, kind: 'k' }), { target }), {
      code: 'UNSUPPORTED_TARGET',
      says: ['Disk', target, '1.0 to 1.1'],
    });
  });
