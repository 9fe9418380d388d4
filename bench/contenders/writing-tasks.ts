import type { ServerData } from '../workload/server-data.js';
import type { Workload } from '../workload/workload.js';
import type { Wired } from './by-hand/build.js';
import { agentEnvelope, oldAgentEnvelope, oldServerEnvelope, serverEnvelope } from './by-hand/envelopes.js';
import { downgrade, downgradeAgent } from './by-hand/versions.js';
import type { Tasks } from './contender.js';
import { joinToBytes } from './join-to-bytes.js';

type Write = (value: unknown) => string;

/** How a library without versions writes each envelope. */
export interface Writers {
  readonly server: Write;
  readonly oldServer: Write;
  readonly agent: Write;
  readonly oldAgent: Write;
  /** What is done to a server before it is put into an envelope. */
  readonly ready?: (server: ServerData) => Wired<ServerData>;
}

/** The writing tasks of a library that has neither versions nor envelopes. */
export function writingTasks(
  { server, oldServer, agent, oldAgent, ready = (data) => data }: Writers,
  { servers, agents, list }: Workload,
): Tasks {
  const changes = servers.envelopes.map((envelope) => envelope['versioned_object.changes'] ?? []);
  const oldChanges = servers.oldEnvelopes.map((envelope) => envelope['versioned_object.changes']);
  const encode = (index: number): string =>
    server(serverEnvelope(ready(servers.data[index]!), changes[index]!));
  const backport = (index: number): string =>
    oldServer(oldServerEnvelope(downgrade(ready(servers.data[index]!)), oldChanges[index]));
  const places = list.map((_, place) => place % servers.data.length);
  return {
    encode: { run: encode },
    backport: { run: backport },
    'small encode': { run: (index) => agent(agentEnvelope(agents.data[index]!, agents.changes[index]!)) },
    'small backport': {
      run: (index) => oldAgent(oldAgentEnvelope(downgradeAgent(agents.data[index]!), agents.changes[index]!)),
    },
    'list to bytes': { run: () => joinToBytes(places, encode) },
    'list to bytes, old': { run: () => joinToBytes(places, backport) },
  };
}
