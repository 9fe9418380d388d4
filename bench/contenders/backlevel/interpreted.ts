import { Registry, type RegistryOptions } from 'backlevel';
import type { Contender } from '../contender.js';
import { backlevel, backlevelTasks } from './backlevel.js';

const options: RegistryOptions & { readonly codegen: boolean } = { namespace: 'bench', codegen: false };

/** backlevel with code generation forbidden, where this backlevel generates any. */
export const interpreted: readonly Contender[] =
  'codegen' in new Registry(options)
    ? [
        {
          ...backlevel,
          name: 'backlevel, interpreted',
          prepare: (workload) => backlevelTasks(workload, new Registry(options)),
        },
      ]
    : [];
