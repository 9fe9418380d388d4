import type { FieldDefinition } from './definition.js';
import { FieldType } from './field-type.js';
import type { Field } from './field-shape.js';
import { copyData, isPlainObject, type Json, setMember } from './json.js';
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
    return this.#take(wire, session) !== REFUSED;
  }

  protected override readWire(wire: unknown): unknown {
    return copyData(wire);
  }

  protected override writeValue(value: unknown, session: Session): unknown {
    const taken = this.#take(value, session);
    return taken === REFUSED ? undefined : taken;
  }

  /** A checked copy. Each member is read once: a getter or a proxy could answer otherwise the second time. */
  #take(value: unknown, session: Session): unknown {
    if (typeof value === 'string') return isText(value, this, session) ? value : REFUSED;
    if (value === null || typeof value === 'boolean') return value;
    if (typeof value === 'number') return takeNumber(value, session);
    if (Array.isArray(value)) return this.#takeList(value, session);
    if (isPlainObject(value)) return this.#takeDict(value, session);
    session.expected(this.describe(), value);
    return REFUSED;
  }

  #takeList(list: readonly unknown[], session: Session): unknown {
    const { length } = list;
    session.enter(length);
    const taken: unknown[] = [];
    let fits = true;
    for (let index = 0; index < length && (fits || session.all); index++) {
      session.path.push(index);
      const item = this.#take(list[index], session);
      session.path.pop();
      taken.push(item);
      fits &&= item !== REFUSED;
    }
    return fits ? taken : REFUSED;
  }

  #takeDict(dict: Record<string, unknown>, session: Session): unknown {
    const entries = Object.entries(dict);
    session.enter(entries.length);
    const taken: Record<string, unknown> = {};
    let fits = true;
    for (const [key, member] of entries) {
      if (member === undefined) continue;
      const named = isText(key, this, session);
      session.path.push(key);
      const item = named ? this.#take(member, session) : REFUSED;
      session.path.pop();
      fits &&= item !== REFUSED;
      if (fits) setMember(taken, key, item);
      else if (!session.all) break;
    }
    return fits ? taken : REFUSED;
  }
}

const REFUSED = Symbol('refused');

function takeNumber(value: number, session: Session): unknown {
  if (!Number.isFinite(value)) {
    if (!session.python) return session.expected('a finite number', value) || REFUSED;
    session.lossless = true;
  } else if (Number.isInteger(value) && !Number.isSafeInteger(value)) {
    return (
      session.expected('an integer within 2^53, beyond which JSON data lose digits', value, 'value') ||
      REFUSED
    );
  }
  // JSON.stringify writes -0 as 0, and so does the primitive.
  return Object.is(value, -0) ? 0 : value;
}
