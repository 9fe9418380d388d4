import { InvalidObjectError } from '../errors/payload-errors.js';
import { CyclicObjectError, LimitExceededError } from '../errors/payload-errors.js';
import { pointerOf } from '../errors/fault.js';
import { shorten } from '../errors/shorten.js';
import { isPlainObject, setMember } from '../field/json.js';
import { defaultLimits } from '../field/limits.js';
import { findModelOfInstance } from '../model/model-of.js';
import type { WriteOptions } from './engine/options.js';
import { toPrimitive } from './to-primitive.js';

/**
 * Any tree of arguments as plain JSON: the versioned objects in it become envelopes, lists and plain objects are copied.
 *
 * @throws InvalidObjectError for a value that is neither versioned nor JSON, and what `toPrimitive` throws
 */
export function encodeAny(tree: unknown, options: WriteOptions = {}): unknown {
  return turn(tree, options, [], []);
}

function turn(
  value: unknown,
  options: WriteOptions,
  path: (string | number)[],
  ancestors: object[],
): unknown {
  if (value === null || typeof value === 'boolean') return value;
  if (typeof value === 'string' && value.isWellFormed()) return value;
  if (typeof value === 'number' && (Number.isFinite(value) || options.python)) return value;
  if (findModelOfInstance(value) !== undefined) return toPrimitive(value as object, options);
  if (!Array.isArray(value) && !isPlainObject(value)) throw refused(value, path);
  if (ancestors.includes(value)) throw new CyclicObjectError('a tree of arguments', pointerOf(path));
  const deepest = options.limits?.depth ?? defaultLimits.depth;
  if (path.length >= deepest) throw new LimitExceededError('depth', deepest, pointerOf(path));
  ancestors.push(value);
  const member = (item: unknown, key: string | number): unknown => {
    path.push(key);
    const turned = turn(item, options, path, ancestors);
    path.pop();
    return turned;
  };
  let turned: unknown;
  if (Array.isArray(value)) {
    turned = value.map((item: unknown, index) => member(item, index));
  } else {
    const copy: Record<string, unknown> = {};
    for (const key of Object.keys(value))
      if (!key.isWellFormed()) throw refused('a key with a lone surrogate', path);
    for (const key of Object.keys(value))
      if (value[key] !== undefined) setMember(copy, key, member(value[key], key));
    turned = copy;
  }
  ancestors.pop();
  return turned;
}

function refused(value: unknown, path: readonly (string | number)[]): InvalidObjectError {
  const message = `expected JSON or an instance of a versioned class, got ${shorten(value)}`;
  return new InvalidObjectError('a tree of arguments', [
    { kind: 'type', pointer: pointerOf(path), object: 'arguments', message },
  ]);
}
