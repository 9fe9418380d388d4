import { allowGeneration } from './compiled/tier.js';

/** What holds for the whole process. */
export interface Configuration {
  /** Whether code may be generated for classes that are used often; true unless it says otherwise. */
  readonly codegen?: boolean;
}

/**
 * Sets what holds for the whole process, from now on. With `codegen: false` no code is generated at run time: all classes are read and
 * written by code that was there from the start. What was generated before stays in use, so call this first.
 */
export function configure({ codegen }: Configuration): void {
  if (codegen !== undefined) allowGeneration(codegen);
}
