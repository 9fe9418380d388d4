import type { FieldDefinition } from './definition.js';
import { FieldType } from './field-type.js';
import type { Field } from './field-shape.js';
import { copyData, isPlainObject, type Json } from './json.js';
import { makeField } from './make-field.js';
import type { FieldOptions, NullableSince } from './options.js';
import type { Session } from './session.js';
import { isText } from './string-type.js';

export type JsonOptions = FieldOptions<unknown>;

/**
 * Any JSON: lists, dicts, strings, numbers, booleans, and null inside them (at the top only if nullable).
 * The type of the property is the caller's: `@field.json<Settings>() settings!: Settings`.
 */
export function json<T = Json>(
  options: JsonOptions & { readonly nullable: true | NullableSince },
): Field<NoInfer<T> | null, unknown>;
export function json<T = Json>(
  options?: JsonOptions & { readonly nullable?: never },
): Field<NoInfer<T>, unknown>;
export function json(options?: JsonOptions): Field<never, unknown> {
  return makeField({ kind: 'json', takes: [], build: (definition) => new JsonType(definition) }, options);
}

class JsonType extends FieldType {
  readonly kind = 'json';

  constructor({ options }: FieldDefinition) {
    super(Boolean(options.nullable));
  }

  describe(): string {
    return 'JSON data';
  }

  spec(): Record<string, Json> {
    return { kind: this.kind };
  }

  schema(): Record<string, Json> {
    return this.nullable ? {} : { not: { type: 'null' } };
  }

  protected checkWire(wire: unknown, session: Session): boolean {
    return this.#checkAny(wire, session);
  }

  protected override readWire(wire: unknown): unknown {
    return copyData(wire);
  }

  protected override writeValue(value: unknown, session: Session): unknown {
    return this.#checkAny(value, session) ? copyData(value) : undefined;
  }

  #checkAny(value: unknown, session: Session): boolean {
    if (typeof value === 'string') return isText(value, this, session);
    if (value === null || typeof value === 'boolean') return true;
    if (typeof value === 'number') return isJsonNumber(value, session);
    if (Array.isArray(value)) return this.#checkMembers(value.entries(), value.length, session);
    if (!isPlainObject(value)) return session.expected(this.describe(), value);
    const keys = Object.keys(value);
    return (
      keys.every((key) => isText(key, this, session)) &&
      this.#checkMembers(entriesOf(value, keys), keys.length, session)
    );
  }

  #checkMembers(
    members: Iterable<readonly [string | number, unknown]>,
    count: number,
    session: Session,
  ): boolean {
    session.enter(count);
    let fits = true;
    for (const [key, member] of members) {
      if (member === undefined && typeof key === 'string') continue;
      session.path.push(key);
      fits = this.#checkAny(member, session) && fits;
      session.path.pop();
      if (!fits && !session.all) return false;
    }
    return fits;
  }
}

function* entriesOf(value: Record<string, unknown>, keys: readonly string[]): Generator<[string, unknown]> {
  for (const key of keys) yield [key, value[key]];
}

function isJsonNumber(value: number, session: Session): boolean {
  if (!Number.isFinite(value)) {
    session.lossless = session.python;
    return session.python || session.expected('a finite number', value);
  }
  if (Number.isInteger(value) && !Number.isSafeInteger(value)) {
    return session.expected('an integer within 2^53, beyond which JSON data lose digits', value, 'value');
  }
  return true;
}
