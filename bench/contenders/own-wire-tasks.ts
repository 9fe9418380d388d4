import type { AgentData } from '../workload/agent-data.js';
import type { ServerData } from '../workload/server-data.js';
import { cycle, type Workload } from '../workload/workload.js';
import { agentOfPlain, serverOfPlain, type Wired, type WiredAgent } from './by-hand/build.js';
import {
  downgrade,
  downgradeAgent,
  type OldAgent,
  type OldServer,
  upgradeAgentPlain,
  upgradePlain,
} from './by-hand/versions.js';
import type { Tasks } from './contender.js';

/** How one kind of plain data goes to the library's own wire form and back. */
export interface Format<T, W extends string | Buffer, R = T> {
  readonly write: (data: T) => W;
  readonly read: (wire: W) => R;
}

export interface Formats<W extends string | Buffer> {
  readonly server: Format<ServerData, W, Wired<ServerData>>;
  readonly oldServer: Format<OldServer, W>;
  readonly agent: Format<AgentData, W, WiredAgent>;
  readonly oldAgent: Format<OldAgent, W>;
  readonly list?: Format<readonly ServerData[], W, readonly Wired<ServerData>[]>;
}

/** The tasks of a library that writes plain data in a form of its own: versions and classes are by hand. */
export function ownWireTasks<W extends string | Buffer>(
  { servers, agents }: Workload,
  { server, oldServer, agent, oldAgent, list }: Formats<W>,
): Tasks {
  const texts = servers.data.map((data) => kept(server.write(data)));
  const oldTexts = servers.data.map((data) => kept(oldServer.write(downgrade(data))));
  const smallTexts = agents.data.map((data) => kept(agent.write(data)));
  const oldSmallTexts = agents.data.map((data) => kept(oldAgent.write(downgradeAgent(data))));
  const all = cycle(servers.data);
  return {
    encode: { run: (index) => server.write(servers.data[index]!), meaning: server.read },
    backport: { run: (index) => oldServer.write(downgrade(servers.data[index]!)), meaning: oldServer.read },
    decode: { run: (index) => serverOfPlain(server.read(texts[index]!)) },
    'decode old': { run: (index) => serverOfPlain(upgradePlain(oldServer.read(oldTexts[index]!))) },
    'small encode': { run: (index) => agent.write(agents.data[index]!), meaning: agent.read },
    'small backport': {
      run: (index) => oldAgent.write(downgradeAgent(agents.data[index]!)),
      meaning: oldAgent.read,
    },
    'small decode': { run: (index) => agentOfPlain(agent.read(smallTexts[index]!)) },
    'small decode old': {
      run: (index) => agentOfPlain(upgradeAgentPlain(oldAgent.read(oldSmallTexts[index]!))),
    },
    ...(list !== undefined && listTasks(all, list)),
  };
}

function listTasks<W extends string | Buffer>(
  all: readonly ServerData[],
  list: NonNullable<Formats<W>['list']>,
): Tasks {
  const wire = kept(list.write(all));
  return {
    'list to bytes': { run: () => list.write(all), meaning: list.read },
    'list decode': { run: () => list.read(wire).map(serverOfPlain) },
  };
}

/** A wire form that outlives the library's next call, with a string in one piece. */
function kept<W extends string | Buffer>(wire: W): W {
  return (typeof wire === 'string' ? Buffer.from(wire).toString() : Buffer.from(wire)) as W;
}
