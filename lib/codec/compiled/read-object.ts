import { copyData } from '../../field/json.js';
import { stampFirst, UNTRACKED } from '../engine/source.js';
import { NOT_MINE } from './convert.js';
import { isDict } from './dict-code.js';
import { keepsRule } from './keeps-rule.js';
import type { ReadField, ReadLayout, ReadSlot } from './read-layout.js';
import type { Run } from './run.js';
import type { TypeReader } from './type-code.js';

/** The reader of a layout that interprets it: it walks the fields as data. */
export function interpretedReader(layout: ReadLayout): TypeReader {
  return {
    check: (wire, run, depth) => checkObject(layout, wire, run, depth),
    read: (wire, run, depth) => readObject(layout, wire, run, depth),
  };
}

/** The data of an envelope of the layout's model and version; `undefined` where something about the envelope must be looked at. */
export function openData(
  { model, levels }: ReadLayout,
  wire: unknown,
  run: Run,
  depth: number,
): Record<string, unknown> | undefined {
  const { envelope } = model;
  if (depth + levels > run.maxDepth || !isDict(wire)) return undefined;
  if (wire[envelope.name] !== model.name || wire[envelope.namespace] !== model.namespace) return undefined;
  const changes = wire[envelope.changes];
  if (changes === undefined ? envelope.changes in wire : !isNameList(changes)) return undefined;
  const data = wire[envelope.data];
  return isDict(data) ? data : undefined;
}

/** Whether an envelope fits a layout. What does not is noted, where that is asked for. */
export function checkObject(layout: ReadLayout, wire: unknown, run: Run, depth: number): boolean {
  const data = openData(layout, wire, run, depth);
  if (data === undefined) return run.lose();
  const { fields } = layout;
  const given = valuesOf(fields, data);
  if (given === undefined) return run.lose();
  let fits = true;
  for (let index = 0; index < fields.length; index++) {
    const field = fields[index] as ReadField;
    const value = given[index];
    if (value === undefined) {
      if (field.optional || run.partial) continue;
    } else if (value === null ? field.nullable : field.reader.check(value, run, depth + 2)) continue;
    fits = false;
    if (!field.nests || value === undefined || value === null) {
      if (run.miss(layout, field.shape, depth)) return false;
      continue;
    }
    // The child has noted what is wrong in it; where its field is sensitive, the engine has to keep that secret.
    if (field.shape.sensitive) run.lose();
    if (run.stops) return false;
    run.place(field.wire, depth + 1);
    run.place(layout.model.envelope.data, depth);
  }
  return fits;
}

function readObject(layout: ReadLayout, wire: unknown, run: Run, depth: number): object | undefined {
  const data = openData(layout, wire, run, depth);
  if (data === undefined) return undefined;
  const { fields, slots } = layout;
  const given = valuesOf(fields, data);
  if (given === undefined) return undefined;
  if (layout.newest) return readNewest(layout, data, given, wire as Record<string, unknown>, run, depth);
  // oxlint-disable-next-line unicorn/no-new-array -- its length is known, and its places are filled in any order
  const values: unknown[] = new Array(slots.length);
  const turned: Record<string, unknown> | undefined = run.track ? {} : undefined;
  for (let index = 0; index < fields.length; index++) {
    const field = fields[index] as ReadField;
    const value = given[index];
    if (value === undefined) {
      if (!field.optional && !run.partial) return undefined;
      if (field.convert === undefined) continue;
    }
    if (field.convert === undefined) {
      const read = valueOf(field, value, run, depth + 2);
      if (read === undefined) return undefined;
      values[field.slot] = read;
      if (turned !== undefined && field.slot >= 0)
        turned[(slots[field.slot] as { readonly wire: string }).wire] = value;
      continue;
    }
    if (value === null ? !field.nullable : value !== undefined && !field.reader.check(value, run, depth + 2))
      return undefined;
    const converted = field.convert(value, run);
    if (converted === NOT_MINE) return undefined;
    if (field.slot < 0 || converted === undefined) continue;
    if (!put(layout, values, field.slot, converted, run, depth)) return undefined;
    if (turned !== undefined) turned[(slots[field.slot] as { readonly wire: string }).wire] = converted;
  }
  for (let slot = 0; slot < slots.length; slot++) {
    const { fill, wire: name } = slots[slot] as ReadLayout['slots'][number];
    if (fill === undefined) continue;
    if (!put(layout, values, slot, copyData(fill), run, depth)) return undefined;
    if (turned !== undefined) turned[name] = copyData(fill);
  }
  const instance = layout.model.construct() as Record<string, unknown>;
  for (let slot = 0; slot < slots.length; slot++) instance[(slots[slot] as ReadSlot).property] = values[slot];
  return finish(layout, instance, wire as Record<string, unknown>, turned ?? data, run);
}

/** Reads a wire value that came about here into its place among the values. */
function put(
  { slots }: ReadLayout,
  values: unknown[],
  slot: number,
  wire: unknown,
  run: Run,
  depth: number,
): boolean {
  const { type, reader } = slots[slot] as ReadLayout['slots'][number];
  const value = wire === null ? (type.nullable ? null : undefined) : reader.read(wire, run, depth + 2);
  values[slot] = value;
  return value !== undefined;
}

/** Reads data of the newest version: each value goes where it belongs as soon as it was read. */
function readNewest(
  layout: ReadLayout,
  data: Record<string, unknown>,
  given: readonly unknown[],
  wire: Record<string, unknown>,
  run: Run,
  depth: number,
): object | undefined {
  const { model, fields } = layout;
  const instance = model.construct() as Record<string, unknown>;
  for (let index = 0; index < fields.length; index++) {
    const field = fields[index] as ReadField;
    const value = given[index];
    let read = value;
    if (value === undefined) {
      if (!field.optional && !run.partial) return undefined;
    } else {
      read = valueOf(field, value, run, depth + 2);
      if (read === undefined) return undefined;
    }
    instance[field.property] = read;
  }
  return finish(layout, instance, wire, data, run);
}

/** What the instance gets of a wire value; `undefined` where that is not plainly fine. */
function valueOf(field: ReadField, value: unknown, run: Run, depth: number): unknown {
  if (value === null) return field.nullable ? null : undefined;
  const { matches, fits } = field;
  if (fits === undefined) return field.reader.read(value, run, depth);
  if (matches === undefined ? !fits(value) : typeof value !== 'string' || !matches(value)) return undefined;
  return field.isText && !isOrderly(value as string, run) ? undefined : value;
}

function isOrderly(text: string, run: Run): boolean {
  return text.length <= run.maxString && text.isWellFormed();
}

/** Asks the class for its rule, and tells the instance what it was read from. */
export function finish(
  { model, slots, newest, renames }: ReadLayout,
  instance: Record<string, unknown>,
  wire: Record<string, unknown>,
  data: Record<string, unknown>,
  run: Run,
): object | undefined {
  if (!keepsRule(model, slots, instance)) return undefined;
  if (run.track) {
    const changes = wire[model.envelope.changes] as readonly string[] | undefined;
    const listed = newest || changes === undefined ? changes : carried(changes, renames, data);
    stampFirst(instance, { data, tree: wire, listed, own: run.owns || !newest });
  } else stampFirst(instance, UNTRACKED);
  return instance;
}

/** The changes that a payload lists, by the names that its fields have after the way up. */
export function carried(
  changes: readonly string[],
  renames: readonly ReadonlyMap<string, string>[],
  data: Readonly<Record<string, unknown>>,
): readonly string[] {
  return changes
    .map((name) => renames.reduce((now, names) => names.get(now) ?? now, name))
    .filter((name) => Object.hasOwn(data, name) && data[name] !== undefined);
}

export function isNameList(value: unknown): value is readonly string[] {
  if (!Array.isArray(value)) return false;
  for (let index = 0; index < value.length; index++) if (typeof value[index] !== 'string') return false;
  return true;
}

/**
 * What data hold for each field, in the order of the fields; `undefined` where they hold anything else.
 *
 * Who wrote the data will have walked the same fields. Walking along with them costs a third of asking for each value by its name.
 */
export function valuesOf(
  fields: readonly ReadField[],
  data: Record<string, unknown>,
): readonly unknown[] | undefined {
  // oxlint-disable-next-line unicorn/no-new-array -- its length is known, and unset fields leave a hole
  const values: unknown[] = new Array(fields.length);
  let next = 0;
  for (const key in data) {
    while (next < fields.length && (fields[next] as ReadField).wire !== key) next++;
    if (next === fields.length || !Object.prototype.hasOwnProperty.call(data, key))
      return valuesByName(fields, data);
    const value = data[key];
    if (value === undefined) return undefined;
    values[next++] = value;
  }
  return values;
}

function valuesByName(
  fields: readonly ReadField[],
  data: Record<string, unknown>,
): readonly unknown[] | undefined {
  const values = fields.map(({ wire }) => data[wire]);
  const known = values.reduce((count: number, value) => (value === undefined ? count : count + 1), 0);
  return countKeys(data) === known ? values : undefined;
}

export function countKeys(data: object): number {
  return Object.keys(data).length;
}
