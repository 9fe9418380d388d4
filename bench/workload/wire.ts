import type { AgentData } from './agent-data.js';
import { type FlavorData, type PortData, POWER_STATES, type ServerData } from './server-data.js';

/** Plain data: what JSON can hold. */
export type Plain = Record<string, unknown>;

/** What every contender that writes nested envelopes must write; the floor writes exactly this. */
export interface Envelope {
  readonly 'versioned_object.name': string;
  readonly 'versioned_object.namespace': string;
  readonly 'versioned_object.version': string;
  readonly 'versioned_object.data': Plain;
  readonly 'versioned_object.changes'?: readonly string[];
}

export const NAMESPACE = 'bench';

export function envelope(
  name: string,
  version: string,
  data: Plain,
  changes: readonly string[] = [],
): Envelope {
  return {
    'versioned_object.name': name,
    'versioned_object.namespace': NAMESPACE,
    'versioned_object.version': version,
    'versioned_object.data': data,
    ...(changes.length > 0 && { 'versioned_object.changes': changes }),
  };
}

/** The envelope of a server at 1.7. `changes` are the fields that were assigned since it was read. */
export function currentServer(server: ServerData, changes: readonly string[]): Envelope {
  const data = {
    ...server,
    createdAt: server.createdAt.toISOString(),
    updatedAt: server.updatedAt.toISOString(),
    flavor: envelope('Flavor', '1.2', { ...server.flavor }),
    ports: server.ports.map(port),
  };
  return envelope('Server', '1.7', data, changes);
}

/** The same at 1.4: three fields fewer, one renamed, one of another type, and the flavor at 1.1. */
export function oldServer(server: ServerData, changes: readonly string[]): Envelope {
  const { flavor, ...data } = oldServerData(server) as Plain & { readonly flavor: Plain };
  const then = changes
    .filter((name) => !NEW_FIELDS.includes(name))
    .map((name) => (name === 'imageId' ? 'imageRef' : name));
  const wired = { ...data, flavor: envelope('Flavor', '1.1', flavor), ports: server.ports.map(port) };
  return envelope('Server', '1.4', wired, then);
}

/** What is left of a server at 1.4, as plain data without envelopes. */
export function oldServerData(server: ServerData): Plain {
  const { hostStatus: _host, progress: _progress, locked: _locked, imageId, powerState, ...rest } = server;
  return {
    ...rest,
    imageRef: imageId,
    powerState: POWER_STATES.indexOf(powerState),
    createdAt: server.createdAt.toISOString(),
    updatedAt: server.updatedAt.toISOString(),
    flavor: oldFlavor(server.flavor),
  };
}

/** What a reader at 1.7 must make of a server that was written at 1.4. */
export function upgradedServer(server: ServerData): ServerData {
  return {
    ...server,
    hostStatus: null,
    progress: 0,
    locked: false,
    flavor: { ...server.flavor, description: null },
  };
}

export function currentAgent(agent: AgentData, changes: readonly string[]): Envelope {
  return envelope('Agent', '1.1', { ...agent }, changes);
}

export function oldAgent(agent: AgentData, changes: readonly string[]): Envelope {
  const then = changes.filter((name) => name !== 'reports');
  return envelope('Agent', '1.0', oldAgentData(agent), then);
}

export function oldAgentData(agent: AgentData): Plain {
  const { reports: _reports, ...rest } = agent;
  return rest;
}

export function upgradedAgent(agent: AgentData): AgentData {
  return { ...agent, reports: 0 };
}

const NEW_FIELDS = ['hostStatus', 'progress', 'locked'];

function oldFlavor(flavor: FlavorData): Plain {
  const { description: _description, ...rest } = flavor;
  return rest;
}

function port(data: PortData): Envelope {
  return envelope('Port', '1.0', { ...data });
}
