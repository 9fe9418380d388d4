import { isDeepStrictEqual } from 'node:util';
import { shorten } from '../errors/shorten.js';
import { Session } from '../field/session.js';
import { type ShapeField, shapeAt } from '../history/shape.js';
import { modelOfInstance } from '../model/model-of.js';
import { nodeChildren } from '../codec/engine/node-children.js';
import { equalValues } from '../codec/engine/walk-values.js';

/** A row of a database: column name → value, as a driver gives it. */
export type Row = Readonly<Record<string, unknown>>;

export interface RowOptions {
  /** The column of a property, where it is not called as the field is on the wire. */
  readonly columns?: Readonly<Record<string, string>>;
  /** Properties that the row does not have, or that another test compares. */
  readonly ignore?: readonly string[];
  /** How a property is compared, where its column holds another form of it: whether the two are equal. */
  readonly compare?: Readonly<Record<string, (value: unknown, column: unknown) => boolean>>;
}

/** A property that does not say what its column says. */
export interface RowDifference {
  readonly property: string;
  readonly column: string;
  readonly kind: 'missing column' | 'unset property' | 'different';
  readonly message: string;
}

/**
 * What an instance and the row that it was made from disagree on; empty where they agree. All fields are compared, but not the columns
 * that no field has: an unset field is equal to nothing, not even to null. A column may hold a date as text with its zone, and a
 * bigint as a number or digits. Children have rows of their own: name them in `ignore` or `compare`.
 *
 * @throws UnregisteredObjectError for what is no instance of a versioned class
 * @example
 * t.deepEqual(compareWithRow(stack, row, { ignore: ['tags'] }), []);
 */
export function compareWithRow(instance: object, row: Row, options: RowOptions = {}): RowDifference[] {
  const model = modelOfInstance(instance);
  const differences: RowDifference[] = [];
  for (const field of shapeAt(model, model.version).fields) {
    const { property, sensitive } = field;
    if (options.ignore?.includes(property)) continue;
    const column = options.columns?.[property] ?? field.wire;
    const kind = differenceOf(field, (instance as Row)[property], row, column, options);
    if (kind === undefined) continue;
    const shown = (value: unknown): string => (sensitive ? '<sensitive>' : shorten(value));
    const message = `${model.name}.${property} is ${shown((instance as Row)[property])}, ${
      kind === 'missing column' ? `and the row has no ${column}` : `${column} is ${shown(row[column])}`
    }`;
    differences.push({ property, column, kind, message });
  }
  return differences;
}

function differenceOf(
  field: ShapeField,
  value: unknown,
  row: Row,
  column: string,
  { compare }: RowOptions,
): RowDifference['kind'] | undefined {
  if (!Object.hasOwn(row, column)) return 'missing column';
  if (value === undefined) return 'unset property';
  const told = compare?.[field.property];
  const equal = told === undefined ? isSame(field, value, row[column]) : told(value, row[column]);
  return equal ? undefined : 'different';
}

function isSame({ type }: ShapeField, value: unknown, column: unknown): boolean {
  if (equalValues(type, value, column) || isDeepStrictEqual(value, column)) return true;
  // A driver may give the wire form of a value: text for a date, a list for a set, digits for a bigint.
  const wire = type.kind === 'bigint' && typeof column === 'string' ? type.coerce(column, session()) : column;
  if (wire === undefined || type.nest !== undefined) return false;
  const reading = session();
  return type.check(wire, reading) && equalValues(type, value, type.read(wire, reading));
}

function session(): Session {
  return new Session({ children: nodeChildren });
}
