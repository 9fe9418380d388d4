import { deepStrictEqual } from 'node:assert/strict';
import { inspect, types } from 'node:util';

/** Thrown when a page says what is not so. The message begins with the page and the line. */
export class ClaimError extends Error {
  override readonly name = 'ClaimError';

  constructor(where: string, message: string, options?: ErrorOptions) {
    super(`${where}: ${message}`, options);
  }
}

/** Fails unless `actual` is deeply equal to `expected`; of class instances, only the own properties count. */
export function equal(actual: unknown, expected: unknown, where: string): void {
  if (types.isPromise(actual)) throw new ClaimError(where, 'this is a promise: the page should await it');
  try {
    deepStrictEqual(plain(actual), plain(expected));
  } catch (cause) {
    throw new ClaimError(where, `gave ${inspect(actual, { depth: null })}\n${messageOf(cause)}`, { cause });
  }
}

/** Fails unless `run` throws, or rejects with, an error that has this `code`. */
export async function throws(run: () => unknown, code: string, where: string): Promise<void> {
  let value: unknown;
  try {
    value = await run();
  } catch (cause) {
    const found = cause instanceof Error && 'code' in cause ? String(cause.code) : undefined;
    if (found === code) return;
    throw new ClaimError(
      where,
      `threw ${found ?? 'an error without a code'}, not ${code}\n${inspect(cause)}`,
      { cause },
    );
  }
  throw new ClaimError(where, `threw nothing, not ${code}: gave ${inspect(value)}`);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : inspect(error);
}

/** A copy in which instances of classes are plain objects. Built-in objects with inner state stay what they are. */
function plain(value: unknown, copies = new Map<object, unknown>()): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (copies.has(value)) return copies.get(value);
  if (value instanceof Map) {
    return new Map([...value].map(([key, item]) => [plain(key, copies), plain(item, copies)]));
  }
  if (value instanceof Set) return new Set([...value].map((item) => plain(item, copies)));
  if (Object.prototype.toString.call(value) !== '[object Object]' && !Array.isArray(value)) return value;
  const copy: Record<PropertyKey, unknown> | unknown[] = Array.isArray(value) ? [...value] : { ...value };
  copies.set(value, copy);
  for (const key of Reflect.ownKeys(copy)) {
    if (key !== 'length' || !Array.isArray(copy))
      Reflect.set(copy, key, plain(Reflect.get(copy, key), copies));
  }
  return copy;
}
