import type { FieldDefinition } from './definition.js';

/** What the compiler shows where a property and its field disagree. */
export interface Mismatch<Declared, Out> {
  'the property is declared as': Declared;
  'but this field reads': Out;
}

/** `unknown` where a property of type `Declared` can hold what the field reads (`Out`) and write what it takes (`In`). */
export type Fits<Declared, Out, In> = [Out] extends [Declared]
  ? [Exclude<Declared, undefined>] extends [In]
    ? unknown
    : Mismatch<Declared, Out>
  : Mismatch<Declared, Out>;

/** The declared type of the decorated property, under legacy (`C` is its name) and TC39 decorators. */
export type DeclaredType<P, C> =
  C extends ClassFieldDecoratorContext<infer _This, infer Value> ? Value : C extends keyof P ? P[C] : never;

/**
 * A field: a decorator of a property, an element of a list, a member of `defineObject`.
 * `Out` is what reading gives, `In` what writing takes.
 */
export interface Field<Out, In = Out> {
  <P, const C extends string | ClassFieldDecoratorContext>(
    target: P,
    context: C & Fits<DeclaredType<P, C>, Out, In>,
  ): void;
  readonly '~out'?: Out;
  readonly definition: FieldDefinition;
  /** The same field for a narrower type that the compiler alone knows: `field.string().as<StackId>()`. */
  as<T extends Out>(): Field<T>;
}

/** What a field is to those that contain it. */
export interface FieldLike<Out = unknown> {
  readonly '~out'?: Out;
  readonly definition: FieldDefinition;
}

/** The type that a field reads: `Value<Field<string>> // string`. */
export type Value<F> = F extends { readonly '~out'?: infer Out } ? Exclude<Out, undefined> : never;
