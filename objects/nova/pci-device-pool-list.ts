import { field, versioned } from '../../lib/index.js';
import { PciDevicePool } from './pci-device-pool.js';
import { nova } from './registry.js';

@versioned('PciDevicePoolList', '1.1', { registry: nova })
export class PciDevicePoolList {
  @field.list(field.object(PciDevicePool, { versions: { '1.0': '1.0', '1.1': '1.1' } }))
  objects!: PciDevicePool[];
}
