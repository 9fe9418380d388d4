import { Registry, type RegistryOptions } from 'backlevel';
import type { Contender } from '../contender.js';
import { backlevel, backlevelTasks } from './backlevel.js';

const options: RegistryOptions & { readonly codegen: boolean } = { namespace: 'bench', codegen: false };

/** backlevel with code generation forbidden; `undefined` for a backlevel that generates none. */
export const interpreted: Contender | undefined =
  'codegen' in new Registry(options)
    ? { ...backlevel, prepare: (workload) => backlevelTasks(workload, new Registry(options)) }
    : undefined;
