import type { Envelope } from '../workload/wire.js';
import type { Workload } from '../workload/workload.js';
import { agentOf, type CheckedAgent, type CheckedServer, serverOf } from './by-hand/build.js';
import { type CheckedOldAgent, type CheckedOldServer, upgrade, upgradeAgent } from './by-hand/versions.js';
import type { Tasks } from './contender.js';

/** What a library that validates plain data has to offer. */
export interface Validators {
  /** Each answers the value that was checked, dates as texts or already as dates. @throws for one that is wrong */
  readonly server: (value: unknown) => CheckedServer;
  readonly oldServer: (value: unknown) => CheckedOldServer;
  readonly agent: (value: unknown) => CheckedAgent;
  readonly oldAgent: (value: unknown) => CheckedOldAgent;
  /** The path of the first mistake in a server, `undefined` where there is none. */
  readonly firstPath: (value: unknown) => string | undefined;
}

/** The reading tasks: JSON.parse, the library's check, for old payloads an upgrade by hand, then classes built by hand. */
export function decodingTasks({ servers, agents, bad, listText }: Workload, validators: Validators): Tasks {
  const parse = (text: string | undefined): unknown => JSON.parse(text as string);
  return {
    decode: { run: (index) => serverOf(validators.server(parse(servers.texts[index]))) },
    'decode old': { run: (index) => serverOf(upgrade(validators.oldServer(parse(servers.oldTexts[index])))) },
    'check good': { run: (index) => validators.firstPath(servers.envelopes[index]) },
    'check bad': { run: (index) => validators.firstPath(bad[index]) },
    'small decode': { run: (index) => agentOf(validators.agent(parse(agents.texts[index]))) },
    'small decode old': {
      run: (index) => agentOf(upgradeAgent(validators.oldAgent(parse(agents.oldTexts[index])))),
    },
    'list decode': {
      run: () => (parse(listText) as readonly Envelope[]).map((item) => serverOf(validators.server(item))),
    },
  };
}
