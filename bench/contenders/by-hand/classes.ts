import type { AgentData } from '../../workload/agent-data.js';
import type {
  FlavorData,
  HostStatus,
  PortData,
  PowerState,
  ServerData,
  Status,
  VnicType,
} from '../../workload/server-data.js';

// The classes of one's own that are built of what a library without classes has read.

export class Flavor implements FlavorData {
  constructor(
    readonly id: number,
    readonly name: string,
    readonly vcpus: number,
    readonly memoryMb: number,
    readonly diskGb: number,
    readonly isPublic: boolean,
    readonly rxtxFactor: number,
    readonly description: string | null,
  ) {}
}

export class Port implements PortData {
  constructor(
    readonly uuid: string,
    readonly networkId: string,
    readonly mac: string,
    readonly ip: string,
    readonly vnicType: VnicType,
    readonly mtu: number,
  ) {}
}

export class Server implements ServerData {
  constructor(
    readonly uuid: string,
    readonly name: string,
    readonly description: string | null,
    readonly status: Status,
    readonly powerState: PowerState,
    readonly hostStatus: HostStatus | null,
    readonly hostname: string,
    readonly projectId: string,
    readonly imageId: string | null,
    readonly availabilityZone: string | null,
    readonly keyName: string | null,
    readonly memoryMb: number,
    readonly load: number,
    readonly price: number,
    readonly progress: number,
    readonly locked: boolean,
    readonly autoRecover: boolean,
    readonly createdAt: Date,
    readonly updatedAt: Date,
    readonly tags: readonly string[],
    readonly metadata: Readonly<Record<string, string>>,
    readonly flavor: Flavor,
    readonly ports: readonly Port[],
  ) {}
}

export class Agent implements AgentData {
  constructor(
    readonly uuid: string,
    readonly host: string,
    readonly program: string,
    readonly alive: boolean,
    readonly reports: number,
    readonly build: string,
  ) {}
}
