import type { AgentData } from '../../workload/agent-data.js';
import type { PortData, ServerData } from '../../workload/server-data.js';
import type { OldAgent, OldServer } from './versions.js';

// The envelopes that one puts around data where a library has none. Dates stay dates where the library writes them.

/** A server with dates of one kind. */
type Dated<D> = Omit<ServerData, 'createdAt' | 'updatedAt'> & {
  readonly createdAt: D;
  readonly updatedAt: D;
};

export function serverEnvelope<D extends string | Date>(server: Dated<D>, changes: readonly string[]) {
  return {
    'versioned_object.name': 'Server' as const,
    'versioned_object.namespace': 'bench' as const,
    'versioned_object.version': '1.7' as const,
    'versioned_object.data': {
      ...server,
      flavor: {
        'versioned_object.name': 'Flavor' as const,
        'versioned_object.namespace': 'bench' as const,
        'versioned_object.version': '1.2' as const,
        'versioned_object.data': server.flavor,
      },
      ports: server.ports.map(portEnvelope),
    },
    'versioned_object.changes': changes.length > 0 ? changes : undefined,
  };
}

export function oldServerEnvelope(server: OldServer, changes: readonly string[] | undefined) {
  return {
    'versioned_object.name': 'Server' as const,
    'versioned_object.namespace': 'bench' as const,
    'versioned_object.version': '1.4' as const,
    'versioned_object.data': {
      ...server,
      flavor: {
        'versioned_object.name': 'Flavor' as const,
        'versioned_object.namespace': 'bench' as const,
        'versioned_object.version': '1.1' as const,
        'versioned_object.data': server.flavor,
      },
      ports: server.ports.map(portEnvelope),
    },
    'versioned_object.changes': changes,
  };
}

export function agentEnvelope(agent: AgentData, changes: readonly string[]) {
  return {
    'versioned_object.name': 'Agent' as const,
    'versioned_object.namespace': 'bench' as const,
    'versioned_object.version': '1.1' as const,
    'versioned_object.data': agent,
    'versioned_object.changes': changes,
  };
}

export function oldAgentEnvelope(agent: OldAgent, changes: readonly string[]) {
  return {
    'versioned_object.name': 'Agent' as const,
    'versioned_object.namespace': 'bench' as const,
    'versioned_object.version': '1.0' as const,
    'versioned_object.data': agent,
    'versioned_object.changes': changes,
  };
}

function portEnvelope(port: PortData) {
  return {
    'versioned_object.name': 'Port' as const,
    'versioned_object.namespace': 'bench' as const,
    'versioned_object.version': '1.0' as const,
    'versioned_object.data': port,
  };
}
