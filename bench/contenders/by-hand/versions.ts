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
  return upgradeWith(old, upgradeFlavor(old.flavor), old.ports);
}

/** An envelope at 1.7 of one at 1.4. */
export function upgrade(old: CheckedOldServer): CheckedServer {
  const data = old['versioned_object.data'];
  const flavor = { 'versioned_object.data': upgradeFlavor(data.flavor['versioned_object.data']) };
  return { 'versioned_object.data': upgradeWith(data, flavor, data.ports) };
}

export function upgradeAgentPlain(old: OldAgent): WiredAgent {
  return {
    uuid: old.uuid,
    host: old.host,
    program: old.program,
    alive: old.alive,
    reports: 0,
    build: old.build,
  };
}

export function upgradeAgent(old: CheckedOldAgent): CheckedAgent {
  return { 'versioned_object.data': upgradeAgentPlain(old['versioned_object.data']) };
}

/** Plain data at 1.4 of a server. */
export function downgrade(server: Wired<ServerData>): OldServer {
  const { flavor } = server;
  return {
    uuid: server.uuid,
    name: server.name,
    description: server.description,
    status: server.status,
    hostname: server.hostname,
    projectId: server.projectId,
    availabilityZone: server.availabilityZone,
    keyName: server.keyName,
    memoryMb: server.memoryMb,
    load: server.load,
    price: server.price,
    autoRecover: server.autoRecover,
    createdAt: server.createdAt,
    updatedAt: server.updatedAt,
    tags: server.tags,
    metadata: server.metadata,
    imageRef: server.imageId,
    powerState: POWER_STATES.indexOf(server.powerState),
    flavor: {
      id: flavor.id,
      name: flavor.name,
      vcpus: flavor.vcpus,
      memoryMb: flavor.memoryMb,
      diskGb: flavor.diskGb,
      isPublic: flavor.isPublic,
      rxtxFactor: flavor.rxtxFactor,
    },
    ports: server.ports,
  };
}

export function downgradeAgent(agent: AgentData): OldAgent {
  return {
    uuid: agent.uuid,
    host: agent.host,
    program: agent.program,
    alive: agent.alive,
    build: agent.build,
  };
}

// Written out field by field: a spread that leaves fields out takes several times as long.

function upgradeWith<F, P>(old: Omit<OldServer, 'flavor' | 'ports'>, flavor: F, ports: P) {
  return {
    uuid: old.uuid,
    name: old.name,
    description: old.description,
    status: old.status,
    hostname: old.hostname,
    projectId: old.projectId,
    availabilityZone: old.availabilityZone,
    keyName: old.keyName,
    memoryMb: old.memoryMb,
    load: old.load,
    price: old.price,
    autoRecover: old.autoRecover,
    createdAt: old.createdAt,
    updatedAt: old.updatedAt,
    tags: old.tags,
    metadata: old.metadata,
    powerState: POWER_STATES[old.powerState]!,
    hostStatus: null,
    imageId: old.imageRef,
    progress: 0,
    locked: false,
    flavor,
    ports,
  };
}

function upgradeFlavor(old: OldFlavor): FlavorData {
  return {
    id: old.id,
    name: old.name,
    vcpus: old.vcpus,
    memoryMb: old.memoryMb,
    diskGb: old.diskGb,
    isPublic: old.isPublic,
    rxtxFactor: old.rxtxFactor,
    description: null,
  };
}
