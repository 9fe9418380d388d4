import { isDeepStrictEqual } from 'node:util';
import { changes, create, defineObject, encode, field, fromPrimitive, Registry } from '../../lib/index.js';
import type { Row } from './coercion.js';
import { attempt } from './coercion-options.js';
import type { ReadOnlyCase } from './coercion-table.js';

const Holder = defineObject(
  'Holder',
  '1.0',
  { f: field.string({ readOnly: true, nullable: true, optional: true }) },
  { registry: new Registry() },
);

/** The values that are set one after the other; `undefined` deletes. */
const assigned: Readonly<Record<string, readonly unknown[]>> = {
  'set once': ['a'],
  'set twice same': ['a', 'a'],
  'set twice different': ['a', 'b'],
  'None then value': [null, 'a'],
  'value then None': ['a', null],
  'set, delete, set other': ['a', undefined, 'b'],
  'set twice equal after coercion': ['1', 1],
};

/** A recorded case twice: on an object that was made here, and on one that was read with the first value. */
export function runReadOnly(recorded: ReadOnlyCase): Row[] {
  const values = assigned[recorded.case];
  if (values === undefined) throw new Error(`${recorded.case} is not known here`);
  const [first, ...later] = values;
  const python =
    recorded.error === undefined ? { f: recorded.value, changed: recorded.what_changed } : undefined;
  const outcomeOf = (make: () => object): object | undefined =>
    attempt(() => {
      const holder = make();
      for (const f of later) Object.assign(holder, { f });
      encode(holder);
      return { ...holder, changed: changes(holder) };
    });
  const envelope = {
    'versioned_object.name': 'Holder',
    'versioned_object.namespace': 'backlevel',
    'versioned_object.version': '1.0',
    'versioned_object.data': { f: first },
    'versioned_object.changes': ['f'],
  };
  return [
    judge(
      recorded.case,
      'made here',
      python,
      outcomeOf(() => create(Holder, { f: first as string })),
    ),
    judge(
      recorded.case,
      'read',
      python,
      outcomeOf(() => fromPrimitive(Holder, envelope)),
    ),
  ];
}

function judge(name: string, what: string, python: object | undefined, ours: object | undefined): Row {
  const row = { part: 'read-only', field: name, what } as const;
  if (isDeepStrictEqual(python, ours)) return { ...row, result: 'equal' };
  const found = causeOf(name, what, ours);
  if (found !== undefined) return { ...row, result: 'exception', cause: found };
  const shown = `${name}, ${what}: Python ${JSON.stringify(python)}, here ${JSON.stringify(ours)}`;
  return { ...row, result: 'failed', what: shown };
}

function causeOf(name: string, what: string, ours: object | undefined): string | undefined {
  if (what === 'made here' && ours !== undefined) return 'fixed-once-read';
  if (assigned[name]?.some((value) => typeof value === 'number')) return 'assigned-as-it-is';
  return assigned[name]?.includes(undefined) ? 'deleting-frees-nothing' : undefined;
}
