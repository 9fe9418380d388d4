import { setMember } from '../../field/json.js';
import { isDict } from './dict-code.js';
import { escaped } from './escape.js';
import type { Run } from './run.js';
import type { TypeReader, TypeWriter } from './type-code.js';

/** The reader of json fields: it checks and copies in one walk. */
export const jsonReader: TypeReader = {
  check: (wire, run, depth) => take(wire, run, depth) !== undefined,
  read: take,
};

/** Writes JSON data; each member is read once, so that a getter cannot show one value to the check and another to the text. */
export const writeJson: TypeWriter = (value, run, depth, was) => {
  if (was !== undefined && !isSame(value, was)) run.differs = true;
  return textOf(value, run, depth);
};

function take(wire: unknown, run: Run, depth: number): unknown {
  if (typeof wire === 'string') return wire.length <= run.maxString && wire.isWellFormed() ? wire : undefined;
  if (wire === null || typeof wire === 'boolean') return wire;
  if (typeof wire === 'number') return isExact(wire) ? wire : undefined;
  if (depth > run.maxDepth) return undefined;
  if (Array.isArray(wire)) {
    if (!run.take(wire.length)) return undefined;
    const values: unknown[] = [];
    for (let index = 0; index < wire.length; index++) {
      const value = take(wire[index], run, depth + 1);
      if (value === undefined) return undefined;
      values.push(value);
    }
    return values;
  }
  if (!isDict(wire)) return undefined;
  const keys = Object.keys(wire);
  if (!run.take(keys.length)) return undefined;
  const values: Record<string, unknown> = {};
  for (const key of keys) {
    const value = take(wire[key], run, depth + 1);
    if (value === undefined || key.length > run.maxString || !key.isWellFormed()) return undefined;
    setMember(values, key, value);
  }
  return values;
}

function textOf(value: unknown, run: Run, depth: number): string | undefined {
  if (typeof value === 'string') {
    const text = value.length > run.maxString ? undefined : escaped(value);
    return text === undefined ? undefined : `"${text}"`;
  }
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return isExact(value) ? String(value) : undefined;
  if (depth > run.maxDepth) return undefined;
  if (Array.isArray(value)) {
    const { length } = value;
    if (!run.take(length)) return undefined;
    let text = '[';
    for (let index = 0; index < length; index++) {
      const item = textOf(value[index], run, depth + 1);
      if (item === undefined) return undefined;
      text += index === 0 ? item : `,${item}`;
    }
    return `${text}]`;
  }
  if (!isDict(value)) return undefined;
  const keys = Object.keys(value);
  if (!run.take(keys.length)) return undefined;
  let text = '';
  for (const key of keys) {
    const name = key.length > run.maxString ? undefined : escaped(key);
    const member = textOf(value[key], run, depth + 1);
    if (name === undefined || member === undefined) return undefined;
    text += text === '' ? `"${name}":${member}` : `,"${name}":${member}`;
  }
  return `{${text}}`;
}

/** A number that JSON carries without losing digits. */
function isExact(number: number): boolean {
  return Number.isInteger(number) ? Number.isSafeInteger(number) : Number.isFinite(number);
}

function isSame(value: unknown, was: unknown): boolean {
  if (Object.is(value, was)) return true;
  if (Array.isArray(value))
    return (
      Array.isArray(was) &&
      value.length === was.length &&
      value.every((item, index) => isSame(item, was[index]))
    );
  if (!isDict(value) || !isDict(was)) return false;
  const keys = Object.keys(value);
  return (
    keys.length === Object.keys(was).length &&
    keys.every((key) => Object.hasOwn(was, key) && isSame(value[key], was[key]))
  );
}
