import test from 'ava';
import { create, defineObject, field, modelOf, Registry, toPrimitive, versioned } from '../../lib/index.js';
import { propertyName, wireName } from '../../lib/model/naming.js';

/** Both ways; `back` where the property's own spelling is not what the wire name alone gives. */
const rows: [property: string, wire: string, back?: string][] = [
  ['id', 'id'],
  ['rootStackId', 'root_stack_id'],
  ['createdAt', 'created_at'],
  ['a', 'a'],
  ['aB', 'a_b'],
  ['ipV4', 'ip_v4'],
  ['vcpus2', 'vcpus2'],
  ['numaNode0', 'numa_node0'],
  ['node2Id', 'node2_id'],
  ['HTTPServer', 'http_server', 'httpServer'],
  ['userID', 'user_id', 'userId'],
  ['parseXMLFile', 'parse_xml_file', 'parseXmlFile'],
  ['already_snake', 'already_snake', 'alreadySnake'],
  ['UPPER', 'upper', 'upper'],
];
for (const [property, wire, back = property] of rows) {
  test(`wireName(): ${property} is ${wire} in snake_case, and back it is ${back}`, (t) => {
    t.is(wireName(property, 'snake_case'), wire);
    t.is(propertyName(wire, 'snake_case'), back);
    t.is(wireName(back, 'snake_case'), wire);
    t.is(wireName(property, 'as-is'), property);
    t.is(propertyName(wire, 'as-is'), wire);
  });
}

test('propertyName(): digits and double marks', (t) => {
  t.is(propertyName('md5_2', 'snake_case'), 'md52');
  t.is(propertyName('a__b', 'snake_case'), 'aB');
});

test('naming: the class is asked before its registry, and the field before both', (t) => {
  const registry = new Registry({ naming: 'snake_case' });
  const fields = { rootStackId: field.string(), ownName: field.string({ wire: 'Own-Name' }) };
  const wires = (Class: Parameters<typeof modelOf>[0]): string[] =>
    modelOf(Class).fields.map(({ wire }) => wire);
  t.deepEqual(wires(defineObject('A', '1.0', fields, { registry })), ['root_stack_id', 'Own-Name']);
  t.deepEqual(wires(defineObject('B', '1.0', fields, { registry, naming: 'as-is' })), [
    'rootStackId',
    'Own-Name',
  ]);
  t.deepEqual(wires(defineObject('C', '1.0', fields, { registry: new Registry() })), [
    'rootStackId',
    'Own-Name',
  ]);
  t.deepEqual(wires(defineObject('D', '1.0', fields, { registry: new Registry(), naming: 'snake_case' })), [
    'root_stack_id',
    'Own-Name',
  ]);
});

test('naming: keys inside json and dict values are never touched', (t) => {
  @versioned('Bag', '1.0', { registry: new Registry({ naming: 'snake_case' }) })
  class Bag {
    @field.json() anyThing!: unknown;
    @field.dict(field.integer()) perKey!: Record<string, number>;
  }
  const bag = create(Bag, { anyThing: { camelCase: { innerKey: 1 } }, perKey: { camelCase: 1 } });
  t.deepEqual(toPrimitive(bag)['versioned_object.data'], {
    any_thing: { camelCase: { innerKey: 1 } },
    per_key: { camelCase: 1 },
  });
});

test('naming: data speak wire names only', (t) => {
  const registry = new Registry({ naming: 'snake_case' });
  const Stack = defineObject('Stack', '1.0', { rootId: field.string() }, { registry });
  t.deepEqual(create(Stack, { rootId: 'a' }), Object.assign(new Stack(), { rootId: 'a' }));
  t.throws(() => create(Stack, { root_id: 'a' } as never), { message: /rootId/ });
});
