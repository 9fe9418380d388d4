import { elementOf } from './element-of.js';
import type { Field, FieldLike } from './field-shape.js';
import { nullableSchema, type SchemaContext } from './field-type.js';
import type { Json } from './json.js';
import { ArrayType } from './list-type.js';
import { makeField } from './make-field.js';
import type { FieldOptions, Limited, NullableBy, Only } from './options.js';
import type { Session } from './session.js';

export type SetOptions<T> = FieldOptions<ReadonlySet<T> | null> & Limited<'maxItems'>;

/** A `Set`, written as a JSON array in the order of the set; an array that says a value twice is refused. */
export function set<T, const O extends SetOptions<T> = {}>(
  element: FieldLike<T>,
  options?: Only<O, SetOptions<NoInfer<T>>>,
): Field<NullableBy<O, Set<T>>, NullableBy<O, ReadonlySet<T>>> {
  return makeField(
    {
      kind: 'set',
      takes: ['maxItems', 'limits'],
      element: elementOf('set', element),
      build: (definition) => new SetType(definition),
    },
    options,
  );
}

class SetType extends ArrayType {
  readonly kind = 'set';

  describe(): string {
    return `a set, each item ${this.element.describe()}`;
  }

  schema(context: SchemaContext): Record<string, Json> {
    const distinct = this.element.nest === undefined ? { uniqueItems: true } : {};
    return nullableSchema(this, { ...this.arraySchema(context), ...distinct });
  }

  override coerce(wire: unknown, session: Session): unknown {
    const items = super.coerce(wire, session);
    return Array.isArray(items) ? [...new Set(items)] : items;
  }

  protected override checkWire(wire: unknown, session: Session): boolean {
    return super.checkWire(wire, session) && this.#checkDistinct(wire as unknown[], session);
  }

  protected override readWire(wire: unknown, session: Session): unknown {
    return new Set(this.readItems(wire, session));
  }

  protected override writeValue(value: unknown, session: Session): unknown {
    if (!(value instanceof Set)) return session.expected('a Set', value) ? value : undefined;
    const written = this.writeItems([...(value as Set<unknown>)], session);
    return written !== undefined && this.#checkDistinct(written, session) ? written : undefined;
  }

  /** Children are all different. */
  #checkDistinct(items: readonly unknown[], session: Session): boolean {
    if (this.element.nest !== undefined) return true;
    const keys = new Set(items.map((item) => keyOf(this.element.read(item, session))));
    return keys.size === items.length || session.fault('value', 'expected each item once, got one twice');
  }
}

/** What tells one item from another: a date by its time, lists and dicts by what is in them. */
function keyOf(item: unknown): unknown {
  if (typeof item !== 'object' || item === null) return item;
  return item instanceof Date ? `date ${item.getTime()}` : `data ${JSON.stringify(item, told)}`;
}

/** What JSON would refuse, or write as if nothing were in it. */
function told(_key: string, value: unknown): unknown {
  if (typeof value === 'bigint') return { bigint: String(value) };
  return value instanceof Set ? { set: [...(value as Set<unknown>)] } : value;
}
