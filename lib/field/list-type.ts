import { ContainerType } from './container-type.js';
import { elementOf } from './element-of.js';
import { type Nest, nullableSchema, type SchemaContext } from './field-type.js';
import type { Field, FieldLike } from './field-shape.js';
import type { Json } from './json.js';
import { makeField } from './make-field.js';
import type { FieldOptions, Limited, NullableBy, Only } from './options.js';
import type { Session } from './session.js';

export type ListOptions<T> = FieldOptions<readonly T[] | null> & Limited<'maxItems'>;

/** A list, its elements of one type: `field.list(field.integer())`. */
export function list<T, const O extends ListOptions<T> = {}>(
  element: FieldLike<T>,
  options?: Only<O, ListOptions<NoInfer<T>>>,
): Field<NullableBy<O, T[]>, NullableBy<O, readonly T[]>> {
  return makeField(
    {
      kind: 'list',
      takes: ['maxItems', 'limits'],
      element: elementOf('list', element),
      build: (definition) => new ListType(definition),
    },
    options,
  );
}

/** What lists and sets share: a JSON array of elements of one type. */
export abstract class ArrayType extends ContainerType {
  override get nest(): Nest | undefined {
    return this.element.nest === undefined ? undefined : { list: this.element.nest };
  }

  protected arraySchema(context: SchemaContext): Record<string, Json> {
    const limit = this.maxItems === undefined ? {} : { maxItems: this.maxItems };
    return { type: 'array', items: this.element.schema(context), ...limit };
  }

  override coerce(wire: unknown, session: Session): unknown {
    return Array.isArray(wire) ? wire.map((item) => this.element.coerce(item, session)) : wire;
  }

  protected checkWire(wire: unknown, session: Session): boolean {
    if (!Array.isArray(wire)) return session.expected(this.describe(), wire);
    return (
      this.checkSize(wire.length, session) &&
      this.each(wire.entries(), session, (item) => this.element.check(item, session))
    );
  }

  protected readItems(wire: unknown, session: Session): unknown[] {
    return (wire as unknown[]).map((item) => this.element.read(item, session));
  }

  protected writeItems(items: readonly unknown[], session: Session): unknown[] | undefined {
    const written: unknown[] = [];
    const write = (item: unknown): boolean => this.writeMember(item, session, (wire) => written.push(wire));
    return this.checkSize(items.length, session) && this.each(items.entries(), session, write)
      ? written
      : undefined;
  }
}

class ListType extends ArrayType {
  readonly kind = 'list';

  describe(): string {
    return `a list, each item ${this.element.describe()}`;
  }

  schema(context: SchemaContext): Record<string, Json> {
    return nullableSchema(this, this.arraySchema(context));
  }

  protected override readWire(wire: unknown, session: Session): unknown {
    return this.readItems(wire, session);
  }

  protected override writeValue(value: unknown, session: Session): unknown {
    if (!Array.isArray(value)) return session.expected(this.describe(), value) ? value : undefined;
    return this.writeItems(value, session);
  }
}
