/** What JSON can hold; `bigint` only where a field says so, `undefined` only as an absent member. */
export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [key: string]: Json | undefined };

/** A value that an enum or a fallback can name. */
export type Scalar = string | number | boolean | null;

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether `value` is an object as JSON and literals make it: no class, no Map, no Date. */
export function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (!isRecord(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null || isForeignObjectPrototype(prototype);
}

function isForeignObjectPrototype(prototype: unknown): boolean {
  return Object.getPrototypeOf(prototype) === null && Object.hasOwn(prototype as object, 'hasOwnProperty');
}

/** Sets a member as data, also where it is called `__proto__`. */
export function setMember(target: Record<string, unknown>, key: string, value: unknown): void {
  if (key === '__proto__') {
    Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
  } else {
    target[key] = value;
  }
}

/** A deep copy of plain data; what is neither a list nor a plain object is shared. */
export function copyData<T>(value: T): T;
export function copyData(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => copyData<unknown>(item));
  if (!isPlainObject(value)) return value;
  const copy: Record<string, unknown> = {};
  for (const key of Object.keys(value)) setMember(copy, key, copyData(value[key]));
  return copy;
}

/** Whether two trees of plain data are equal; members that are `undefined` count as absent, key order does not count. */
export function sameData(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (Array.isArray(a)) {
    return Array.isArray(b) && a.length === b.length && a.every((item, index) => sameData(item, b[index]));
  }
  if (!isRecord(a) || !isRecord(b))
    return typeof a === 'bigint' || typeof b === 'bigint' ? sameInteger(a, b) : a === b;
  const keys = setKeys(a);
  return (
    keys.length === setKeys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && sameData(a[key], b[key]))
  );
}

function setKeys(record: Record<string, unknown>): string[] {
  return Object.keys(record).filter((key) => record[key] !== undefined);
}

function sameInteger(a: unknown, b: unknown): boolean {
  return (
    (typeof a === 'bigint' || typeof a === 'number') &&
    (typeof b === 'bigint' || typeof b === 'number') &&
    a == b
  );
}
