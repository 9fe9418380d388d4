import test from 'ava';
import {
  at,
  create,
  decode,
  defineObject,
  defineReleases,
  encode,
  field,
  historyOf,
  modelOf,
  Registry,
  versionManifest,
} from '../../lib/index.js';
import { dataOf, envelope } from './payload.js';
import { refused } from './refusal.js';

function world() {
  const registry = new Registry({ naming: 'snake_case' });
  const Disk = defineObject(
    'Disk',
    '1.1',
    { gb: field.integer({ since: '1.1' }), id: field.integer() },
    { registry },
  );
  const Node = defineObject(
    'Node',
    '1.3',
    {
      fullName: field.string({
        maxLength: 20,
        limits: [{ in: '1.2', maxLength: 4 }],
        renamed: [{ in: '1.1', from: 'short_name' }],
      }),
      state: field.enum(['on', 'off', 'held'], { values: { held: { since: '1.3', fallback: 'off' } } }),
      disks: field.list(field.object(Disk, { versions: { '1.0': '1.0', '1.3': '1.1' } })),
      late: field.integer({ since: '1.2' }),
    },
    { registry, retired: { old: field.integer({ until: '1.2', fill: 5 }) } },
  );
  const node = create(Node, {
    fullName: 'n',
    state: 'held',
    disks: [create(Disk, { id: 1, gb: 2 })],
    late: 3,
  });
  return { registry, Disk, Node, node };
}

test('at(): is the class of then, with its own properties and children', (t) => {
  const { Node, node, registry } = world();
  const Old = at(Node, '1.0');
  const old = decode(Old, encode(node, { target: '1.0' }));
  t.deepEqual(JSON.parse(JSON.stringify(old)), { shortName: 'n', state: 'off', disks: [{ id: 1 }], old: 5 });
  t.deepEqual(versionManifest(Old), { Node: '1.0', Disk: '1.0' });
  t.is(modelOf(Old).version.text, '1.0');
  t.not(modelOf(Old).registry, registry);
  t.is(registry.models.length, 2);
});

test('at(): what it writes is read by the class of today', (t) => {
  const { Node } = world();
  const Old = at(Node, '1.1');
  const text = encode(create(Old, { fullName: 'old', state: 'on', disks: [], old: 1 }));
  t.deepEqual(
    JSON.parse(text),
    envelope('Node', '1.1', { full_name: 'old', state: 'on', disks: [], old: 1 }, [
      'full_name',
      'state',
      'disks',
      'old',
    ]),
  );
  t.is(decode(Node, text).fullName, 'old');
});

test('at(): refuses what was not there yet', (t) => {
  const { Node, node } = world();
  const Old = at(Node, '1.1');
  refused(t, () => decode(Old, encode(node)), {
    code: 'INCOMPATIBLE_OBJECT_VERSION',
    says: ['Node 1.3', '1.1'],
  });
  refused(t, () => create(Old, { fullName: 'longer', state: 'on', disks: [], old: 1 }), {
    code: 'INVALID_OBJECT',
    says: ['Node.fullName', 'at most 4'],
  });
  refused(t, () => create(Old, { fullName: 'n', state: 'held', disks: [], old: 1 }), {
    code: 'INVALID_OBJECT',
    says: ['Node.state', '"held"'],
  });
});

test('at(): keeps the history up to then', (t) => {
  const { Node } = world();
  t.deepEqual(
    historyOf(modelOf(at(Node, '1.2'))).map(({ version }) => version.text),
    ['1.1', '1.2'],
  );
  const text = encode(create(at(Node, '1.2'), { fullName: 'n', state: 'on', disks: [], late: 1 }), {
    target: '1.0',
  });
  t.deepEqual(dataOf(text), { short_name: 'n', state: 'on', disks: [], old: 5 });
});

test('at(): the same version is the same class', (t) => {
  const { Node } = world();
  t.is(at(Node, '1.1'), at(Node, '1.1'));
  t.not(at(Node, '1.1'), at(Node, '1.2'));
});

test('at(): takes a release and a manifest', (t) => {
  const { Node, registry } = world();
  defineReleases(registry, { old: { Node: '1.1', Disk: '1.0' } });
  t.deepEqual(versionManifest(at(Node, 'old')), { Node: '1.1', Disk: '1.0' });
  t.deepEqual(versionManifest(at(Node, { Node: '1.0', Disk: '1.1' })), { Node: '1.0', Disk: '1.1' });
});

test('at(): a version that never was is refused', (t) => {
  const { Node } = world();
  refused(t, () => at(Node, '1.4'), { code: 'UNSUPPORTED_TARGET', says: ['Node', '1.4', '1.0 to 1.3'] });
  refused(t, () => at(Node, 'nope'), { code: 'UNKNOWN_RELEASE', says: ['nope', 'defineReleases'] });
});
