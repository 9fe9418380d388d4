import { isDeepStrictEqual } from 'node:util';
import { normalized } from './compare.js';
import type { OracleBackport, Primitive } from './oracle.js';
import type { Kind } from './outcome.js';

/**
 * What Python made of an object: nothing at all, the same under other versions (its own or its children's), something that
 * differs in the data or in a list of changes, or an error. Ours has no part in it.
 */
export function kindOf({ error, primitive }: OracleBackport, current: Primitive): Kind {
  if (error !== undefined) return 'backports refused';
  const [before, after] = [normalized(current), normalized(primitive)];
  if (isDeepStrictEqual(after, before)) return 'backports identical';
  return isDeepStrictEqual(without(after, 'version'), without(before, 'version'))
    ? 'backports relabelled'
    : 'backports changing content';
}

/** Whether nothing but versions and lists of changes differs. */
export function hasSameData(one: unknown, other: unknown): boolean {
  const [data, otherData] = [one, other].map((tree) => without(without(tree, 'version'), 'changes'));
  return isDeepStrictEqual(data, otherData);
}

/** The tree without a member of its envelopes. */
function without(tree: unknown, member: 'version' | 'changes'): unknown {
  if (Array.isArray(tree)) return tree.map((item) => without(item, member));
  if (typeof tree !== 'object' || tree === null) return tree;
  return Object.fromEntries(
    Object.entries(tree)
      .filter(([key]) => !key.endsWith(`_object.${member}`))
      .map(([key, value]) => [key, without(value, member)]),
  );
}
