import type { Fault, FaultKind } from '../errors/fault.js';
import { isBacklevelError } from '../errors/backlevel-error.js';
import type { InvalidPayloadError, LimitExceededError } from '../errors/payload-errors.js';
import { modelOf } from '../model/model-of.js';
import type { Model, ObjectClass } from '../model/model.js';
import { engine } from './engine/engine.js';
import type { Primitive } from './engine/envelope.js';
import { envelopeChildren } from './engine/envelope-children.js';
import { type Lookups, withLookups } from './engine/lookups.js';
import type { ReadOptions } from './engine/options.js';
import { Work } from './engine/work.js';

/**
 * One issue in the form of Standard Schema, with what a fault says of it.
 *
 * `path` leads through the payload as it was sent, envelopes and older names included, so that the sender finds it there; the path
 * of a missing field ends with its name. `object` and `field` say the same without the way.
 */
export interface SchemaIssue {
  readonly message: string;
  readonly path: readonly (string | number)[];
  readonly kind: FaultKind;
  readonly object: string;
  readonly field?: string;
}

/** What a validation gives: an instance, or all that is wrong. */
export type SchemaResult<T> =
  | { readonly value: T; readonly issues?: undefined }
  | { readonly issues: readonly SchemaIssue[] };

/** A validator in the form of Standard Schema, version 1 (standardschema.dev): it takes payloads and gives instances. */
export interface ObjectSchema<T, Answer = SchemaResult<T>> {
  readonly '~standard': {
    readonly version: 1;
    readonly vendor: 'backlevel';
    readonly validate: (value: unknown) => Answer;
    readonly types?: { readonly input: Primitive; readonly output: T };
  };
}

export type SchemaOptions = Omit<ReadOptions, 'backport' | 'partial'>;

/**
 * The Standard Schema of a class, for frameworks that take one: payloads of any version that the class reads, as parsed JSON.
 * What is wrong with a payload is an issue; what is wrong with the class is thrown, so that a framework does not blame the caller.
 * With `async: true` it answers with a promise, and hooks may look something up.
 *
 * @throws HookError, NeedsAsyncError from `validate`
 */
export function schemaOf<T extends object>(
  Class: ObjectClass<T>,
  options: SchemaOptions & { readonly async: true },
): ObjectSchema<T, Promise<SchemaResult<T>>>;
export function schemaOf<T extends object>(Class: ObjectClass<T>, options?: SchemaOptions): ObjectSchema<T>;
export function schemaOf(
  Class: ObjectClass,
  options: SchemaOptions & { readonly async?: true } = {},
): ObjectSchema<object, unknown> {
  const model = modelOf(Class);
  const validate = (value: unknown, lookups?: Lookups): SchemaResult<object> => {
    const work = new Work(model, envelopeChildren, { ...options, all: true }, lookups);
    try {
      const instance = engine.read(value, model, work);
      return work.failed ? { issues: issuesOf(work.faults, value) } : { value: instance as object };
    } catch (error) {
      return { issues: issuesOf([...work.faults, ...faultsOf(error, model)], value) };
    }
  };
  return {
    '~standard': {
      version: 1,
      vendor: 'backlevel',
      validate: options.async
        ? (value) => withLookups((lookups) => validate(value, lookups))
        : (value) => validate(value),
    },
  };
}

/** The faults of a payload in an error that ended the work; any other error is thrown on. */
function faultsOf(error: unknown, model: Model): readonly Fault[] {
  if (isBacklevelError(error, 'BACKLEVEL_INVALID_PAYLOAD')) return (error as InvalidPayloadError).faults;
  if (!isBacklevelError(error, 'BACKLEVEL_LIMIT_EXCEEDED')) throw error;
  const { message, pointer } = error as LimitExceededError;
  return [{ kind: 'limit', object: model.name, message, pointer }];
}

function issuesOf(faults: readonly Fault[], value: unknown): SchemaIssue[] {
  return faults.map(({ pointer, ...fault }) => {
    const path = pathOf(pointer, value);
    return { ...fault, path: fault.kind === 'required' ? [...path, fault.field ?? ''] : path };
  });
}

function pathOf(pointer: string, value: unknown): (string | number)[] {
  let here = value;
  return pointer
    .split('/')
    .slice(1)
    .map((part) => {
      const key = part.replaceAll('~1', '/').replaceAll('~0', '~');
      const step = Array.isArray(here) ? Number(key) : key;
      here = (here as Readonly<Record<string | number, unknown>> | null | undefined)?.[step];
      return step;
    });
}
