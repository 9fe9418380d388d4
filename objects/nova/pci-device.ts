import { field, type Hooks, versioned } from '../../lib/index.js';
import { type PciDeviceStatus, pciDeviceStatuses } from './pci-device-statuses.js';
import { Persistent } from './persistent.js';
import { nova } from './registry.js';

/** A PCI device of a compute node that can be handed to a guest. */
@versioned('PciDevice', '1.7', { registry: nova })
export class PciDevice extends Persistent {
  @field.integer() id!: number;
  @field.uuid({ since: '1.6' }) uuid!: string;
  @field.integer({ nullable: true }) computeNodeId!: number | null;
  @field.string() address!: string;
  @field.string() vendorId!: string;
  @field.string() productId!: string;

  @field.enum(['type-PCI', 'type-PF', 'type-VF', 'vdpa'], {
    values: { vdpa: { since: '1.7', refuse: true } },
  })
  devType!: 'type-PCI' | 'type-PF' | 'type-VF' | 'vdpa';

  @field.enum(pciDeviceStatuses, {
    values: { unavailable: { since: '1.5', refuse: true }, unclaimable: { since: '1.5', refuse: true } },
  })
  status!: PciDeviceStatus;

  @field.string({ nullable: true }) devId!: string | null;
  @field.string({ nullable: true }) label!: string | null;
  @field.string({ nullable: true }) instanceUuid!: string | null;
  @field.string({ since: '1.2', nullable: true }) requestId!: string | null;
  @field.dict(field.string(), { default: () => ({}) }) extraInfo!: Record<string, string>;
  @field.integer({ since: '1.3', nullable: true }) numaNode!: number | null;
  @field.string({ since: '1.4', nullable: true }) parentAddr!: string | null;

  static readonly obj_make_compatible: Hooks = {
    // 1.4 gave the address of a virtual function's parent a field; before, it was one of the extras.
    '1.4': {
      down: (data) => {
        if (data['parent_addr'] == null) return;
        data['extra_info'] = { ...data['extra_info'], phys_function: data['parent_addr'] };
      },
      up: (data) => {
        const { phys_function: parent, ...others } = data['extra_info'] ?? {};
        if (parent === undefined) return;
        data['parent_addr'] = parent;
        data['extra_info'] = others;
      },
    },
  };
}
