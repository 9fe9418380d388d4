import { isDeepStrictEqual } from 'node:util';
import {
  changes,
  create,
  defineObject,
  field,
  type FieldLike,
  fromPrimitive,
  isBacklevelError,
  type ObjectClass,
  Registry,
  toPrimitive,
} from '../../lib/index.js';
import type { Row } from './coercion.js';
import type { Coercion, DefaultSet, OptionSpec } from './coercion-table.js';
import { expected } from './coercion-wire.js';

type Declare = (options: object) => FieldLike;

/** The recorded declarations in our words; what no type of ours allows is written past the compiler. */
const declarations: Readonly<Record<string, Declare>> = {
  'StringField nullable': (options) => field.string({ ...options, nullable: true }),
  'StringField default': (options) => field.string({ ...options, default: 'd' }),
  'StringField nullable+default': (options) => field.string({ ...options, nullable: true, default: 'd' }),
  'StringField default=None': (options) => field.string({ ...options, default: null as never }),
  'IntegerField default "7"': (options) => field.integer({ ...options, default: '7' as never }),
  'IntegerField default "bad"': (options) => field.integer({ ...options, default: 'bad' as never }),
  'EnumField default invalid': (options) => field.enum(['a', 'b'], { ...options, default: 'zz' as never }),
  'EnumField no valid_values': (options) => field.enum([], options),
  'EnumField valid_values [None]': (options) => field.enum([null as never], options),
  'EnumField valid_values [[1]]': (options) => field.enum([[1] as never], options),
  'EnumField valid_values set': (options) => field.enum([...new Set(['a'])], options),
  'EnumField valid_values dict': (options) => field.enum(Object.keys({ a: 1 }), options),
  'BaseEnumField direct': (options) => field.enum(undefined as never, options),
  'DictOfStringsField default {}': (options) =>
    field.dict(field.string(), { ...options, default: () => ({}) }),
  'ListOfStringsField nullable': (options) => field.list(field.string(), { ...options, nullable: true }),
  'SetOfIntegersField default {"1"}': (options) =>
    field.set(field.integer(), { ...options, default: new Set(['1']) as never }),
  'DateTimeField default naive': (options) =>
    field.dateTime({ ...options, default: () => new Date('2024-01-01T00:00:00Z') }),
  'BooleanField default "no"': (options) => field.boolean({ ...options, default: 'no' as never }),
  'FlexibleBooleanField default "no"': (options) => field.boolean({ ...options, default: 'no' as never }),
  'ObjectField nullable': (options) => field.object('Child', { ...options, nullable: true }),
};

/** A row for each thing that was recorded of a declaration: whether it can be made, what its default is, what it takes. */
export function runOption(spec: OptionSpec): Row[] {
  const Holder = declare(spec.field);
  if (spec.construct_error !== undefined)
    return [judge(spec, 'declaration', undefined, Holder === undefined ? undefined : 'declared', Holder)];
  const set = spec.after_obj_set_defaults ?? { set: false };
  return [
    judge(spec, 'default', defaultOf(set), Holder && createdBy(Holder), Holder),
    ...(spec.coerce ?? []).map((recorded) =>
      judge(
        spec,
        JSON.stringify(recorded.input),
        recorded.primitive,
        Holder && readBy(Holder, recorded),
        Holder,
      ),
    ),
  ];
}

/** A class with the field, which Python lets be unset; `undefined` where the declaration is refused. */
function declare(name: string): ObjectClass | undefined {
  const registry = new Registry({ namespace: 'versionedobjects' });
  defineObject('Child', '1.1', { id: field.integer({ optional: true }) }, { registry });
  const declaration = declarations[name];
  if (declaration === undefined) throw new Error(`${name} is not declared here`);
  return attempt(() =>
    defineObject('Holder', '1.0', { f: declaration({ optional: true }) }, { registry, untagged: '1.0' }),
  );
}

/** What is set, and what counts as changed; `undefined` where Python raised. */
function defaultOf({ error, set, value, what_changed: changed = [] }: DefaultSet): object | undefined {
  if (error !== undefined) return undefined;
  return set === true ? { f: expected(value), changed } : { changed };
}

function createdBy(Holder: ObjectClass): object | undefined {
  return attempt(() => {
    const holder = create(Holder, {});
    return { ...dataOf(holder), changed: changes(holder) };
  });
}

function readBy(Holder: ObjectClass, { input }: Coercion): unknown {
  return attempt(() => dataOf(fromPrimitive(Holder, { f: input }, { coerce: true }))['f']);
}

function dataOf(holder: object): Readonly<Record<string, unknown>> {
  return toPrimitive(holder)['versioned_object.data'] as Readonly<Record<string, unknown>>;
}

function judge(
  spec: OptionSpec,
  what: string,
  python: unknown,
  ours: unknown,
  Holder: ObjectClass | undefined,
): Row {
  const row = { part: 'options', field: spec.field, what } as const;
  if (isDeepStrictEqual(python, ours)) return { ...row, result: 'equal' };
  if (Holder === undefined) return { ...row, result: 'exception', cause: 'wrong-default' };
  if (what === 'null' && ours === undefined)
    return { ...row, result: 'exception', cause: 'null-for-default' };
  const shown = `${what}: Python ${JSON.stringify(python)}, here ${JSON.stringify(ours)}`;
  return { ...row, result: 'failed', what: shown };
}

/** What a call answers; `undefined` where it is refused. */
export function attempt<T>(call: () => T): T | undefined {
  try {
    return call();
  } catch (error) {
    if (isBacklevelError(error)) return undefined;
    throw error;
  }
}
