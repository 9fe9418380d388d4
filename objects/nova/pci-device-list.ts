import { field, versioned } from '../../lib/index.js';
import { PciDevice } from './pci-device.js';
import { nova } from './registry.js';

@versioned('PciDeviceList', '1.3', { registry: nova })
export class PciDeviceList {
  @field.list(field.object(PciDevice, { versions: { '1.0': '1.1', '1.1': '1.2', '1.2': '1.3' } }))
  objects!: PciDevice[];
}
