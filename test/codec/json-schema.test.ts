import { Ajv2020 } from 'ajv/dist/2020.js';
import test from 'ava';
import {
  create,
  defineObject,
  defineReleases,
  encode,
  field,
  jsonSchema,
  Registry,
} from '../../lib/index.js';
import { envelope } from './payload.js';
import { refused } from './refusal.js';

function world() {
  const registry = new Registry();
  const Disk = defineObject(
    'Disk',
    '1.1',
    { id: field.integer(), gb: field.integer({ since: '1.1', min: 0 }) },
    { registry },
  );
  const disk = field.object(Disk, { versions: { '1.0': '1.0', '1.2': '1.1' } });
  const Node = defineObject(
    'Node',
    '1.2',
    {
      name: field.string({
        minLength: 1,
        maxLength: 9,
        limits: [{ in: '1.1', maxLength: 3 }],
        doc: 'Its name.',
      }),
      state: field.enum(['on', 'off'], { nullable: true, values: { off: { since: '1.1', fallback: 'on' } } }),
      disks: field.list(disk, { maxItems: 2 }),
      by: field.dict(disk),
      some: field.set(field.integer()),
      any: field.json({ since: '1.2' }),
      size: field.bigint({ optional: true, deprecated: true }),
      ok: field.boolean(),
      ratio: field.number({ max: 1 }),
      parent: field.object<object, { nullable: true }>('Node', { nullable: true }),
    },
    { registry },
  );
  const made = (parent: object | null): object =>
    create(Node, {
      name: 'n',
      state: 'off',
      disks: [create(Disk, { id: 1, gb: 2 })],
      by: { k: create(Disk, { id: 1, gb: 2 }) },
      some: new Set([1, 2]),
      any: { a: [null] },
      size: 5n,
      ok: true,
      ratio: 0.5,
      parent,
    });
  return { registry, Node, node: made(made(null)) };
}

const ajv = () => new Ajv2020({ allErrors: true, validateFormats: false });
const manifest = (version: string) => ({ Node: version, Disk: version === '1.2' ? '1.1' : '1.0' });

for (const version of ['1.0', '1.1', '1.2']) {
  test(`jsonSchema(): what is written at ${version} is valid there and nowhere else`, (t) => {
    const { Node, node } = world();
    const payload: unknown = JSON.parse(encode(node, { target: manifest(version) }));
    for (const other of ['1.0', '1.1', '1.2']) {
      const valid = ajv().compile(jsonSchema(Node, { at: manifest(other) }));
      t.is(valid(payload), other === version, JSON.stringify(valid.errors));
    }
  });
}

const broken: Record<string, Record<string, unknown>> = {
  'a missing field': { name: undefined },
  'a wrong type': { ok: 'yes' },
  'null where it is not allowed': { any: null },
  'too long a string': { name: '0123456789' },
  'too short a string': { name: '' },
  'a value that is none': { state: 'held' },
  'too many items': { disks: Array(3).fill(envelope('Disk', '1.1', { id: 1, gb: 1 })) },
  'a member twice in a set': { some: [1, 1] },
  'a fraction': { some: [1.5] },
  'a number above the limit': { ratio: 1.1 },
  'a child without its envelope': { disks: [{ id: 1, gb: 2 }] },
  'a child of another class': { disks: [envelope('Node', '1.1', { id: 1, gb: 2 })] },
  'a child that is wrong inside': { by: { k: envelope('Disk', '1.1', { id: 1, gb: -1 }) } },
  'a child of another version': { by: { k: envelope('Disk', '1.0', { id: 1 }) } },
};
for (const [title, edit] of Object.entries(broken))
  test(`jsonSchema(): refuses ${title}`, (t) => {
    const { Node, node } = world();
    const valid = ajv().compile(jsonSchema(Node));
    const payload = JSON.parse(encode(node)) as Record<string, object>;
    t.true(valid(payload), JSON.stringify(valid.errors));
    const data = JSON.parse(JSON.stringify({ ...payload['versioned_object.data'], ...edit })) as object;
    t.false(valid({ ...payload, 'versioned_object.data': data }));
  });

for (const key of ['name', 'namespace', 'version', 'data'])
  test(`jsonSchema(): refuses an envelope without ${key}`, (t) => {
    const { Node, node } = world();
    const payload = JSON.parse(encode(node)) as Record<string, unknown>;
    delete payload[`versioned_object.${key}`];
    t.false(ajv().validate(jsonSchema(Node), payload));
  });

test('jsonSchema(): says what the fields say of themselves', (t) => {
  const { Node } = world();
  const schema = jsonSchema(Node) as unknown as { $schema: string; $defs: Record<string, object> };
  t.is(schema.$schema, 'https://json-schema.org/draft/2020-12/schema');
  t.deepEqual(Object.keys(schema.$defs).toSorted(), ['backlevel.Disk-1.1', 'backlevel.Node-1.2']);
  t.deepEqual(JSON.parse(JSON.stringify(schema)), schema);
  const data = JSON.stringify(schema.$defs['backlevel.Node-1.2']);
  t.true(data.includes('"description":"Its name."') && data.includes('"deprecated":true'));
});

test('jsonSchema(): takes a release', (t) => {
  const { Node, node, registry } = world();
  defineReleases(registry, { old: manifest('1.0') });
  t.true(ajv().validate(jsonSchema(Node, { at: 'old' }), JSON.parse(encode(node, { target: 'old' }))));
});

test('jsonSchema(): a version that never was is refused', (t) => {
  refused(t, () => jsonSchema(world().Node, { at: '1.3' }), {
    code: 'UNSUPPORTED_TARGET',
    says: ['Node', '1.3'],
  });
});

test('jsonSchema(): a subclass may stand where the field admits it', (t) => {
  const registry = new Registry();
  const Port = defineObject('Port', '1.0', { id: field.integer() }, { registry });
  const Rack = defineObject(
    'Rack',
    '1.0',
    { port: field.object(Port, { subclasses: true, nullable: true }) },
    { registry },
  );
  const valid = ajv().compile(jsonSchema(Rack));
  t.true(valid(envelope('Rack', '1.0', { port: envelope('Port', '1.0', { id: 1 }) })));
  t.true(valid(envelope('Rack', '1.0', { port: null })));
  t.false(valid(envelope('Rack', '1.0', { port: envelope('Other', '1.0', { id: 1 }) })));
});
