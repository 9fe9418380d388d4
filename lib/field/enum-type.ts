import type { FieldDefinition } from './definition.js';
import { FieldType, nullableSchema } from './field-type.js';
import type { Field } from './field-shape.js';
import type { Json, Scalar } from './json.js';
import { makeField } from './make-field.js';
import { membersOf } from './members.js';
import type { FieldOptions, NullableBy, Only, ValueHistory } from './options.js';
import { choiceForm, type ScalarForm } from './scalar-form.js';
import type { Session } from './session.js';

export type EnumOptions<V extends string | number = string | number> = FieldOptions<V | null> & {
  /** When values arrived, and what older readers get instead of them. */
  readonly values?: { readonly [K in `${V}`]?: ValueHistory<V> };
};

/** One of a closed list of values. */
export function enumeration<const V extends string | number, const O extends EnumOptions<V> = {}>(
  values: readonly V[],
  options?: Only<O, EnumOptions<NoInfer<V>>>,
): Field<NullableBy<O, V>> {
  return makeField(
    {
      kind: 'enum',
      takes: ['values'],
      members: membersOf('enum', values),
      build: (definition) => new EnumType(definition),
    },
    options,
  );
}

export class EnumType extends FieldType {
  readonly kind: string = 'enum';
  readonly values: readonly Scalar[];
  readonly #known: ReadonlySet<unknown>;

  constructor({ options, members }: FieldDefinition) {
    super(Boolean(options.nullable));
    this.values = members ?? [];
    this.#known = new Set(this.values);
  }

  protected override makeScalar(): ScalarForm {
    return choiceForm(this.values, this.#known);
  }

  describe(): string {
    const shown = this.values.slice(0, 12).map((value) => JSON.stringify(value));
    return `one of ${shown.join(', ')}${this.values.length > shown.length ? `, … (${this.values.length} in all)` : ''}`;
  }

  spec(): Record<string, Json> {
    return { kind: this.kind, values: this.values.map((value) => JSON.stringify(value)).toSorted() };
  }

  schema(): Record<string, Json> {
    return nullableSchema(this, { enum: this.values });
  }

  override coerce(wire: unknown): unknown {
    // The text of ['a'] is 'a' too: only scalars are looked up by theirs.
    if (typeof wire !== 'string' && typeof wire !== 'number' && typeof wire !== 'boolean') return wire;
    return this.values.find((value) => String(value) === String(wire)) ?? wire;
  }

  protected checkWire(wire: unknown, session: Session): boolean {
    return this.#known.has(wire) || session.expected(this.describe(), wire, 'value');
  }
}
