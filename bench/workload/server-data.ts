import type { Random } from './random.js';

export const STATUSES = ['ACTIVE', 'BUILD', 'ERROR', 'PAUSED', 'SHUTOFF', 'SUSPENDED'] as const;
/** In the order of the numbers that Server 1.4 wrote instead: NOSTATE was 0. */
export const POWER_STATES = ['NOSTATE', 'RUNNING', 'PAUSED', 'SHUTDOWN', 'CRASHED', 'SUSPENDED'] as const;
export const HOST_STATUSES = ['UP', 'DOWN', 'MAINTENANCE', 'UNKNOWN'] as const;
export const VNIC_TYPES = ['normal', 'direct', 'macvtap', 'baremetal'] as const;

const METADATA_KEYS = ['owner', 'stage', 'ticket', 'costCentre', 'backup', 'contact'];

export type Status = (typeof STATUSES)[number];
export type PowerState = (typeof POWER_STATES)[number];
export type HostStatus = (typeof HOST_STATUSES)[number];
export type VnicType = (typeof VNIC_TYPES)[number];

/** What a Flavor 1.2 holds; 1.1 had no `description`. */
export interface FlavorData {
  readonly id: number;
  readonly name: string;
  readonly vcpus: number;
  readonly memoryMb: number;
  readonly diskGb: number;
  readonly isPublic: boolean;
  readonly rxtxFactor: number;
  readonly description: string | null;
}

/** What a Port 1.0 holds. */
export interface PortData {
  readonly uuid: string;
  readonly networkId: string;
  readonly mac: string;
  readonly ip: string;
  readonly vnicType: VnicType;
  readonly mtu: number;
}

/** What a Server 1.7 holds. */
export interface ServerData {
  readonly uuid: string;
  readonly name: string;
  readonly description: string | null;
  readonly status: Status;
  readonly powerState: PowerState;
  readonly hostStatus: HostStatus | null;
  readonly hostname: string;
  readonly projectId: string;
  readonly imageId: string | null;
  readonly availabilityZone: string | null;
  readonly keyName: string | null;
  readonly memoryMb: number;
  readonly load: number;
  readonly price: number;
  readonly progress: number;
  readonly locked: boolean;
  readonly autoRecover: boolean;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly tags: readonly string[];
  readonly metadata: Readonly<Record<string, string>>;
  readonly flavor: FlavorData;
  readonly ports: readonly PortData[];
}

/** The server of a place in the workload: every eighth description needs escaping, every sixteenth has a two-byte character. */
export function makeServer(random: Random, index: number): ServerData {
  return {
    uuid: random.uuid(),
    name: `${random.pick(['web', 'db', 'queue', 'cache'])}-${random.hex(6)}`,
    description: describe(random, index),
    status: random.pick(STATUSES),
    powerState: random.pick(POWER_STATES),
    hostStatus: random.fraction() < 0.2 ? null : random.pick(HOST_STATUSES),
    hostname: `node-${random.integer(100, 999)}.zone${random.integer(1, 9)}.example.org`,
    projectId: random.hex(32),
    imageId: random.fraction() < 0.1 ? null : random.uuid(),
    availabilityZone: random.fraction() < 0.2 ? null : `zone-${random.integer(1, 9)}`,
    keyName: random.fraction() < 0.5 ? null : `key-${random.hex(4)}`,
    memoryMb: random.pick([512, 2048, 4096, 16384]),
    load: random.integer(0, 6400) / 1000,
    price: random.integer(1, 99999) / 1000,
    progress: random.integer(0, 100),
    locked: random.boolean(),
    autoRecover: random.boolean(),
    createdAt: random.date(),
    updatedAt: random.date(),
    tags: Array.from({ length: random.integer(1, 5) }, () => random.words(1)),
    metadata: Object.fromEntries(
      METADATA_KEYS.filter(() => random.fraction() < 0.7).map((key) => [key, random.words(2)]),
    ),
    flavor: makeFlavor(random),
    ports: Array.from({ length: 4 }, () => makePort(random)),
  };
}

export function makePort(random: Random): PortData {
  return {
    uuid: random.uuid(),
    networkId: random.uuid(),
    mac: random.mac(),
    ip: random.ipv4(),
    vnicType: random.pick(VNIC_TYPES),
    mtu: random.pick([1450, 1500, 9000]),
  };
}

function makeFlavor(random: Random): FlavorData {
  return {
    id: random.integer(1, 500),
    name: `m1.${random.pick(['tiny', 'small', 'large'])}`,
    vcpus: random.pick([1, 2, 4, 8]),
    memoryMb: random.pick([512, 2048, 4096, 16384]),
    diskGb: random.integer(1, 400),
    isPublic: random.boolean(),
    rxtxFactor: random.pick([0.5, 1, 2.5]),
    description: random.fraction() < 0.5 ? null : random.words(4),
  };
}

function describe(random: Random, index: number): string {
  const plain = random.words(7);
  if (index % 8 === 3) return `${plain}, "${random.words(1)}"\nC:\\${random.words(1)}`;
  return index % 16 === 7 ? `${plain} – ${random.words(1)}` : plain;
}
