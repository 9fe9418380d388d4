import { field } from '../../lib/index.js';
import { type Architecture, architectures } from './architectures.js';
import { type VmMode, vmModes } from './vm-modes.js';

/** The properties that speak of the guest's machine: processor, memory, NUMA, firmware. */
export abstract class HwComputeProperties {
  @field.enum(architectures, { optional: true }) hwArchitecture?: Architecture;
  @field.enum(architectures, { optional: true, since: '1.31' }) hwEmulationArchitecture?: Architecture;
  @field.string({ optional: true }) hwAutoDiskConfig?: string;
  @field.boolean({ optional: true }) hwBootMenu?: boolean;

  @field.integer({ optional: true }) hwCpuCores?: number;
  @field.integer({ optional: true }) hwCpuSockets?: number;
  @field.integer({ optional: true }) hwCpuThreads?: number;
  @field.integer({ optional: true }) hwCpuMaxCores?: number;
  @field.integer({ optional: true }) hwCpuMaxSockets?: number;
  @field.integer({ optional: true }) hwCpuMaxThreads?: number;

  @field.enum(['dedicated', 'shared', 'mixed'], {
    optional: true,
    values: { mixed: { since: '1.26', refuse: true } },
  })
  hwCpuPolicy?: 'dedicated' | 'shared' | 'mixed';

  @field.enum(['prefer', 'isolate', 'require'], { optional: true, since: '1.9' })
  hwCpuThreadPolicy?: 'prefer' | 'isolate' | 'require';

  @field.string({ optional: true, since: '1.10' }) hwCpuRealtimeMask?: string;

  @field.enum(['uefi', 'bios'], { optional: true, since: '1.11' }) hwFirmwareType?: 'uefi' | 'bios';
  @field.boolean({ optional: true }) hwIpxeBoot?: boolean;
  @field.string({ optional: true }) hwMachineType?: string;
  @field.enum(vmModes, { optional: true }) hwVmMode?: VmMode;

  @field.boolean({ optional: true, since: '1.33' }) hwLockedMemory?: boolean;
  @field.boolean({ optional: true, since: '1.24' }) hwMemEncryption?: boolean;
  @field.string({ optional: true }) hwMemPageSize?: string;

  @field.integer({ optional: true }) hwNumaNodes?: number;
  @field.list(field.set(field.integer()), { optional: true }) hwNumaCpus?: Set<number>[];
  @field.list(field.integer(), { optional: true }) hwNumaMem?: number[];

  @field.boolean({ optional: true, since: '1.23' }) hwPmu?: boolean;
  @field.boolean({ optional: true, since: '1.21' }) hwTimeHpet?: boolean;

  @field.enum(['tpm-tis', 'tpm-crb'], { optional: true, since: '1.27' }) hwTpmModel?: 'tpm-tis' | 'tpm-crb';
  @field.enum(['1.2', '2.0'], { optional: true, since: '1.27' }) hwTpmVersion?: '1.2' | '2.0';
}
