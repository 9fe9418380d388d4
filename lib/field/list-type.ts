import { type FieldDefinition, typeOf } from './definition.js';
import { FieldType, type Nest, nullableSchema, type SchemaContext } from './field-type.js';
import type { Field, FieldLike } from './field-shape.js';
import type { Json } from './json.js';
import { makeField } from './make-field.js';
import type { FieldOptions, LimitOptions, NullableBy, Only } from './options.js';
import type { Session } from './session.js';

export type ListOptions<T> = FieldOptions<readonly T[] | null> & Pick<LimitOptions, 'maxItems'>;

/** A list, its elements of one type: `field.list(field.integer())`. */
export function list<T, const O extends ListOptions<T> = {}>(
  element: FieldLike<T>,
  options?: Only<O, ListOptions<T>>,
): Field<NullableBy<O, T[]>, NullableBy<O, readonly T[]>> {
  return makeField(
    {
      kind: 'list',
      takes: ['maxItems', 'limits'],
      element: element.definition,
      build: (definition) => new ListType(definition),
    },
    options,
  );
}

/** What lists and sets share: a JSON array of elements of one type. */
export abstract class ArrayType extends FieldType {
  override readonly element: FieldType;
  readonly #maxItems: number | undefined;

  constructor({ options, element }: FieldDefinition) {
    super(options.nullable !== undefined);
    this.element = typeOf(element as FieldDefinition);
    this.#maxItems = options.maxItems;
  }

  override get nest(): Nest | undefined {
    return this.element.nest === undefined ? undefined : { list: this.element.nest };
  }

  spec(): Record<string, Json> {
    const element = { ...this.element.spec(), nullable: this.element.nullable };
    return {
      kind: this.kind,
      element,
      ...(this.#maxItems === undefined ? {} : { maxItems: this.#maxItems }),
    };
  }

  schema(context: SchemaContext): Record<string, Json> {
    const limit = this.#maxItems === undefined ? {} : { maxItems: this.#maxItems };
    return nullableSchema(this, { type: 'array', items: this.element.schema(context), ...limit });
  }

  override coerce(wire: unknown, session: Session): unknown {
    return Array.isArray(wire) ? wire.map((item) => this.element.coerce(item, session)) : wire;
  }

  protected checkWire(wire: unknown, session: Session): boolean {
    if (!Array.isArray(wire)) return session.expected(this.describe(), wire);
    if (!this.checkSize(wire.length, session)) return false;
    return eachItem(wire, session, (item) => this.element.check(item, session));
  }

  protected checkSize(size: number, session: Session): boolean {
    session.enter(size);
    return (
      this.#maxItems === undefined ||
      size <= this.#maxItems ||
      session.fault('limit', `expected at most ${this.#maxItems} items, got ${size}`)
    );
  }

  protected readItems(wire: unknown, session: Session): unknown[] {
    return (wire as unknown[]).map((item) => this.element.read(item, session));
  }

  protected writeItems(items: Iterable<unknown>, size: number, session: Session): unknown {
    if (!this.checkSize(size, session)) return undefined;
    const written: unknown[] = [];
    const fits = eachItem(items, session, (item) => {
      const before = session.problems.length;
      written.push(this.element.write(item, session));
      return session.problems.length === before;
    });
    return fits ? written : undefined;
  }
}

function eachItem(items: Iterable<unknown>, session: Session, visit: (item: unknown) => boolean): boolean {
  let fits = true;
  let index = 0;
  for (const item of items) {
    session.path.push(index++);
    fits = visit(item) && fits;
    session.path.pop();
    if (!fits && !session.all) return false;
  }
  return fits;
}

class ListType extends ArrayType {
  readonly kind = 'list';

  describe(): string {
    return `a list, each item ${this.element.describe()}`;
  }

  protected override readWire(wire: unknown, session: Session): unknown {
    return this.readItems(wire, session);
  }

  protected override writeValue(value: unknown, session: Session): unknown {
    if (!Array.isArray(value)) return session.expected(this.describe(), value) ? value : undefined;
    return this.writeItems(value, value.length, session);
  }
}
