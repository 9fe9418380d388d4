import { field, versioned } from '../../lib/index.js';
import { type Architecture, architectures } from './architectures.js';
import { type HypervisorType, hypervisorTypes } from './hypervisor-types.js';
import { nova } from './registry.js';
import { type VmMode, vmModes } from './vm-modes.js';

/** One kind of guest that a hypervisor can run. Virtuozzo was called Parallels before 1.1. */
@versioned('HVSpec', '1.2', { registry: nova })
export class HVSpec {
  @field.enum(architectures) arch!: Architecture;

  @field.enum(hypervisorTypes, {
    values: { vz: { since: '1.1', fallback: 'parallels', loses: ['hv_type'] } },
  })
  hvType!: HypervisorType;

  @field.enum(vmModes) vmMode!: VmMode;
}
