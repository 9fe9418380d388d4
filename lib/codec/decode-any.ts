import { pointerOf } from '../errors/fault.js';
import { LimitExceededError } from '../errors/payload-errors.js';
import { isPlainObject, setMember } from '../field/json.js';
import { defaultLimits } from '../field/limits.js';
import type { Registry } from '../model/registry.js';
import { findTagged } from './backport.js';
import { fromPrimitiveAt } from './from-primitive.js';
import type { ReadOptions } from './engine/options.js';

/**
 * A tree of plain JSON with the envelopes in it turned into instances, by the names of one registry: the reverse of `encodeAny`.
 *
 * @throws UnknownObjectError for an envelope whose name the registry does not hold, and what `fromPrimitive` throws
 */
export function decodeAny(tree: unknown, options: ReadOptions & { readonly registry: Registry }): unknown {
  return turn(tree, options, []);
}

function turn(
  value: unknown,
  options: ReadOptions & { readonly registry: Registry },
  path: (string | number)[],
): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const deepest = options.limits?.depth ?? defaultLimits.depth;
  if (path.length >= deepest) throw new LimitExceededError('depth', deepest, pointerOf(path));
  const member = (item: unknown, key: string | number): unknown => {
    path.push(key);
    const turned = turn(item, options, path);
    path.pop();
    return turned;
  };
  if (Array.isArray(value)) return value.map((item: unknown, index) => member(item, index));
  if (!isPlainObject(value)) return value;
  const model = findTagged(value, options.registry, path);
  if (model !== undefined) return fromPrimitiveAt(path, model.Class, value, options);
  const copy: Record<string, unknown> = {};
  for (const key of Object.keys(value)) setMember(copy, key, member(value[key], key));
  return copy;
}
