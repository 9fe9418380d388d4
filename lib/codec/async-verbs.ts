import type { ObjectClass } from '../model/model.js';
import type { PartialOf } from '../model/values.js';
import { type Backported, type BackportOptions, backportWith } from './backport.js';
import { parseFor } from './decode.js';
import { encodeWith } from './encode.js';
import type { Primitive } from './engine/envelope.js';
import { backportRequest, fromPrimitiveWith } from './from-primitive.js';
import { withLookups } from './engine/lookups.js';
import type { ReadOptions, Target, WriteOptions } from './engine/options.js';
import { toPrimitiveWith } from './to-primitive.js';

// The async verbs are the sync ones, run again once the look-ups of hooks have settled: one codec serves both.

/** {@link encode}, with the look-ups that hooks declare as `resolve`. */
export async function encodeAsync(instance: object, options: WriteOptions = {}): Promise<string> {
  return withLookups((lookups) => encodeWith(instance, options, lookups));
}

/** {@link toPrimitive}, with the look-ups that hooks declare as `resolve`. */
export async function toPrimitiveAsync(instance: object, options: WriteOptions = {}): Promise<Primitive> {
  return withLookups((lookups) => toPrimitiveWith(instance, options, lookups));
}

/** {@link backport}, with the look-ups that hooks declare as `resolve`. */
export async function backportAsync(
  source: object,
  target: Target,
  options: BackportOptions = {},
): Promise<Backported> {
  return withLookups((lookups) => backportWith(source, target, options, lookups));
}

/** {@link fromPrimitive}, with look-ups; `backport` may answer with a promise. */
export function fromPrimitiveAsync<T extends object>(
  Class: ObjectClass<T>,
  primitive: unknown,
  options: ReadOptions & { readonly partial: true },
): Promise<PartialOf<T>>;
export function fromPrimitiveAsync<T extends object>(
  Class: ObjectClass<T>,
  primitive: unknown,
  options?: ReadOptions,
): Promise<T>;
export async function fromPrimitiveAsync(
  Class: ObjectClass,
  primitive: unknown,
  options: ReadOptions = {},
): Promise<object> {
  try {
    return await withLookups((lookups) => fromPrimitiveWith(Class, primitive, options, lookups));
  } catch (error) {
    const request = backportRequest(Class, primitive, options, error);
    if (request === undefined) throw error;
    const older = await request();
    return withLookups((lookups) => fromPrimitiveWith(Class, older, options, lookups));
  }
}

/** {@link decode}, with look-ups; `backport` may answer with a promise. */
export function decodeAsync<T extends object>(
  Class: ObjectClass<T>,
  text: string,
  options: ReadOptions & { readonly partial: true },
): Promise<PartialOf<T>>;
export function decodeAsync<T extends object>(
  Class: ObjectClass<T>,
  text: string,
  options?: ReadOptions,
): Promise<T>;
export async function decodeAsync(
  Class: ObjectClass,
  text: string,
  options: ReadOptions = {},
): Promise<object> {
  return fromPrimitiveAsync(Class, parseFor(Class, text, options), options);
}
