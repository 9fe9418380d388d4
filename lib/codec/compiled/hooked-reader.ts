import { copyData } from '../../field/json.js';
import { namesAfter, originsOf } from './legs.js';
import { Patience } from './patience.js';
import type { HookedReadLayout, ReadField, ReadSlot } from './read-layout.js';
import { checkObject, finish, openData, valuesOf } from './read-object.js';
import type { Run } from './run.js';
import { Children, runLegs } from './run-legs.js';
import type { TypeReader } from './type-code.js';

/** What is read of a payload before its hooks run. */
interface Taken {
  /** The wire values of its fields, as hooks are given them. */
  readonly values: readonly unknown[];
  /** The instances of the objects in it. */
  readonly instances: readonly unknown[];
}

/** The reader of a layout with hooks: the data's own values are given to the hooks, the objects in them are read as they are. */
export function hookedReader(layout: HookedReadLayout): TypeReader {
  const { model, fields, legs } = layout;
  const originsAt = originsOf(legs);
  const build = builder(layout);
  const patience = new Patience();
  const read: TypeReader['read'] = (wire, run, depth) => {
    const data = openData(layout, wire, run, depth);
    if (data === undefined || !patience.lasts()) return undefined;
    const taken = take(layout, data, run, depth);
    if (taken === undefined) return undefined;
    const changes = (wire as Readonly<Record<string, unknown>>)[model.envelope.changes];
    const listed = run.track && Array.isArray(changes) ? new Set(changes as string[]) : undefined;
    const isChanged = (field: number): boolean => listed?.has((fields[field] as ReadField).wire) === true;
    const values = runLegs(layout, originsAt, taken.values, isChanged, run);
    if (values === undefined) return undefined;
    const instance = build(values, taken.instances, wire as Record<string, unknown>, data, run, depth);
    if (instance !== undefined) patience.renew();
    return instance;
  };
  return { check: (wire, run, depth) => checkObject(layout, wire, run, depth), read };
}

function take(
  { fields }: HookedReadLayout,
  data: Readonly<Record<string, unknown>>,
  run: Run,
  depth: number,
): Taken | undefined {
  const given = valuesOf(fields, data);
  if (given === undefined) return undefined;
  const values: unknown[] = [];
  const instances: unknown[] = [];
  for (let index = 0; index < fields.length; index++) {
    const field = fields[index] as ReadField;
    const value = given[index];
    if (value === undefined) {
      if (!field.optional && !run.partial) return undefined;
      values.push(undefined);
      continue;
    }
    if (field.nests && value !== null) {
      const instance = field.reader.read(value, run, depth + 2);
      if (instance === undefined) return undefined;
      instances[index] = instance;
      values.push(new Children(index));
      continue;
    }
    const fits = value === null ? field.nullable : field.reader.check(value, run, depth + 2);
    if (!fits) return undefined;
    values.push(copyData(value));
  }
  return { values, instances };
}

type Build = (
  values: readonly unknown[],
  instances: readonly unknown[],
  wire: Record<string, unknown>,
  data: Readonly<Record<string, unknown>>,
  run: Run,
  depth: number,
) => object | undefined;

/** Makes the instance of the values that stand behind the last leg. */
function builder(layout: HookedReadLayout): Build {
  const { model, fields, slots, legs } = layout;
  const names = namesAfter(legs);
  const places = slots.map(({ wire }) => names.indexOf(wire));
  return (values, instances, wire, data, run, depth) => {
    const turned: Record<string, unknown> = {};
    const instance = model.construct() as Record<string, unknown>;
    for (let index = 0; index < slots.length; index++) {
      const slot = slots[index] as ReadSlot;
      const value = values[places[index] as number];
      let read: unknown;
      if (value instanceof Children) {
        read = instances[value.field];
        if (run.track) turned[slot.wire] = data[(fields[value.field] as ReadField).wire];
      } else if (value !== undefined) {
        read =
          value === null ? (slot.type.nullable ? null : undefined) : slot.reader.read(value, run, depth + 2);
        if (read === undefined) return undefined;
        if (run.track) turned[slot.wire] = value;
      }
      instance[slot.property] = read;
    }
    return finish(layout, instance, wire, turned, run);
  };
}
