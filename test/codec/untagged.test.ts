import test from 'ava';
import {
  changes,
  create,
  decode,
  defineObject,
  encode,
  field,
  fromPrimitive,
  Registry,
  toPrimitive,
  validate,
} from '../../lib/index.js';
import { deepFreeze, envelope } from './payload.js';
import { refused } from './refusal.js';

/** A team that began with bare dicts: what has no envelope is 1.0. */
function team() {
  const registry = new Registry();
  const Disk = defineObject(
    'Disk',
    '1.1',
    { gb: field.integer({ renamed: [{ in: '1.1', from: 'size' }] }) },
    { registry, untagged: '1.0' },
  );
  const disk = field.object(Disk, { versions: { '1.0': '1.0' } });
  const Node = defineObject(
    'Node',
    '1.2',
    {
      id: field.integer(),
      rack: field.string({ since: '1.1', absent: 'none' }),
      disk,
      all: field.list(disk),
      by: field.dict(disk),
    },
    { registry, untagged: '1.0' },
  );
  return { registry, Disk, Node };
}

const bare = { id: 1, disk: { size: 1 }, all: [{ size: 2 }, { size: 3 }], by: { k: { size: 4 } } };

test('untagged: bare data are read as the version that the class says, children too', (t) => {
  const { Node, Disk } = team();
  const node = fromPrimitive(Node, deepFreeze(bare));
  t.is(node.rack, 'none');
  t.true(node.disk instanceof Disk);
  t.deepEqual([node.disk.gb, ...node.all.map(({ gb }) => gb), node.by['k']?.gb], [1, 2, 3, 4]);
  t.deepEqual(decode(Node, JSON.stringify(bare)), node);
  t.deepEqual(changes(node), []);
});

test('untagged: the target writes the data bare, children too', (t) => {
  const { Node } = team();
  const node = fromPrimitive(Node, bare);
  t.deepEqual(toPrimitive(node, { target: 'untagged' }), bare);
  t.deepEqual(JSON.parse(encode(node, { target: 'untagged' })), bare);
});

test('untagged: enveloped and bare children are read side by side', (t) => {
  const { Node } = team();
  const mixed = { ...bare, all: [envelope('Disk', '1.1', { gb: 2 }), { size: 3 }] };
  t.deepEqual(
    fromPrimitive(Node, mixed).all.map(({ gb }) => gb),
    [2, 3],
  );
  const outer = envelope('Node', '1.2', { ...bare, rack: 'r' });
  t.is(fromPrimitive(Node, outer).disk.gb, 1);
});

test('untagged: bare data are checked in the shape of that version', (t) => {
  const { Node } = team();
  refused(t, () => fromPrimitive(Node, { ...bare, disk: { gb: 1 } }), {
    code: 'INVALID_PAYLOAD',
    says: ['Disk.size', 'required in 1.0'],
    pointer: '/disk',
  });
  refused(t, () => fromPrimitive(Node, { ...bare, all: [{ size: 'x' }] }), {
    code: 'INVALID_PAYLOAD',
    says: ['Disk.size: expected an integer'],
    pointer: '/all/0/size',
  });
  t.deepEqual(validate(Node, bare), []);
});

test('untagged: bare data are refused where the class does not say so', (t) => {
  const A = defineObject('A', '1.0', { id: field.integer() }, { registry: new Registry() });
  refused(t, () => fromPrimitive(A, { id: 1 }), {
    code: 'ENVELOPE',
    says: ['A: expected the key "versioned_object.name"', 'untagged: the version that bare data have'],
  });
});

test('untagged: an object or a child of a class that does not say so cannot be written bare', (t) => {
  const registry = new Registry();
  const Leaf = defineObject('Leaf', '1.0', { id: field.integer() }, { registry });
  const A = defineObject('A', '1.0', { leaf: field.object(Leaf) }, { registry, untagged: '1.0' });
  const leaf = create(Leaf, { id: 1 });
  for (const object of [leaf, create(A, { leaf })])
    refused(t, () => encode(object, { target: 'untagged' }), {
      code: 'UNSUPPORTED_TARGET',
      says: ['Leaf untagged', "add untagged: '1.0'"],
    });
});
