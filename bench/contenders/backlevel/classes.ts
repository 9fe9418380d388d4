import { defineReleases, field, type HookData, type Hooks, type Registry, versioned } from 'backlevel';
import {
  HOST_STATUSES,
  type HostStatus,
  POWER_STATES,
  type PowerState,
  type Status,
  STATUSES,
  VNIC_TYPES,
  type VnicType,
} from '../../workload/server-data.js';

/** The release whose readers know Server 1.4, Flavor 1.1 and Agent 1.0. */
export const OLD = '2025.1';

export interface ClassOptions {
  /** Give the server a hook, between 1.5 and 1.6, that does what no option says. */
  readonly hooks?: boolean;
}

/** The classes of the workload, each time anew, in a registry of the caller's. */
export function declareClasses(registry: Registry, { hooks = false }: ClassOptions = {}) {
  @versioned('Flavor', '1.2', { registry })
  class Flavor {
    @field.integer() id!: number;
    @field.string() name!: string;
    @field.integer() vcpus!: number;
    @field.integer() memoryMb!: number;
    @field.integer() diskGb!: number;
    @field.boolean({ since: '1.1' }) isPublic!: boolean;
    @field.number() rxtxFactor!: number;
    @field.string({ nullable: true, since: '1.2', absent: null }) description!: string | null;
  }

  @versioned('Port', '1.0', { registry })
  class Port {
    @field.uuid() uuid!: string;
    @field.uuid() networkId!: string;
    @field.mac() mac!: string;
    @field.ipAddress({ version: 4 }) ip!: string;
    @field.enum(VNIC_TYPES) vnicType!: VnicType;
    @field.integer() mtu!: number;
  }

  @versioned('Server', '1.7', { registry })
  class Server {
    @field.uuid() uuid!: string;
    @field.string() name!: string;
    @field.string({ nullable: true }) description!: string | null;
    @field.enum(STATUSES) status!: Status;
    @field.enum(POWER_STATES, {
      retyped: [
        {
          in: '1.5',
          from: field.integer({ min: 0, max: POWER_STATES.length - 1 }),
          up: (number: number) => POWER_STATES[number],
          down: (state: PowerState) => POWER_STATES.indexOf(state),
        },
      ],
    })
    powerState!: PowerState;
    @field.enum(HOST_STATUSES, { nullable: true, since: '1.6', absent: null }) hostStatus!: HostStatus | null;
    @field.string() hostname!: string;
    @field.string() projectId!: string;
    @field.uuid({ nullable: true, renamed: [{ in: '1.5', from: 'imageRef' }] }) imageId!: string | null;
    @field.string({ nullable: true }) availabilityZone!: string | null;
    @field.string({ nullable: true, since: '1.1' }) keyName!: string | null;
    @field.integer() memoryMb!: number;
    @field.number() load!: number;
    @field.number() price!: number;
    @field.integer({ since: '1.7', absent: 0 }) progress!: number;
    @field.boolean({ since: '1.7', absent: false }) locked!: boolean;
    @field.boolean({ since: '1.4' }) autoRecover!: boolean;
    @field.dateTime() createdAt!: Date;
    @field.dateTime() updatedAt!: Date;
    @field.list(field.string(), { since: '1.2' }) tags!: readonly string[];
    @field.dict(field.string(), { since: '1.3' }) metadata!: Readonly<Record<string, string>>;
    @field.object(Flavor) flavor!: Flavor;
    @field.list(field.object(Port)) ports!: readonly Port[];

    static readonly obj_make_compatible: Hooks = hooks ? { '1.6': { down: trimName, up: trimName } } : {};
  }

  @versioned('Agent', '1.1', { registry })
  class Agent {
    @field.uuid() uuid!: string;
    @field.string() host!: string;
    @field.string() program!: string;
    @field.boolean() alive!: boolean;
    @field.integer({ since: '1.1', absent: 0 }) reports!: number;
    @field.string() build!: string;
  }

  defineReleases(registry, {
    [OLD]: { Server: '1.4', Flavor: '1.1', Port: '1.0', Agent: '1.0' },
    '2026.1': { Server: '1.7', Flavor: '1.2', Agent: '1.1' },
  });
  return { Server, Flavor, Port, Agent };
}

function trimName(data: HookData): void {
  data.name = data.name?.trim();
}
