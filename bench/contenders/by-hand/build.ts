import type { AgentData } from '../../workload/agent-data.js';
import type { FlavorData, PortData, ServerData } from '../../workload/server-data.js';
import { Agent, Flavor, Port, Server } from './classes.js';

/** Data as JSON has them: a date is a text. */
export type Wired<T> = { readonly [Name in keyof T]: T[Name] extends Date ? string | Date : T[Name] };
export type WiredServer = Omit<Wired<ServerData>, 'flavor' | 'ports'>;
export type WiredAgent = Wired<AgentData>;

/** An envelope whose data a library has checked. */
export interface Checked<T> {
  readonly 'versioned_object.data': T;
}
export interface CheckedServer extends Checked<
  WiredServer & { readonly flavor: Checked<FlavorData>; readonly ports: readonly Checked<PortData>[] }
> {}
export type CheckedAgent = Checked<WiredAgent>;

/** The server of nested envelopes. */
export function serverOf(envelope: CheckedServer): Server {
  const data = envelope['versioned_object.data'];
  const ports = data.ports.map((port) => buildPort(port['versioned_object.data']));
  return buildServer(data, data.flavor['versioned_object.data'], ports);
}

/** The server of plain data without envelopes. */
export function serverOfPlain(data: Wired<ServerData>): Server {
  return buildServer(data, data.flavor, data.ports.map(buildPort));
}

export function agentOf(envelope: CheckedAgent): Agent {
  return agentOfPlain(envelope['versioned_object.data']);
}

export function agentOfPlain(data: WiredAgent): Agent {
  return new Agent(data.uuid, data.host, data.program, data.alive, data.reports, data.build);
}

function buildServer(data: WiredServer, flavor: FlavorData, ports: readonly Port[]): Server {
  return new Server(
    data.uuid,
    data.name,
    data.description,
    data.status,
    data.powerState,
    data.hostStatus,
    data.hostname,
    data.projectId,
    data.imageId,
    data.availabilityZone,
    data.keyName,
    data.memoryMb,
    data.load,
    data.price,
    data.progress,
    data.locked,
    data.autoRecover,
    dateOf(data.createdAt),
    dateOf(data.updatedAt),
    data.tags,
    data.metadata,
    buildFlavor(flavor),
    ports,
  );
}

function buildFlavor(data: FlavorData): Flavor {
  return new Flavor(
    data.id,
    data.name,
    data.vcpus,
    data.memoryMb,
    data.diskGb,
    data.isPublic,
    data.rxtxFactor,
    data.description,
  );
}

function buildPort(data: PortData): Port {
  return new Port(data.uuid, data.networkId, data.mac, data.ip, data.vnicType, data.mtu);
}

function dateOf(value: string | Date): Date {
  return typeof value === 'string' ? new Date(value) : value;
}
