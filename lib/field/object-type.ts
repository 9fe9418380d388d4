import { DeclarationError } from '../errors/declaration-errors.js';
import { shorten } from '../errors/shorten.js';
import type { ClassReference, FieldDefinition } from './definition.js';
import { FieldType, type Nest, nullableSchema, type SchemaContext } from './field-type.js';
import type { Field } from './field-shape.js';
import type { Json } from './json.js';
import { makeField } from './make-field.js';
import type { FieldOptions, NullableBy, Only, SubclassHistory } from './options.js';
import type { Session } from './session.js';

export type ObjectOptions<T = unknown> = FieldOptions<T | null> & {
  /** Subclasses that may stand here too: all of them, or the named ones, each since a version of the parent. */
  readonly subclasses?: true | Readonly<Record<string, SubclassHistory>>;
  /** Which version of the child goes with which version of the parent: `{ '1.0': '1.0', '1.3': '1.1' }`. */
  readonly versions?: Readonly<Record<string, string>>;
  /** What happens to a child whose name is missing from the reader's manifest; refused unless it says `'drop'`. */
  readonly missing?: 'drop' | 'refuse';
};

/** A class that can be named in a field. */
export type ObjectReference<T> =
  | (abstract new (...args: never[]) => T)
  | (() => abstract new (...args: never[]) => T)
  | string;

/** Another versioned object; it travels in its own envelope, at its own version. Name a class that is defined later in a function. */
export function object<T, const O extends ObjectOptions<T> = {}>(
  reference: ObjectReference<T>,
  options?: Only<O, ObjectOptions<NoInfer<T>>>,
): Field<NullableBy<O, T>> {
  const given: unknown = reference;
  if (typeof given !== 'function' && (typeof given !== 'string' || given === '')) {
    throw new DeclarationError(
      'field.object()',
      `it takes a class, a function that returns one, or its name, got ${shorten(given)}`,
      'where the class is defined later, name it in a function: field.object(() => Disk)',
    );
  }
  return makeField(
    {
      kind: 'object',
      takes: ['subclasses', 'versions', 'missing'],
      reference: reference as ClassReference,
      build: (definition) => new ObjectType(definition),
    },
    options,
  );
}

/** The type of a child. Which model it is, and at which versions, is known above this layer: the session's codec does the work. */
export class ObjectType extends FieldType {
  readonly kind = 'object';
  readonly reference: ClassReference;
  readonly subclasses: true | Readonly<Record<string, SubclassHistory>> | undefined;
  /** The version of the child by that of the parent, as the field declares it. */
  readonly versions: Readonly<Record<string, string>> | undefined;
  readonly missing: 'drop' | 'refuse';

  constructor({ options, reference }: FieldDefinition) {
    super(Boolean(options.nullable));
    this.reference = reference as ClassReference;
    this.subclasses = options.subclasses;
    this.versions = options.versions;
    this.missing = options.missing ?? 'refuse';
  }

  /** The name for messages and data, as far as it is known without loading the class. */
  get objectName(): string {
    if (typeof this.reference === 'string') return this.reference;
    const named = nameOfClass(this.reference) ?? nameOfClass((this.reference as () => object)());
    return named ?? 'object';
  }

  override get nest(): Nest {
    return { object: this.objectName, subclasses: this.subclasses !== undefined };
  }

  describe(): string {
    return `a ${this.objectName}${this.subclasses === undefined ? '' : ' or a subclass of it'}`;
  }

  spec(): Record<string, Json> {
    const subclasses =
      this.subclasses === undefined || this.subclasses === true
        ? this.subclasses
        : Object.keys(this.subclasses).toSorted();
    return { kind: this.kind, object: this.objectName, ...(subclasses === undefined ? {} : { subclasses }) };
  }

  schema(context: SchemaContext): Record<string, Json> {
    return nullableSchema(this, context.reference(this) as Record<string, Json>);
  }

  override coerce(wire: unknown, session: Session): unknown {
    return session.children.coerce(wire, this, session);
  }

  protected checkWire(wire: unknown, session: Session): boolean {
    return session.children.check(wire, this, session);
  }

  protected override readWire(wire: unknown, session: Session): unknown {
    return session.children.read(wire, this, session);
  }

  protected override writeValue(value: unknown, session: Session): unknown {
    return session.children.write(value, this, session);
  }
}

const MODEL = Symbol.for('backlevel.model');

function nameOfClass(Class: unknown): string | undefined {
  const model = (Class as { readonly [MODEL]?: { readonly name?: string } } | null | undefined)?.[MODEL];
  return model?.name;
}
