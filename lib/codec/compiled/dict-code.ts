import type { ContainerType } from '../../field/container-type.js';
import { setMember } from '../../field/json.js';
import { escaped } from './escape.js';
import { innerText, isPlainText } from './scalar-code.js';
import type { TypeReader, TypeWriter } from './type-code.js';

export function dictReader({ maxItems = Infinity, element }: ContainerType, item: TypeReader): TypeReader {
  const { nullable } = element;
  const nests = element.nest !== undefined;
  return {
    check: (wire, run, depth) => {
      if (!isDict(wire)) return nests && run.lose();
      const keys = Object.keys(wire);
      if (keys.length > maxItems || !run.take(keys.length)) return nests && run.lose();
      let fits = true;
      for (const key of keys) {
        const value = wire[key];
        if (key.length > run.maxString || !key.isWellFormed()) return nests && run.lose();
        if (value === null) {
          if (!nullable) return nests && run.lose();
        } else if (!item.check(value, run, depth + 1)) {
          if (!nests || run.stops) return false;
          run.place(key, depth);
          fits = false;
        }
      }
      return fits;
    },
    read: (wire, run, depth) => {
      if (!isDict(wire)) return undefined;
      const keys = Object.keys(wire);
      if (keys.length > maxItems || !run.take(keys.length)) return undefined;
      const values: Record<string, unknown> = {};
      for (const key of keys) {
        const given = wire[key];
        if (key.length > run.maxString || !key.isWellFormed()) return undefined;
        let value: unknown = null;
        if (given === null ? !nullable : (value = item.read(given, run, depth + 1)) === undefined)
          return undefined;
        setMember(values, key, value);
      }
      return values;
    },
  };
}

export function dictWriter({ maxItems = Infinity, element }: ContainerType, item: TypeWriter): TypeWriter {
  const { nullable } = element;
  const inner = nullable ? undefined : innerText(element);
  const isText = isPlainText(element);
  return (value, run, depth, was) => {
    if (!isDict(value)) return undefined;
    const keys = Object.keys(value);
    if (keys.length > maxItems || !run.take(keys.length)) return undefined;
    const earlier = isDict(was) ? Object.keys(was) : undefined;
    const before = earlier?.length === keys.length ? (was as Record<string, unknown>) : undefined;
    if (was !== undefined && before === undefined) run.differs = true;
    let text = '{';
    for (let index = 0; index < keys.length; index++) {
      const key = keys[index] as string;
      const name = key.length > run.maxString ? undefined : escaped(key);
      const member = value[key];
      const lead = index === 0 ? '"' : ',"';
      let then: unknown;
      if (before !== undefined) {
        if (earlier?.[index] === key || Object.hasOwn(before, key)) then = before[key];
        else run.differs = true;
      }
      if (inner !== undefined && (was === undefined || isText)) {
        const written = inner(member, run);
        if (name === undefined || written === undefined) return undefined;
        if (then !== undefined && member !== then) run.differs = true;
        text += lead + name + '":"' + written + '"';
        continue;
      }
      let written: string | undefined;
      if (member === null) {
        if (!nullable) return undefined;
        if (then !== undefined && then !== null) run.differs = true;
        written = 'null';
      } else written = item(member, run, depth + 1, then);
      if (name === undefined || written === undefined) return undefined;
      text += lead + name + '":' + written;
    }
    return `${text}}`;
  };
}

/** Whether a value is a plain object of this realm; others are left to the interpreting engine. */
export function isDict(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
