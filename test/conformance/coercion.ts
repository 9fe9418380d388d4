import { isDeepStrictEqual } from 'node:util';
import {
  create,
  encode,
  fromPrimitive,
  isBacklevelError,
  type ObjectClass,
  toPrimitive,
} from '../../lib/index.js';
import { causeOf } from './coercion-causes.js';
import { holderOf, machineHolder } from './coercion-fields.js';
import { runOption } from './coercion-options.js';
import { runReadOnly } from './coercion-read-only.js';
import type { CoercionTable, Counts, FieldSpec, RecordedType, Transition } from './coercion-table.js';
import { carried, expected } from './coercion-wire.js';
import { normalized } from './compare.js';

export const parts = ['coercions', 'loads', 'strict loads', 'options', 'read-only'] as const;
export type Part = (typeof parts)[number];

/** How one row of the table came out. `what` says which it was, for a failure. */
export interface Row {
  readonly part: Part | 'transitions';
  readonly field: string;
  readonly result: 'equal' | 'exception' | 'apart' | 'failed';
  /** Why ours differs, or for what is apart, the kind of Python value. */
  readonly cause?: string;
  readonly what: string;
}

/** Every row of the table, given to fields of ours. */
export function runTable({
  fields,
  state_machine: machine,
  options,
  read_only: readOnly,
}: CoercionTable): Row[] {
  return [
    ...fields.flatMap(runField),
    ...machine.map(runTransition),
    ...options.flatMap(runOption),
    ...readOnly.flatMap(runReadOnly),
  ];
}

function runField(spec: FieldSpec): Row[] {
  const Holder = holderOf(spec);
  const { type } = spec.description;
  const row = (part: Part, input: unknown, recorded: unknown): Row => {
    const what = `${part} ${JSON.stringify(input)}`;
    const given = carried(input, type);
    if ('apart' in given) return { part, field: spec.field, result: 'apart', cause: given.apart, what };
    const python = recorded === undefined ? undefined : inOrder(type, expected(recorded));
    const ours = written(Holder, given, part !== 'strict loads', type);
    if (isDeepStrictEqual(python, ours)) return { part, field: spec.field, result: 'equal', what };
    const lenient = part === 'strict loads' ? written(Holder, given, true, type) : ours;
    const strict = ours === undefined && lenient !== undefined ? 'reading-is-strict' : undefined;
    const found = strict ?? causeOf({ type, input, wire: given.wire, python, ours });
    if (found !== undefined) return { part, field: spec.field, result: 'exception', cause: found, what };
    const shown = `${what}: Python ${JSON.stringify(python)}, here ${JSON.stringify(ours)}`;
    return { part, field: spec.field, result: 'failed', what: shown };
  };
  return [
    ...spec.coerce.map(({ input, primitive }) => row('coercions', input, primitive)),
    ...spec.from_primitive.flatMap(({ primitive, value }) => [
      row('loads', primitive, value),
      row('strict loads', primitive, value),
    ]),
  ];
}

/** What the field makes of a wire value, as it writes it again; `undefined` where it refuses. */
function written(
  Holder: ObjectClass,
  { wire, python }: { readonly wire: unknown; readonly python: boolean },
  coerce: boolean,
  type: RecordedType,
): unknown {
  try {
    const holder = fromPrimitive(Holder, { f: wire }, { coerce, python });
    const { f } = toPrimitive(holder, { python })['versioned_object.data'] as { f: unknown };
    return inOrder(type, f);
  } catch (error) {
    if (isBacklevelError(error)) return undefined;
    throw error;
  }
}

/** The tree with its keys, its changes and its sets in order. */
function inOrder({ type, element }: RecordedType, tree: unknown): unknown {
  if (element === undefined || typeof tree !== 'object' || tree === null) return normalized(tree);
  if (!Array.isArray(tree)) {
    return normalized(
      Object.fromEntries(Object.entries(tree).map(([key, member]) => [key, inOrder(element, member)])),
    );
  }
  const items = tree.map((item) => inOrder(element, item));
  return type === 'Set' ? items.toSorted((a, b) => Number(a) - Number(b)) : items;
}

/** Assigns a state after another, and writes: only there is an assignment seen. */
function runTransition(recorded: Transition): Row {
  const { from, to, error } = recorded;
  const what = `${from} to ${to}`;
  const row = { part: 'transitions', field: 'StateMachine', what } as const;
  const holder =
    from === null
      ? create(machineHolder, {})
      : fromPrimitive(machineHolder, { f: from === 'None set explicitly' ? null : from });
  Object.assign(holder, { f: to });
  const wrote = writes(holder);
  if (wrote === (error === undefined)) return { ...row, result: 'equal' };
  if (wrote && from === to) return { ...row, result: 'exception', cause: 'staying' };
  if (wrote && from === 'None set explicitly') return { ...row, result: 'exception', cause: 'after-null' };
  return { ...row, result: 'failed', what: `${what}: ${wrote ? 'written' : 'refused'} here` };
}

function writes(holder: object): boolean {
  try {
    encode(holder);
    return true;
  } catch (error) {
    if (isBacklevelError(error)) return false;
    throw error;
  }
}

/** Field → cause → how often, of the exceptions of one part. */
export function countByField(rows: readonly Row[], part: Part): Counts {
  const counts: Record<string, Record<string, number>> = {};
  for (const { field, cause, result, part: of } of rows) {
    if (of !== part || result !== 'exception' || cause === undefined) continue;
    const own = (counts[field] ??= {});
    own[cause] = (own[cause] ?? 0) + 1;
  }
  return counts;
}

/** How often each of some words occurs. */
export function count(words: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}
