import type { ContainerType } from '../../field/container-type.js';
import type { TypeReader, TypeWriter } from './type-code.js';

export function listReader({ maxItems = Infinity, element }: ContainerType, item: TypeReader): TypeReader {
  const { nullable } = element;
  return {
    check: (wire, run, depth) => {
      if (!Array.isArray(wire) || wire.length > maxItems || !run.take(wire.length)) return false;
      for (let index = 0; index < wire.length; index++) {
        const value: unknown = wire[index];
        if (value === null ? !nullable : !item.check(value, run, depth + 1)) return false;
      }
      return true;
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

/** A set reads only where its items tell themselves apart: dates, lists and dicts in a set are left to the type. */
export function setReader(type: ContainerType, item: TypeReader): TypeReader | undefined {
  if (!hasPlainItems(type)) return undefined;
  const list = listReader(type, item);
  const distinct = (wire: unknown): boolean => new Set(wire as unknown[]).size === (wire as unknown[]).length;
  return {
    check: (wire, run, depth) => list.check(wire, run, depth) && distinct(wire),
    read: (wire, run, depth) => {
      const items = list.read(wire, run, depth) as unknown[] | undefined;
      if (items === undefined) return undefined;
      const set = new Set(items);
      return set.size === items.length ? set : undefined;
    },
  };
}

export function setWriter(type: ContainerType, item: TypeWriter): TypeWriter | undefined {
  if (!hasPlainItems(type)) return undefined;
  const write = itemsWriter(type, item);
  return (value, run, depth, was) => {
    if (!(value instanceof Set)) return undefined;
    const items = [...(value as Set<unknown>)];
    // The order of a set says nothing.
    if (was !== undefined && !isSet(items.length, value, was)) run.differs = true;
    return write(items, run, depth, undefined);
  };
}

function isSet(size: number, set: ReadonlySet<unknown>, was: unknown): boolean {
  return Array.isArray(was) && was.length === size && was.every((item) => set.has(item));
}

function hasPlainItems({ element }: ContainerType): boolean {
  return element.scalar !== undefined && element.scalar.turn === undefined;
}

type ItemsWriter = (
  items: readonly unknown[],
  run: Parameters<TypeWriter>[1],
  depth: number,
  was: unknown,
) => string | undefined;

function itemsWriter(
  { maxItems = Infinity, element: { nullable } }: ContainerType,
  item: TypeWriter,
): ItemsWriter {
  return (items, run, depth, was) => {
    const { length } = items;
    if (length > maxItems || !run.take(length)) return undefined;
    const before = Array.isArray(was) && was.length === length ? (was as unknown[]) : undefined;
    if (was !== undefined && before === undefined) run.differs = true;
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
