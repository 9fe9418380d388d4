import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import type { CheckedAgent, CheckedServer } from './by-hand/build.js';
import type { CheckedOldAgent, CheckedOldServer } from './by-hand/versions.js';
import type { Contender } from './contender.js';
import { decodingTasks } from './decoding-tasks.js';
import {
  agentSchema,
  oldAgentSchema,
  oldServerSchema,
  type Schema,
  serverSchema,
} from './json-schema/schemas.js';

export const ajv: Contender = {
  packages: ['ajv', 'ajv-formats'],
  wire: 'nested',
  checksReading: 'types, formats, enums, missing fields, envelopes',
  checksWriting: '(does not write)',
  versions: 'none',
  byHand: 'one schema a version, the way up, classes and dates',
  prepare: (workload) => {
    const compiler = addFormats.default(new Ajv());
    const compile = <T>(schema: Schema): ((value: unknown) => T) => orThrow(compiler.compile<T>(schema));
    const check = compiler.compile(serverSchema);
    return decodingTasks(workload, {
      server: compile<CheckedServer>(serverSchema),
      oldServer: compile<CheckedOldServer>(oldServerSchema),
      agent: compile<CheckedAgent>(agentSchema),
      oldAgent: compile<CheckedOldAgent>(oldAgentSchema),
      firstPath: (value) => (check(value) ? undefined : check.errors?.[0]?.instancePath),
    });
  },
};

function orThrow<T>(check: ValidateFunction<T>): (value: unknown) => T {
  return (value) => {
    if (check(value)) return value;
    throw new Error(check.errors?.[0]?.instancePath);
  };
}
