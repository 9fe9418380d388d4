import { z } from 'zod';
import { agentEnvelope, oldAgentEnvelope, oldServerEnvelope, serverEnvelope } from '../by-hand/envelopes.js';
import { downgrade, downgradeAgent } from '../by-hand/versions.js';
import type { Contender } from '../contender.js';
import { decodingTasks } from '../decoding-tasks.js';
import { wholeToBytes } from '../whole-to-bytes.js';
import { agentSchema, oldAgentSchema, oldServerSchema, serverSchema } from './schemas.js';

export const zod: Contender = {
  packages: ['zod'],
  wire: 'nested',
  checksReading: 'types, formats, enums, missing fields, envelopes',
  checksWriting: 'the same',
  versions: 'none',
  byHand: 'one schema a version, the way up and down, envelopes, classes',
  prepare: (workload) => {
    const { servers, agents } = workload;
    const listSchema = z.array(serverSchema);
    const changes = (index: number): readonly string[] => servers.changes[index] ?? [];
    const oldChanges = servers.oldEnvelopes.map((envelope) => envelope['versioned_object.changes']);
    return {
      ...decodingTasks(workload, {
        server: (value) => serverSchema.parse(value),
        oldServer: (value) => oldServerSchema.parse(value),
        agent: (value) => agentSchema.parse(value),
        oldAgent: (value) => oldAgentSchema.parse(value),
        firstPath: (value) => serverSchema.safeParse(value).error?.issues[0]?.path.join('/'),
      }),
      encode: {
        run: (index) =>
          JSON.stringify(z.encode(serverSchema, serverEnvelope(servers.data[index]!, changes(index)))),
      },
      backport: {
        run: (index) => {
          const old = downgrade(servers.data[index]!) as Parameters<typeof oldServerEnvelope>[0];
          return JSON.stringify(
            z.encode(oldServerSchema, oldServerEnvelope(old, oldChanges[index]) as never),
          );
        },
      },
      'small encode': {
        run: (index) =>
          JSON.stringify(z.encode(agentSchema, agentEnvelope(agents.data[index]!, agents.changes[index]!))),
      },
      'small backport': {
        run: (index) => {
          const old = downgradeAgent(agents.data[index]!);
          return JSON.stringify(
            z.encode(oldAgentSchema, oldAgentEnvelope(old, agents.changes[index]!) as never),
          );
        },
      },
      'list to bytes': {
        run: () => {
          const list = workload.list.map((_, place) => place % servers.data.length);
          const envelopes = list.map((index) => serverEnvelope(servers.data[index]!, changes(index)));
          return wholeToBytes(JSON.stringify(z.encode(listSchema, envelopes)));
        },
      },
    };
  },
};
