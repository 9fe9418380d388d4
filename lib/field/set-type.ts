import type { Field, FieldLike } from './field-shape.js';
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
      element: element.definition,
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

  override schema(context: Parameters<ArrayType['schema']>[0]): Record<string, Json> {
    return { ...super.schema(context), ...(this.nullable ? {} : { uniqueItems: true }) };
  }

  override coerce(wire: unknown, session: Session): unknown {
    const items = super.coerce(wire, session);
    return Array.isArray(items) ? [...new Set(items)] : items;
  }

  protected override checkWire(wire: unknown, session: Session): boolean {
    if (!super.checkWire(wire, session)) return false;
    const items = wire as unknown[];
    return (
      new Set(items).size === items.length || session.fault('value', 'expected each item once, got one twice')
    );
  }

  protected override readWire(wire: unknown, session: Session): unknown {
    return new Set(this.readItems(wire, session));
  }

  protected override writeValue(value: unknown, session: Session): unknown {
    if (!(value instanceof Set)) return session.expected('a Set', value) ? value : undefined;
    return this.writeItems([...(value as Set<unknown>)], session);
  }
}
