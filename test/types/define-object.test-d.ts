import {
  create,
  type DefinedClass,
  defineObject,
  type DefineOptions,
  field,
  type InstanceOf,
  type ObjectClass,
  Registry,
  type Value,
} from '../../lib/index.js';

/** Each can stand for the other; intersections and literals of one shape are alike. */
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
const holds = <_Holds extends true>(): void => {};

const registry = new Registry();
type Id = string & { readonly brand: 'Id' };

const Disk = defineObject('Disk', '1.0', { size: field.integer() }, { registry });
export const Server = defineObject(
  'Server',
  '1.0',
  {
    id: field.uuid().as<Id>(),
    name: field.string({ nullable: true }),
    renamed: field.string({ nullable: { since: '1.0' } }),
    size: field.integer(),
    big: field.bigint(),
    on: field.boolean(),
    action: field.enum(['INIT', 'CREATE']),
    level: field.enum([1, 2], { nullable: true }),
    state: field.stateMachine(['a', 'b'], {}),
    at: field.dateTime(),
    atText: field.dateTime({ as: 'text' }),
    tags: field.list(field.string()),
    rows: field.list(field.list(field.integer({ nullable: true })), { nullable: true }),
    set: field.set(field.enum(['x', 'y'])),
    dict: field.dict(field.dateTime()),
    disk: field.object(() => Disk),
    disks: field.list(
      field.object(() => Disk),
      { nullable: true },
    ),
    settings: field.json<{ a: number }>(),
  },
  { registry },
);

holds<
  Same<
    InstanceType<typeof Server>,
    {
      id: Id;
      name: string | null;
      renamed: string | null;
      size: number;
      big: bigint;
      on: boolean;
      action: 'INIT' | 'CREATE';
      level: 1 | 2 | null;
      state: 'a' | 'b';
      at: Date;
      atText: string;
      tags: string[];
      rows: (number | null)[][] | null;
      set: Set<'x' | 'y'>;
      dict: Record<string, Date>;
      disk: { size: number };
      disks: { size: number }[] | null;
      settings: { a: number };
    }
  >
>();

const fields = { id: field.integer(), tags: field.list(field.string(), { nullable: true }) };
holds<Same<InstanceOf<typeof fields>, { id: number; tags: string[] | null }>>();
holds<Same<Value<typeof fields.tags>, string[] | null>>();

// An instance can be changed, and only to what its fields take.
const server = create(Server, {});
server.size = 1;
server.tags.push('a');
// @ts-expect-error -- a number
server.size = '1';
// @ts-expect-error -- not nullable
server.size = null;
// @ts-expect-error -- one of two
server.action = 'DELETE';
// @ts-expect-error -- no such field
server.other = 1;
// @ts-expect-error -- a brand is made by hand
server.id = 'plain';

// A class that is said to have more fields than were given, or others
// @ts-expect-error -- name is missing
export const Lacking: DefinedClass<{ id: number; name: string }> = defineObject(
  'Lacking',
  '1.0',
  { id: field.integer() },
  { registry },
);
// @ts-expect-error -- id is a number
export const Other: DefinedClass<{ id: string }> = defineObject(
  'Other',
  '1.0',
  { id: field.integer() },
  { registry },
);
// @ts-expect-error -- id may be null
export const Nullable: DefinedClass<{ id: number }> = defineObject(
  'Nullable',
  '1.0',
  { id: field.integer({ nullable: true }) },
  { registry },
);

// Self reference
interface Tree {
  value: number;
  parent: Tree | null;
  children: Tree[];
}
export const Tree: ObjectClass<Tree> = defineObject(
  'Tree',
  '1.0',
  {
    value: field.integer(),
    parent: field.object(() => Tree, { nullable: true }),
    children: field.list(field.object(() => Tree)),
  },
  { registry },
);
const tree = create(Tree, { value: 1, parent: null, children: [] });
holds<Same<typeof tree, Tree>>();

interface Node {
  next: Node | null;
}
export const Node: DefinedClass<Node> = defineObject(
  'Node',
  '1.0',
  { next: field.object(() => Node, { nullable: true }) },
  { registry },
);
new Node().next?.next?.next satisfies Node | null | undefined;

// Options
defineObject(
  'Checked',
  '1.0',
  { low: field.integer(), high: field.integer() },
  {
    registry,
    check: (instance) => (instance.low <= instance.high ? undefined : 'low is above high'),
  },
);
defineObject(
  'Unknown',
  '1.0',
  { low: field.integer() },
  {
    registry,
    // @ts-expect-error -- no such field
    check: (instance) => (instance.high > 1 ? undefined : 'low'),
  },
);
defineObject(
  'Answer',
  '1.0',
  { low: field.integer() },
  {
    registry,
    // @ts-expect-error -- a rule answers in words, or nothing
    check: (instance) => instance.low > 1,
  },
);
// @ts-expect-error -- no such option
defineObject('Option', '1.0', {}, { registry, olddest: '1.0' });
// @ts-expect-error -- versions are texts
defineObject('Number', 1.1, {}, { registry });
// @ts-expect-error -- two ways of naming
defineObject('Naming', '1.0', {}, { registry, naming: 'camelCase' });
// @ts-expect-error -- fields are fields
defineObject('Fields', '1.0', { id: 'string' }, { registry });
// @ts-expect-error -- retired fields are fields
defineObject('Retired', '1.0', {}, { registry, retired: { id: { until: '1.1' } } });
// @ts-expect-error -- a hook is a function, or an object of parts
defineObject('Hooks', '1.0', {}, { registry, obj_make_compatible: { '1.0': 'drop' } });
// @ts-expect-error -- a hook has no such part
defineObject('Parts', '1.0', {}, { registry, obj_make_compatible: { '1.0': { upp: () => {} } } });

// Inheritance
const Ssd = defineObject('Ssd', '1.0', { wear: field.number() }, { registry, extends: Disk });
const ssd = create(Ssd, { size: 1, wear: 0 });
ssd satisfies { size: number; wear: number };
// @ts-expect-error -- a base is a class
export const options: DefineOptions = { extends: 'Disk' };
