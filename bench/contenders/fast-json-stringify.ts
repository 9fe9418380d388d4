import build from 'fast-json-stringify';
import { agentEnvelope, oldAgentEnvelope, oldServerEnvelope, serverEnvelope } from './by-hand/envelopes.js';
import { downgrade, downgradeAgent } from './by-hand/versions.js';
import type { Contender } from './contender.js';
import { joinToBytes } from './join-to-bytes.js';
import {
  agentSchema,
  oldAgentSchema,
  oldServerSchema,
  type Schema,
  serverSchema,
} from './json-schema/schemas.js';

export const fastJsonStringify: Contender = {
  packages: ['fast-json-stringify'],
  wire: 'nested',
  checksReading: '(does not read)',
  checksWriting: 'missing fields; values are bent to the type',
  versions: 'none',
  byHand: 'one schema a version, the way down, envelopes',
  prepare: ({ servers, agents, list }) => {
    const compile = (schema: Schema): ((value: unknown) => string) =>
      build(schema as unknown as build.Schema) as never;
    const server = compile(serverSchema);
    const oldServer = compile(oldServerSchema);
    const agent = compile(agentSchema);
    const oldAgent = compile(oldAgentSchema);
    const changes = servers.envelopes.map((envelope) => envelope['versioned_object.changes'] ?? []);
    const oldChanges = servers.oldEnvelopes.map((envelope) => envelope['versioned_object.changes']);
    const encode = (index: number): string => server(serverEnvelope(servers.data[index]!, changes[index]!));
    const backport = (index: number): string =>
      oldServer(oldServerEnvelope(downgrade(servers.data[index]!), oldChanges[index]));
    const places = list.map((_, place) => place % servers.data.length);
    return {
      encode: { run: encode },
      backport: { run: backport },
      'small encode': { run: (index) => agent(agentEnvelope(agents.data[index]!, agents.changes[index]!)) },
      'small backport': {
        run: (index) =>
          oldAgent(oldAgentEnvelope(downgradeAgent(agents.data[index]!), agents.changes[index]!)),
      },
      'list to bytes': { run: () => joinToBytes(places, encode) },
      'list to bytes, old': { run: () => joinToBytes(places, backport) },
    };
  },
};
