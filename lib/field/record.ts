import { DeclarationError } from '../errors/declaration-errors.js';
import type { FieldDefinition } from './definition.js';

const FIELDS = Symbol.for('backlevel.fields');

// TC39 decorators find their metadata here; Node 20 to 26 do not define it themselves.
(Symbol as { metadata?: symbol }).metadata ??= Symbol.for('Symbol.metadata');

/** What a class body said with `@field`: the definitions by property, in the order of the source. */
export type DeclaredFields = Map<string, FieldDefinition>;

interface Holder {
  [FIELDS]?: DeclaredFields;
}

/** Writes down what one decorator said; nothing is checked or built before the class decorator runs. */
export function recordField(target: unknown, context: unknown, definition: FieldDefinition): void {
  if (isFieldContext(context)) {
    const holder = context.metadata as Holder | undefined;
    const property = propertyOf(context.name);
    if (context.kind !== 'field' || context.static) {
      throw new DeclarationError(
        `@field on ${property}`,
        `it stands on a ${context.static ? 'static ' : ''}${context.kind}`,
        'put it on an instance property',
      );
    }
    if (holder === undefined) {
      throw new DeclarationError(
        `@field on ${property}`,
        'the compiler handed over no decorator metadata',
        "import 'backlevel' before any module that declares a class, so that Symbol.metadata exists",
      );
    }
    ownFields(holder).set(property, definition);
    return;
  }
  if (typeof context !== 'string' && typeof context !== 'symbol') {
    throw new DeclarationError(
      '@field',
      'it was not called as a property decorator',
      'write @field.string() above a property, and compile with experimentalDecorators or with TC39 decorators',
    );
  }
  const property = propertyOf(context);
  if (typeof target === 'function') {
    throw new DeclarationError(
      `@field on ${property}`,
      'it stands on a static property',
      'put it on an instance property',
    );
  }
  const accessor = Object.getOwnPropertyDescriptor(target, property);
  if (accessor !== undefined) {
    throw new DeclarationError(
      `@field on ${property}`,
      'it stands on an accessor or a method',
      'put it on a plain property: an instance is an ordinary object',
    );
  }
  ownFields((target as { constructor: Holder }).constructor).set(property, definition);
}

/** The fields that a class body itself declared, without those of its base classes. */
export function recordedFields(Class: object): DeclaredFields {
  const own = Object.hasOwn(Class, FIELDS) ? (Class as Holder)[FIELDS] : undefined;
  if (own !== undefined) return own;
  const key = (Symbol as { metadata?: symbol }).metadata as symbol;
  const metadata = Object.hasOwn(Class, key) ? (Class as Record<symbol, Holder | undefined>)[key] : undefined;
  return metadata !== undefined && Object.hasOwn(metadata, FIELDS)
    ? (metadata[FIELDS] ?? new Map())
    : new Map();
}

function ownFields(holder: Holder): DeclaredFields {
  if (!Object.hasOwn(holder, FIELDS))
    Object.defineProperty(holder, FIELDS, { value: new Map<string, FieldDefinition>() });
  return holder[FIELDS] as DeclaredFields;
}

interface FieldContext {
  readonly kind: string;
  readonly name: string | symbol;
  readonly static: boolean;
  readonly metadata?: unknown;
}

function isFieldContext(context: unknown): context is FieldContext {
  return typeof context === 'object' && context !== null && 'kind' in context && 'name' in context;
}

function propertyOf(name: string | symbol): string {
  if (typeof name === 'string') return name;
  throw new DeclarationError(
    `@field on ${String(name)}`,
    'a symbol cannot travel',
    'name the property with a string',
  );
}
