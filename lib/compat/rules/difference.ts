import type { Json } from '../../field/json.js';

/** How a field differs. The first line is about types, the second about the field, the third about what decides its value. */
export type DifferenceKind =
  | 'type' | 'widened' | 'narrowed' | 'child' | 'format' | 'null-added' | 'null-removed' | 'value-added' | 'value-removed'
  | 'tightened' | 'loosened' | 'transitions'
  | 'required-added' | 'required-removed' | 'read-only' | 'sensitive-added' | 'sensitive-removed'
  | 'default' | 'absent' | 'fill' | 'down' | 'coerce'; // prettier-ignore

/** One thing in which a field differs from what it was. */
export interface Difference {
  readonly kind: DifferenceKind;
  /** The wire name, then `*` for what is inside a list, a set or a dict: `tags.*`. */
  readonly path: string;
  /** The limit, the option or the value that is meant. */
  readonly name: string;
  /** What it was, and what it is, as a declaration would say it. */
  readonly from: string;
  readonly to: string;
  /** The value, where one came or went; for an object field the name of a subclass. */
  readonly value?: Json;
}

const BEHAVIOUR: ReadonlySet<DifferenceKind> = new Set(['default', 'absent', 'fill', 'down', 'coerce']);

/** Whether a difference is of the kind that a reader cannot notice in one payload: it decides values, not shapes. */
export function isBehaviour({ kind }: Difference): boolean {
  return BEHAVIOUR.has(kind);
}
