import stringify from 'fast-json-stable-stringify';
import { CanonicalJsonError } from '../errors/payload-errors.js';
import { pointerOf } from '../errors/fault.js';
import { isPlainObject } from '../field/json.js';
import { shorten } from '../errors/shorten.js';

const DEEPEST = 200;

/**
 * JSON with sorted keys and no space: equal data give equal text. What JSON would bend or drop is refused.
 *
 * @throws CanonicalJsonError for NaN, an infinity, -0, undefined, a bigint, a lone surrogate, anything that is no plain data,
 * and more than 200 levels
 */
export function canonicalJson(value: unknown): string {
  guard(value, []);
  return stringify(value);
}

function guard(value: unknown, path: (string | number)[]): void {
  const refuse = (reason: string): never => {
    throw new CanonicalJsonError(pointerOf(path), reason);
  };
  if (path.length > DEEPEST) refuse(`more than ${DEEPEST} levels`);
  if (value === null || typeof value === 'boolean') return;
  if (typeof value === 'string') {
    if (!value.isWellFormed()) refuse('a lone surrogate');
  } else if (typeof value === 'number') {
    if (!Number.isFinite(value) || Object.is(value, -0)) refuse(shorten(value));
  } else if ((Array.isArray(value) || isPlainObject(value)) && hasToJson(value)) {
    refuse('data with toJSON');
  } else if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) guardMember(value[index], index, path);
  } else if (isPlainObject(value)) {
    for (const key of Object.keys(value)) {
      if (!key.isWellFormed()) refuse('a key with a lone surrogate');
      guardMember(value[key], key, path);
    }
  } else {
    refuse(shorten(value));
  }
}

function hasToJson(value: object): boolean {
  return typeof (value as { toJSON?: unknown }).toJSON === 'function';
}

function guardMember(value: unknown, key: string | number, path: (string | number)[]): void {
  path.push(key);
  guard(value, path);
  path.pop();
}
