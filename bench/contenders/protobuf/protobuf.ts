import { create, fromBinary, type Message, toBinary } from '@bufbuild/protobuf';
import { type Timestamp, timestampDate, timestampFromDate } from '@bufbuild/protobuf/wkt';
import type { AgentData } from '../../workload/agent-data.js';
import {
  type FlavorData,
  HOST_STATUSES,
  type PortData,
  POWER_STATES,
  type ServerData,
  STATUSES,
  VNIC_TYPES,
} from '../../workload/server-data.js';
import { cycle } from '../../workload/workload.js';
import { agentOfPlain, serverOfPlain } from '../by-hand/build.js';
import type { Agent, Server } from '../by-hand/classes.js';
import { downgrade, downgradeAgent } from '../by-hand/versions.js';
import type { Contender } from '../contender.js';
import { messageType } from './descriptors.js';

export const protobuf: Contender = {
  packages: ['@bufbuild/protobuf'],
  wire: 'binary',
  checksReading: 'types',
  checksWriting: 'types and ranges',
  versions: 'fields have numbers: unknown ones are skipped, renames are free; converts no values',
  byHand: 'classes, enums and dates; a message is at hand for encode',
  prepare: ({ servers, agents }) => {
    const messages = servers.data.map((data) => create(serverType, serverInit(data)));
    const small = agents.data.map((data) => create(agentType, data as never));
    const list = create(listType, { servers: cycle(messages) } as never);
    const bytes = messages.map((message) => toBinary(serverType, message));
    const oldBytes = servers.data.map((data) =>
      toBinary(oldServerType, create(oldServerType, oldServerInit(data))),
    );
    const smallBytes = small.map((message) => toBinary(agentType, message));
    const oldSmallBytes = agents.data.map((data) =>
      toBinary(oldAgentType, create(oldAgentType, downgradeAgent(data) as never)),
    );
    const listBytes = toBinary(listType, list);
    return {
      encode: { run: (index) => toBinary(serverType, messages[index]!), meaning: readServer },
      decode: { run: (index) => readServer(bytes[index]!) },
      'decode old': { run: (index) => readServer(oldBytes[index]!) },
      'small encode': { run: (index) => toBinary(agentType, small[index]!), meaning: readAgent },
      'small decode': { run: (index) => readAgent(smallBytes[index]!) },
      'small decode old': { run: (index) => readAgent(oldSmallBytes[index]!) },
      'list to bytes': { run: () => toBinary(listType, list), meaning: readList },
      'list decode': { run: () => readList(listBytes) },
    };
  },
};

const serverType = messageType('Server');
const oldServerType = messageType('OldServer');
const agentType = messageType('Agent');
const oldAgentType = messageType('OldAgent');
const listType = messageType('ServerList');

// The shapes that a code generator would declare.
type PortMessage = Omit<PortData, 'vnicType'> & { readonly vnicType: number };
type FlavorMessage = Omit<FlavorData, 'description'> & { readonly description?: string };
type AgentMessage = Message & AgentData;
type Changed =
  | 'description'
  | 'status'
  | 'powerState'
  | 'hostStatus'
  | 'imageId'
  | 'availabilityZone'
  | 'keyName'
  | 'createdAt'
  | 'updatedAt'
  | 'flavor'
  | 'ports';
interface ServerMessage extends Message, Omit<ServerData, Changed> {
  readonly description?: string;
  readonly status: number;
  readonly powerState: number;
  readonly hostStatus?: number;
  readonly imageId?: string;
  readonly availabilityZone?: string;
  readonly keyName?: string;
  readonly createdAt: Timestamp;
  readonly updatedAt: Timestamp;
  readonly flavor: FlavorMessage;
  readonly ports: readonly PortMessage[];
}

function serverInit(server: ServerData): never {
  return {
    ...withoutNulls(server),
    status: STATUSES.indexOf(server.status),
    powerState: POWER_STATES.indexOf(server.powerState),
    ...(server.hostStatus !== null && { hostStatus: HOST_STATUSES.indexOf(server.hostStatus) }),
    createdAt: timestampFromDate(server.createdAt),
    updatedAt: timestampFromDate(server.updatedAt),
    flavor: withoutNulls(server.flavor),
    ports: server.ports.map(portInit),
  } as never;
}

function oldServerInit(server: ServerData): never {
  const old = downgrade(server);
  return {
    ...withoutNulls(old),
    status: STATUSES.indexOf(server.status),
    createdAt: timestampFromDate(server.createdAt),
    updatedAt: timestampFromDate(server.updatedAt),
    ports: server.ports.map(portInit),
  } as never;
}

function portInit(port: PortData): object {
  return { ...port, vnicType: VNIC_TYPES.indexOf(port.vnicType) };
}

function readServer(bytes: Uint8Array): Server {
  return serverOfMessage(fromBinary(serverType, bytes) as ServerMessage);
}

function readAgent(bytes: Uint8Array): Agent {
  const message = fromBinary(agentType, bytes) as AgentMessage;
  return agentOfPlain(message);
}

function readList(bytes: Uint8Array): Server[] {
  const { servers } = fromBinary(listType, bytes) as Message & { readonly servers: readonly ServerMessage[] };
  return servers.map(serverOfMessage);
}

function serverOfMessage(message: ServerMessage): Server {
  return serverOfPlain({
    uuid: message.uuid,
    name: message.name,
    description: message.description ?? null,
    status: STATUSES[message.status]!,
    powerState: POWER_STATES[message.powerState]!,
    hostStatus: message.hostStatus === undefined ? null : HOST_STATUSES[message.hostStatus]!,
    hostname: message.hostname,
    projectId: message.projectId,
    imageId: message.imageId ?? null,
    availabilityZone: message.availabilityZone ?? null,
    keyName: message.keyName ?? null,
    memoryMb: message.memoryMb,
    load: message.load,
    price: message.price,
    progress: message.progress,
    locked: message.locked,
    autoRecover: message.autoRecover,
    createdAt: timestampDate(message.createdAt),
    updatedAt: timestampDate(message.updatedAt),
    tags: message.tags,
    metadata: message.metadata,
    flavor: { ...message.flavor, description: message.flavor.description ?? null },
    ports: message.ports.map((port) => ({ ...port, vnicType: VNIC_TYPES[port.vnicType]! })),
  });
}

function withoutNulls(data: object): object {
  return Object.fromEntries(Object.entries(data).filter(([, value]) => value !== null));
}
