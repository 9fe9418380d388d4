import { field, versioned } from '../../lib/index.js';
import { nova } from './registry.js';

/** Devices of one kind on one compute node, and how many of them are free. */
@versioned('PciDevicePool', '1.1', { registry: nova })
export class PciDevicePool {
  @field.string() productId!: string;
  @field.string() vendorId!: string;
  @field.integer({ since: '1.1', nullable: true }) numaNode!: number | null;
  @field.dict(field.string({ nullable: true })) tags!: Record<string, string | null>;
  @field.integer() count!: number;
}
