import type { AgentData } from '../../workload/agent-data.js';
import { type FlavorData, type PortData, POWER_STATES, type ServerData } from '../../workload/server-data.js';
import { type Checked, type CheckedAgent, type CheckedServer, type Wired, type WiredAgent } from './build.js';

// What one writes where a library knows no versions.

type OldFlavor = Omit<FlavorData, 'description'>;
type NewFields = 'hostStatus' | 'progress' | 'locked' | 'imageId' | 'powerState' | 'flavor';

/** A server at 1.4 as plain data. */
export interface OldServer extends Omit<Wired<ServerData>, NewFields> {
  readonly imageRef: string | null;
  readonly powerState: number;
  readonly flavor: OldFlavor;
}

export type OldAgent = Omit<WiredAgent, 'reports'>;

export interface CheckedOldServer extends Checked<
  Omit<OldServer, 'flavor' | 'ports'> & {
    readonly flavor: Checked<OldFlavor>;
    readonly ports: readonly Checked<PortData>[];
  }
> {}
export type CheckedOldAgent = Checked<OldAgent>;

/** Plain data at 1.7 of plain data at 1.4. */
export function upgradePlain(old: OldServer): Wired<ServerData> {
  return { ...upgradeFields(old), flavor: { ...old.flavor, description: null } };
}

/** An envelope at 1.7 of one at 1.4. */
export function upgrade(old: CheckedOldServer): CheckedServer {
  const data = old['versioned_object.data'];
  const flavor = { ...data.flavor['versioned_object.data'], description: null };
  return {
    'versioned_object.data': { ...upgradeFields(data), flavor: { 'versioned_object.data': flavor } },
  };
}

export function upgradeAgentPlain(old: OldAgent): WiredAgent {
  return { ...old, reports: 0 };
}

export function upgradeAgent(old: CheckedOldAgent): CheckedAgent {
  return { 'versioned_object.data': upgradeAgentPlain(old['versioned_object.data']) };
}

/** Plain data at 1.4 of a server. */
export function downgrade(server: ServerData): OldServer {
  const {
    hostStatus: _host,
    progress: _progress,
    locked: _locked,
    imageId,
    powerState,
    flavor,
    ...rest
  } = server;
  const { description: _description, ...oldFlavor } = flavor;
  return {
    ...rest,
    imageRef: imageId,
    powerState: POWER_STATES.indexOf(powerState),
    flavor: oldFlavor,
  };
}

export function downgradeAgent(agent: AgentData): OldAgent {
  const { reports: _reports, ...rest } = agent;
  return rest;
}

function upgradeFields<T extends { readonly imageRef: string | null; readonly powerState: number }>({
  imageRef,
  powerState,
  ...rest
}: T) {
  return {
    ...rest,
    imageId: imageRef,
    powerState: POWER_STATES[powerState]!,
    hostStatus: null,
    progress: 0,
    locked: false,
  };
}
