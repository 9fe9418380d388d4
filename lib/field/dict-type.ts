import { ContainerType } from './container-type.js';
import { elementOf } from './element-of.js';
import { type Nest, nullableSchema, type SchemaContext } from './field-type.js';
import type { Field, FieldLike } from './field-shape.js';
import { isPlainObject, isRecord, type Json, setMember } from './json.js';
import { makeField } from './make-field.js';
import type { FieldOptions, Limited, NullableBy, Only } from './options.js';
import type { Session } from './session.js';
import { isText } from './string-type.js';

export type DictOptions<T> = FieldOptions<{ readonly [key: string]: T } | null> & Limited<'maxItems'>;

/** A dict from strings to values of one type; a plain object in the instance. Its keys are data: `__proto__` is a key like any other. */
export function dict<T, const O extends DictOptions<T> = {}>(
  element: FieldLike<T>,
  options?: Only<O, DictOptions<NoInfer<T>>>,
): Field<NullableBy<O, Record<string, T>>, NullableBy<O, Readonly<Record<string, T>>>> {
  return makeField(
    {
      kind: 'dict',
      takes: ['maxItems', 'limits'],
      element: elementOf('dict', element),
      build: (definition) => new DictType(definition),
    },
    options,
  );
}

class DictType extends ContainerType {
  readonly kind = 'dict';

  override get nest(): Nest | undefined {
    return this.element.nest === undefined ? undefined : { dict: this.element.nest };
  }

  describe(): string {
    return `a dict, each value ${this.element.describe()}`;
  }

  schema(context: SchemaContext): Record<string, Json> {
    const limit = this.maxItems === undefined ? {} : { maxProperties: this.maxItems };
    return nullableSchema(this, {
      type: 'object',
      additionalProperties: this.element.schema(context),
      ...limit,
    });
  }

  override coerce(wire: unknown, session: Session): unknown {
    return isRecord(wire) ? mapValues(wire, (value) => this.element.coerce(value, session)) : wire;
  }

  protected checkWire(wire: unknown, session: Session): boolean {
    if (!isPlainObject(wire)) return session.expected(this.describe(), wire);
    return this.#eachEntry(wire, session, (value) => this.element.check(value, session));
  }

  protected override readWire(wire: unknown, session: Session): unknown {
    return mapValues(wire as Record<string, unknown>, (value) => this.element.read(value, session));
  }

  protected override writeValue(value: unknown, session: Session): unknown {
    if (!isPlainObject(value)) return session.expected('a plain object', value) ? value : undefined;
    const written: Record<string, unknown> = {};
    const write = (member: unknown, key: string): boolean =>
      this.writeMember(member, session, (wire) => setMember(written, key, wire));
    return this.#eachEntry(value, session, write) ? written : undefined;
  }

  #eachEntry(
    record: Record<string, unknown>,
    session: Session,
    visit: (value: unknown, key: string) => boolean,
  ): boolean {
    const entries = Object.entries(record);
    const named = (member: unknown, key: string): boolean => isText(key, this, session) && visit(member, key);
    return this.checkSize(entries.length, session) && this.each(entries, session, named);
  }
}

function mapValues(
  record: Record<string, unknown>,
  turn: (value: unknown) => unknown,
): Record<string, unknown> {
  const turned: Record<string, unknown> = {};
  for (const key of Object.keys(record)) setMember(turned, key, turn(record[key]));
  return turned;
}
