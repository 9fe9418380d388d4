import type { Json } from './json.js';
import type { ScalarForm } from './scalar-form.js';
import type { Session } from './session.js';

/** Where versioned objects stand inside a field's wire value; `undefined` where there are none. */
export type Nest =
  | { readonly object: string; readonly subclasses: boolean }
  | { readonly list: Nest }
  | { readonly dict: Nest };

/** How a JSON Schema refers to another object. */
export interface SchemaContext {
  readonly reference: (object: object) => Json;
}

/**
 * What a field holds at one version: how its wire form is checked, read and written.
 *
 * A type knows nothing of other versions: history builds one for each version in which a field differs.
 * `wire` is JSON as it travels, `value` is what the instance holds. All methods are for values that are set.
 */
export abstract class FieldType {
  abstract readonly kind: string;

  constructor(readonly nullable: boolean) {}

  /** What is expected, in words: `a string of at most 64 characters`. */
  abstract describe(): string;

  /** The type as data, for snapshots: everything that a reader can notice. */
  abstract spec(): Readonly<Record<string, Json>>;

  /** Whether a wire value that is not null fits; reports to the session where it does not. */
  protected abstract checkWire(wire: unknown, session: Session): boolean;

  abstract schema(context: SchemaContext): Readonly<Record<string, Json>>;

  /** The type of what it contains; nothing but lists, sets and dicts have one. */
  readonly element: FieldType | undefined = undefined;

  get nest(): Nest | undefined {
    return undefined;
  }

  #scalar: ScalarForm | 'none' | undefined;

  /** The type as compiled code sees it; `undefined` for one that contains something, or that only its own check knows. */
  get scalar(): ScalarForm | undefined {
    this.#scalar ??= this.makeScalar() ?? 'none';
    return this.#scalar === 'none' ? undefined : this.#scalar;
  }

  /** {@link scalar}, which asks once. */
  protected makeScalar(): ScalarForm | undefined {
    return undefined;
  }

  check(wire: unknown, session: Session): boolean {
    if (wire !== null) return this.checkWire(wire, session);
    return this.nullable || session.expected(this.describe(), null, 'null');
  }

  /** The instance's value of a wire value that was checked. */
  read(wire: unknown, session: Session): unknown {
    return wire === null ? null : this.readWire(wire, session);
  }

  /** The wire form of an instance's value, checked; what it answers after a fault has no meaning. */
  write(value: unknown, session: Session): unknown {
    if (value === null) return this.check(null, session) ? null : undefined;
    return this.writeValue(value, session);
  }

  /** The wire value that a lenient reader would make of `wire`; unchanged where it has no idea, so that the check refuses it. */
  coerce(wire: unknown, _session: Session): unknown {
    return wire;
  }

  protected readWire(wire: unknown, _session: Session): unknown {
    return wire;
  }

  protected writeValue(value: unknown, session: Session): unknown {
    return this.checkWire(value, session) ? value : undefined;
  }
}

/** A JSON Schema that also admits null where the type does. */
export function nullableSchema(
  type: FieldType,
  schema: Readonly<Record<string, Json>>,
): Readonly<Record<string, Json>> {
  return type.nullable ? { anyOf: [schema, { type: 'null' }] } : schema;
}
