import { field, type Hooks, versioned } from '../../lib/index.js';
import { HVSpec } from './hv-spec.js';
import { PciDevicePoolList } from './pci-device-pool-list.js';
import { Persistent } from './persistent.js';
import { nova } from './registry.js';

/** What a caller gives as `context` when a {@link ComputeNode} may go to readers older than 1.13. */
export interface ServiceLookup {
  /** The id of the compute service on a host; `undefined` where there is none. */
  readonly serviceOn: (host: string) => Promise<number | undefined> | number | undefined;
}

/** What readers older than 1.13 take for "no service". */
const NO_SERVICE = -1;

/** What one hypervisor has, and how much of it is used. Memory in MiB, disk in GiB. */
@versioned('ComputeNode', '1.19', { registry: nova })
export class ComputeNode extends Persistent {
  @field.integer({ readOnly: true }) id!: number;
  @field.uuid({ since: '1.15', readOnly: true }) uuid!: string;
  @field.integer({ nullable: { since: '1.13' } }) serviceId!: number | null;
  @field.string({ since: '1.7', nullable: true }) host!: string | null;

  @field.integer() vcpus!: number;
  @field.integer() memoryMb!: number;
  @field.integer() localGb!: number;
  @field.integer() vcpusUsed!: number;
  @field.integer() memoryMbUsed!: number;
  @field.integer() localGbUsed!: number;

  @field.string() hypervisorType!: string;
  @field.integer() hypervisorVersion!: number;
  @field.string({ nullable: true }) hypervisorHostname!: string | null;

  @field.integer({ nullable: true }) freeRamMb!: number | null;
  @field.integer({ nullable: true }) freeDiskGb!: number | null;
  @field.integer({ nullable: true }) currentWorkload!: number | null;
  @field.integer({ nullable: true }) runningVms!: number | null;
  @field.string({ nullable: true }) cpuInfo!: string | null;
  @field.integer({ nullable: true }) diskAvailableLeast!: number | null;
  @field.string({ nullable: true }) metrics!: string | null;

  @field.dict(field.string({ nullable: true }), { since: '1.3', nullable: true })
  stats!: Record<string, string | null> | null;

  @field.ipAddress({ since: '1.4', nullable: true }) hostIp!: string | null;
  @field.string({ since: '1.5', nullable: true }) numaTopology!: string | null;

  @field.list(field.object(HVSpec, { versions: { '1.6': '1.0', '1.12': '1.1' } }), { since: '1.6' })
  supportedHvSpecs!: HVSpec[];

  @field.object(PciDevicePoolList, {
    since: '1.9',
    nullable: true,
    versions: { '1.9': '1.0', '1.11': '1.1' },
  })
  pciDevicePools!: PciDevicePoolList | null;

  @field.number({ since: '1.14' }) cpuAllocationRatio!: number;
  @field.number({ since: '1.14' }) ramAllocationRatio!: number;
  @field.number({ since: '1.16' }) diskAllocationRatio!: number;
  @field.integer({ since: '1.17' }) mapped!: number;

  static readonly obj_make_compatible: Hooks = {
    // Before 1.13 every node had a service: null is no answer there, and neither is silence.
    '1.13': {
      needs: (data) => data['service_id'] == null && data['host'] != null,
      resolve: (data, { context }) => (context as ServiceLookup | undefined)?.serviceOn(data['host']),
      fallback: NO_SERVICE,
      down: (data, { resolved }) => {
        data['service_id'] ??= resolved ?? NO_SERVICE;
      },
      up: (data) => {
        if (data['service_id'] === NO_SERVICE) data['service_id'] = null;
      },
      loses: ['service_id'],
    },
  };
}
