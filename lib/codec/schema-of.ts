import type { Fault } from '../errors/fault.js';
import { isBacklevelError } from '../errors/backlevel-error.js';
import { modelOf } from '../model/model-of.js';
import type { ObjectClass } from '../model/model.js';
import { engine } from './engine/engine.js';
import { envelopeChildren } from './engine/envelope-children.js';
import type { ReadOptions } from './engine/options.js';
import { Work } from './engine/work.js';

/** One issue in the form of Standard Schema. */
export interface SchemaIssue {
  readonly message: string;
  readonly path: readonly string[];
}

/** A validator in the form of Standard Schema, version 1 (standardschema.dev): it takes payloads and gives instances. */
export interface ObjectSchema<T> {
  readonly '~standard': {
    readonly version: 1;
    readonly vendor: 'backlevel';
    readonly validate: (
      value: unknown,
    ) => { readonly value: T; readonly issues?: undefined } | { readonly issues: readonly SchemaIssue[] };
    readonly types?: { readonly input: unknown; readonly output: T };
  };
}

/** The Standard Schema of a class, for frameworks that take one: payloads of any version that the class reads. */
export function schemaOf<T extends object>(
  Class: ObjectClass<T>,
  options: Omit<ReadOptions, 'backport' | 'partial'> = {},
): ObjectSchema<T> {
  const model = modelOf(Class);
  return {
    '~standard': {
      version: 1,
      vendor: 'backlevel',
      validate: (value) => {
        const work = new Work(model, envelopeChildren, { ...options, all: true }, undefined);
        try {
          const instance = engine.read(value, model, work);
          if (!work.failed) return { value: instance as T };
        } catch (error) {
          if (!isBacklevelError(error)) throw error;
          const faults = (error as { readonly faults?: readonly Fault[] }).faults;
          return { issues: faults?.map(issueOf) ?? [{ message: error.message, path: [] }] };
        }
        return { issues: work.problems.map((problem) => issueOf(problem.fault)) };
      },
    },
  };
}

function issueOf({ message, pointer }: Fault): SchemaIssue {
  const path = pointer.split('/').slice(1);
  return { message, path: path.map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~')) };
}
