import build from 'fast-json-stringify';
import type { Contender } from './contender.js';
import {
  agentSchema,
  oldAgentSchema,
  oldServerSchema,
  type Schema,
  serverSchema,
} from './json-schema/schemas.js';
import { writingTasks } from './writing-tasks.js';

export const fastJsonStringify: Contender = {
  packages: ['fast-json-stringify'],
  wire: 'nested',
  checksReading: '(does not read)',
  checksWriting: 'missing fields; values are bent to the type',
  versions: 'none',
  byHand: 'one schema a version, the way down, envelopes',
  prepare: (workload) => {
    const compile = (schema: Schema): ((value: unknown) => string) =>
      build(schema as unknown as build.Schema) as never;
    const writers = {
      server: compile(serverSchema),
      oldServer: compile(oldServerSchema),
      agent: compile(agentSchema),
      oldAgent: compile(oldAgentSchema),
    };
    return writingTasks(writers, workload);
  },
};
