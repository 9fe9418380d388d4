import type { ContainerType } from '../../field/container-type.js';
import type { FieldType } from '../../field/field-type.js';
import type { Run } from './run.js';
import { type InnerText, innerText, isPlainText } from './scalar-code.js';
import type { TypeReader, TypeWriter } from './type-code.js';

export function listReader({ maxItems = Infinity, element }: ContainerType, item: TypeReader): TypeReader {
  const { nullable } = element;
  const nests = element.nest !== undefined;
  return {
    check: (wire, run, depth) => {
      if (!Array.isArray(wire) || wire.length > maxItems || !run.take(wire.length))
        return nests && run.lose();
      let fits = true;
      for (let index = 0; index < wire.length; index++) {
        const value: unknown = wire[index];
        if (value === null) {
          if (!nullable) return nests && run.lose();
        } else if (!item.check(value, run, depth + 1)) {
          if (!nests || run.stops) return false;
          run.place(index, depth);
          fits = false;
        }
      }
      return fits;
    },
    read: (wire, run, depth) => {
      if (!Array.isArray(wire) || wire.length > maxItems || !run.take(wire.length)) return undefined;
      const values: unknown[] = [];
      for (let index = 0; index < wire.length; index++) {
        const given: unknown = wire[index];
        let value: unknown = null;
        if (given === null ? !nullable : (value = item.read(given, run, depth + 1)) === undefined)
          return undefined;
        values.push(value);
      }
      return values;
    },
  };
}

export function listWriter(type: ContainerType, item: TypeWriter): TypeWriter {
  const write = itemsWriter(type, item);
  return (value, run, depth, was) => (Array.isArray(value) ? write(value, run, depth, was) : undefined);
}

/** A set of lists, dicts or json has no compiled form: its items tell themselves apart by what is in them. */
export function setReader(type: ContainerType, item: TypeReader): TypeReader | undefined {
  const { element } = type;
  if (element.nest === undefined && element.scalar === undefined) return undefined;
  const list = listReader(type, item);
  const read: TypeReader['read'] = (wire, run, depth) => {
    const items = list.read(wire, run, depth) as unknown[] | undefined;
    return items === undefined || !areDistinct(items, element) ? undefined : new Set(items);
  };
  // Whether children are distinct is known when they are there; until then, their own check tells what is wrong.
  if (element.nest !== undefined) return { check: list.check, read };
  return { check: (wire, run, depth) => read(wire, run, depth) !== undefined, read };
}

export function setWriter(type: ContainerType, item: TypeWriter): TypeWriter | undefined {
  const { element } = type;
  if (element.nest === undefined && element.scalar === undefined) return undefined;
  const write = itemsWriter(type, item);
  return (value, run, depth, was) => {
    if (!(value instanceof Set)) return undefined;
    const items = [...(value as Set<unknown>)];
    if (element.nest !== undefined) return write(items, run, depth, was);
    // The order of a set of values says nothing.
    if (was !== undefined && !isSame(items, was, element)) run.differs = true;
    return areDistinct(items, element) ? write(items, run, depth, undefined) : undefined;
  };
}

/** Whether each item stands once; children are all different. */
function areDistinct(items: readonly unknown[], { nest }: FieldType): boolean {
  return nest !== undefined || new Set(items.map(keyOf)).size === items.length;
}

function isSame(items: readonly unknown[], was: unknown, { scalar }: FieldType): boolean {
  if (!Array.isArray(was) || was.length !== items.length) return false;
  const keys = new Set(items.map(keyOf));
  const valueOf =
    scalar?.turn?.toValue ?? ((wire: unknown) => (typeof wire === 'bigint' ? Number(wire) : wire));
  return was.every((wire) => keys.has(keyOf(wire === null ? null : valueOf(wire))));
}

/** What tells one item from another: a date by its time. */
function keyOf(item: unknown): unknown {
  return item instanceof Date ? `date ${item.getTime()}` : item;
}

type ItemsWriter = (items: readonly unknown[], run: Run, depth: number, was: unknown) => string | undefined;

function itemsWriter({ maxItems = Infinity, element }: ContainerType, item: TypeWriter): ItemsWriter {
  const { nullable } = element;
  const inner = nullable ? undefined : innerText(element);
  const isText = isPlainText(element);
  return (items, run, depth, was) => {
    const { length } = items;
    if (length > maxItems || !run.take(length)) return undefined;
    const before = Array.isArray(was) && was.length === length ? (was as unknown[]) : undefined;
    if (was !== undefined && before === undefined) run.differs = true;
    if (inner !== undefined && (was === undefined || isText)) return textItems(items, inner, run, before);
    let text = '[';
    for (let index = 0; index < length; index++) {
      const value = items[index];
      const then = before?.[index];
      let written: string | undefined;
      if (value === null) {
        if (!nullable) return undefined;
        if (then !== undefined && then !== null) run.differs = true;
        written = 'null';
      } else written = item(value, run, depth + 1, then);
      if (written === undefined) return undefined;
      text += index === 0 ? written : `,${written}`;
    }
    return `${text}]`;
  };
}

/** A list of nothing but texts: the quotes of neighbours are one text. */
function textItems(
  items: readonly unknown[],
  inner: InnerText,
  run: Run,
  before: readonly unknown[] | undefined,
): string | undefined {
  if (items.length === 0) return '[]';
  let text = '["';
  for (let index = 0; index < items.length; index++) {
    const item = items[index];
    const written = inner(item, run);
    if (written === undefined) return undefined;
    if (before !== undefined && item !== before[index]) run.differs = true;
    text += index === 0 ? written : `","${written}`;
  }
  return `${text}"]`;
}
