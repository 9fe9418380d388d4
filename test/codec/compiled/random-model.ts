import fc from 'fast-check';
import {
  defineObject,
  type DefinedClass,
  field,
  type FieldLike,
  type HookData,
  type HookFunction,
  type Hooks,
  Registry,
} from '../../../lib/index.js';

/** What a field holds: how it is declared, and wire values that it takes. */
export interface Kind {
  readonly declare: (options: object, registry: Registry) => FieldLike;
  readonly wire: fc.Arbitrary<unknown>;
}

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom('', '"', '\\', '\\"', '\\n', '\u2028', '\u0000', '😀', '__proto__', '</script>', '\n'),
);
const hex = (length: number) =>
  fc.string({
    unit: fc.constantFrom(...'0123456789abcdefABCDEF'.split('')),
    minLength: length,
    maxLength: length,
  });
const colors = ['red', 'green', 'blue', 'say "pink"'] as const;
const time = fc.date({
  min: new Date(-62_167_219_200_000),
  max: new Date(253_402_300_799_999),
  noInvalidDate: true,
});
const json = fc.jsonValue({ maxDepth: 3 }).filter((value) => value !== null && !hasLongNumber(value));

function hasLongNumber(value: unknown): boolean {
  if (typeof value === 'number') return Number.isInteger(value) && !Number.isSafeInteger(value);
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).some(hasLongNumber);
}

const scalar: Readonly<Record<string, Kind>> = {
  string: { declare: (options) => field.string(options), wire: text },
  short: { declare: (options) => field.string({ ...options, maxLength: 5, minLength: 1 }), wire: fc.string({ minLength: 1, maxLength: 5 }) },
  pattern: { declare: (options) => field.string({ ...options, pattern: /[a-z]+/ }), wire: fc.constantFrom('a', 'abc') },
  integer: { declare: (options) => field.integer({ ...options, max: 1000 }), wire: fc.integer({ min: -5, max: 1000 }) },
  number: { declare: (options) => field.number(options), wire: fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constantFrom(-0, 0, 1e21, 5e-324)) },
  boolean: { declare: (options) => field.boolean(options), wire: fc.boolean() },
  enum: { declare: (options) => field.enum(colors, options), wire: fc.constantFrom(...colors) },
  level: { declare: (options) => field.enum([1, 2, 30], options), wire: fc.constantFrom(1, 2, 30) },
  uuid: { declare: (options) => field.uuid(options), wire: fc.uuid() },
  date: {
    declare: (options) => field.dateTime(options),
    wire: fc.oneof(time.map((date) => date.toISOString().replace('.000Z', 'Z')), fc.constantFrom('2026-01-31T12:00:00+02:00', '2026-01-31 12:00:00.5Z')),
  },
  dateText: { declare: (options) => field.dateTime({ ...options, as: 'text' }), wire: fc.constantFrom('2026-01-31T12:00:00.123456', '2026-01-31T12:00:00Z') },
  ip: { declare: (options) => field.ipAddress(options), wire: fc.oneof(fc.ipV4(), fc.ipV6()) },
  network: { declare: (options) => field.ipNetwork(options), wire: fc.constantFrom('10.0.0.0/8', '2001:db8::/32') },
  mac: { declare: (options) => field.mac(options), wire: fc.array(hex(2), { minLength: 6, maxLength: 6 }).map((parts) => parts.join(':')) },
  predicate: { declare: (options) => field.versionPredicate(options), wire: fc.constantFrom('', '>=1.0', '<2"') },
  state: {
    declare: (options) => field.stateMachine(['new', 'busy', 'done'], { new: ['busy'], busy: ['done', 'new'] }, options),
    wire: fc.constantFrom('new', 'busy', 'done'),
  },
  bigint: { declare: (options) => field.bigint(options), wire: fc.integer() },
}; // prettier-ignore

/** Names that would do harm if they got into source in any other way than as texts. */
export const nasty = [
  '"];process.exit(3)//', '`${process.exit(3)}`', "'", '\\', '\u2028\u2029', '</script>', '*/', 'a b', 'é', '\n', 'this', 'v1', 'k0', 'run',
] as const; // prettier-ignore

export interface RandomField {
  readonly name: string;
  readonly kind: string;
  readonly around: 'one' | 'list' | 'set' | 'dict';
  readonly options: Readonly<Record<string, unknown>>;
}

export interface RandomModel {
  readonly fields: readonly RandomField[];
  readonly hooks: Readonly<Record<string, readonly Deed[]>>;
  readonly rule: boolean;
}

const kinds = [...Object.keys(scalar), 'json', 'child'];
const version = fc.constantFrom('1.1', '1.2', '1.3');

/** What the history of a field may be, by the kind that it has. */
function historyOf(kind: string, name: string): fc.Arbitrary<Record<string, unknown>> {
  const own: fc.Arbitrary<Record<string, unknown>>[] = [fc.constant({}), version.map((since) => ({ since }))];
  if (kind === 'enum')
    own.push(
      version.map((since) => ({ values: { blue: { since, fallback: 'red' } } })),
      version.map((since) => ({ values: { green: { since, drop: true } } })),
      version.map((since) => ({ values: { green: { since } } })),
    );
  if (kind === 'integer')
    own.push(
      version.map((at) => ({ retyped: [{ in: at, from: field.string(), up: Number, down: String }] })),
      version.map((at) => ({ limits: [{ in: at, max: 10 }] })),
    );
  if (kind === 'enum' || kind === 'string')
    own.push(version.map((since) => ({ nullable: { since, ...(kind === 'enum' ? { fallback: 'red' } : { drop: true }) } })));
  if (kind === 'string') own.push(version.map((since) => ({ since, absent: 'nothing' })), version.map((since) => ({ since, down: 'refuse' })));
  return fc
    .tuple(fc.oneof(...own), fc.boolean(), version)
    .map(([options, renamed, at]) =>
      renamed && options['since'] === undefined ? { ...options, renamed: [{ in: at, from: `old ${name}` }] } : options,
    );
} // prettier-ignore

const aField = (name: string): fc.Arbitrary<RandomField> =>
  fc
    .record({ kind: fc.constantFrom(...kinds), around: fc.constantFrom('one', 'one', 'one', 'list', 'set', 'dict'), flags: fc.record({ nullable: fc.boolean(), optional: fc.boolean(), readOnly: fc.boolean() }) })
    .chain(({ kind, around, flags }) => {
      const outside = kind === 'json' && around === 'set' ? 'list' : around;
      const history = outside === 'one' ? historyOf(kind, name) : historyOf('', name);
      return history.map((options) => ({
        name,
        kind,
        around: outside,
        options: {
          ...(flags.nullable ? { nullable: true } : {}),
          ...(flags.optional ? { optional: true } : {}),
          ...(flags.readOnly && name.length % 2 === 0 ? { readOnly: true } : {}),
          ...options,
        },
      }));
    }); // prettier-ignore

export const randomModel: fc.Arbitrary<RandomModel> = fc
  .uniqueArray(fc.oneof(fc.constantFrom('id', 'name', 'size', 'kind', 'owner', 'note'), fc.constantFrom(...nasty)), { minLength: 1, maxLength: 8 })
  .chain((names) =>
    fc.record({
      fields: fc.tuple(...names.map(aField)),
      hooks: fc.oneof({ weight: 2, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: fc.dictionary(version, fc.array(deed(names), { maxLength: 3 }), { maxKeys: 2 }) }),
      rule: fc.boolean(),
    }),
  ); // prettier-ignore

/** Something that a hook does. */
interface Deed {
  readonly do:
    | 'delete'
    | 'unset'
    | 'copy'
    | 'move'
    | 'rewrite'
    | 'change inside'
    | 'look'
    | 'list'
    | 'set'
    | 'throw';
  readonly field: string;
  readonly other: string;
}

const deed = (names: readonly string[]): fc.Arbitrary<Deed> => {
  const field = fc.constantFrom(...names, ...names.map((name) => `old ${name}`));
  return fc.record({
    do: fc.constantFrom('delete', 'unset', 'copy', 'move', 'rewrite', 'rewrite', 'change inside', 'look', 'list', 'set', 'throw'),
    field,
    other: field,
  });
}; // prettier-ignore

function doer(deeds: readonly Deed[]): HookFunction {
  return (data) => {
    for (const one of deeds) act(one, data);
  };
}

function act({ do: what, field: name, other }: Deed, data: HookData): void {
  switch (what) {
    case 'delete':
      delete data[name];
      break;
    case 'unset':
      data[name] = undefined;
      break;
    case 'copy':
      data[other] = data[name] as unknown;
      break;
    case 'move':
      if (data[name] === undefined) break;
      data[other] = data[name] as unknown;
      delete data[name];
      break;
    case 'rewrite':
      if (typeof data[name] === 'string') data[name] = (data[name] as string).slice(0, 4);
      break;
    case 'change inside':
      if (Array.isArray(data[name])) (data[name] as unknown[]).pop();
      break;
    case 'look':
      if (JSON.stringify(data[name])?.length === 7) delete data[other];
      break;
    case 'list':
      if (Object.keys(data).length === 3) delete data[name];
      break;
    case 'set':
      data[name] = 'a';
      break;
    case 'throw':
      if (typeof data[name] === 'number') throw new Error('no numbers');
      break;
  }
}

const childFields = {
  tag: field.string(),
  level: field.integer({ since: '1.1' }),
  at: field.dateTime({ nullable: true }),
};

/** The classes of a model, in a registry of their own. */
export function classesOf({ fields, hooks, rule }: RandomModel): {
  readonly Thing: DefinedClass<object>;
  readonly Child: DefinedClass<object>;
} {
  const registry = new Registry();
  const Child = defineObject('Child', '1.1', childFields, { registry });
  const declared = Object.fromEntries(
    fields.map(({ name, kind, around, options }) => {
      const declare = kindOf(kind, Child).declare;
      if (around === 'one') return [name, declare(kind === 'child' ? { ...options, versions: { '1.0': '1.0', '1.2': '1.1' } } : options, registry)];
      const element = declare(kind === 'child' ? { versions: { '1.0': '1.0', '1.2': '1.1' } } : {}, registry);
      const container = field[around] as (element: FieldLike, options: object) => FieldLike;
      return [name, container(element, options)];
    }),
  ); // prettier-ignore
  const declaredHooks: Hooks = Object.fromEntries(
    Object.entries(hooks).map(([at, deeds]) => [at, { down: doer(deeds), up: doer(deeds) }]),
  );
  const Thing = defineObject('Thing', '1.3', declared, {
    registry,
    obj_make_compatible: declaredHooks,
    ...(rule ? { check: (thing: Record<string, unknown>) => (thing['id'] === 'wrong' || thing['size'] === 30 ? 'it is wrong' : undefined) } : {}),
  } as object); // prettier-ignore
  return { Thing: Thing as DefinedClass<object>, Child: Child as DefinedClass<object> };
}

function kindOf(kind: string, Child: object): Kind {
  if (kind === 'json')
    return { declare: (options) => field.json(options as { readonly nullable: true }), wire: json };
  if (kind === 'child')
    return { declare: (options) => field.object(Child as never, options as never), wire: childWire };
  return scalar[kind] as Kind;
}

const changed = (names: readonly string[]) => fc.option(fc.subarray([...names]), { nil: undefined, freq: 3 });

const childWire = fc
  .record({ level: fc.integer(), tag: text, at: fc.option(fc.constant('2026-01-31T12:00:00Z')), version: fc.constantFrom('1.0', '1.1'), changes: changed(['tag', 'at']) })
  .map(({ version: claimed, changes, level, ...data }) => envelopeOf('Child', claimed, claimed === '1.0' ? data : { ...data, level }, changes)); // prettier-ignore

export function envelopeOf(name: string, claimed: string, data: object, changes: readonly string[] | undefined): Record<string, unknown> {
  return {
    'versioned_object.name': name,
    'versioned_object.namespace': 'backlevel',
    'versioned_object.version': claimed,
    'versioned_object.data': data,
    ...(changes === undefined ? {} : { 'versioned_object.changes': changes }),
  };
} // prettier-ignore

/** Wire values of a field that mostly fit. */
export function wireOf({ kind, around, options }: RandomField): fc.Arbitrary<unknown> {
  const { wire } = kindOf(kind, Object);
  const all = {
    one: wire,
    list: fc.array(wire, { maxLength: 3 }),
    set: fc.uniqueArray(wire, { maxLength: 3 }),
    dict: fc.dictionary(text, wire, { maxKeys: 3 }),
  }[around];
  const set = options['nullable'] === undefined ? all : fc.oneof({ weight: 5, arbitrary: all }, { weight: 1, arbitrary: fc.constant(null) });
  return fc.option(set, { nil: undefined, freq: 12 });
} // prettier-ignore

/** A payload of the newest version, or of an older one in the names of the newest where those are not known better. */
export function payloadOf(model: RandomModel): fc.Arbitrary<Record<string, unknown>> {
  const entries = fc.tuple(...model.fields.map(wireOf));
  const names = model.fields.map(({ name }) => name);
  return fc.tuple(entries, changed(names), fc.constantFrom('1.3', '1.3', '1.3', '1.0', '1.1', '1.2')).map(([values, changes, claimed]) => {
    const data: Record<string, unknown> = {};
    for (const [index, { name, options }] of model.fields.entries()) {
      const value = values[index];
      if (value === undefined) continue;
      const since = options['since'] as string | undefined;
      if (since !== undefined && since > claimed) continue;
      const rename = (options['renamed'] as { in: string; from: string }[] | undefined)?.[0];
      data[rename !== undefined && claimed < rename.in ? rename.from : name] = value;
    }
    return envelopeOf('Thing', claimed, data, changes);
  });
} // prettier-ignore
