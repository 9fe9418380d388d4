import { field, versioned } from '../../lib/index.js';
import { heat } from './registry.js';

/** A key and a value that a resource's plugin keeps for itself. It never changed: one version, and nothing to say about it. */
@versioned<ResourceData>('ResourceData', '1.0', { registry: heat })
export class ResourceData {
  @field.integer() id!: number;
  @field.integer() resourceId!: number;
  @field.string({ maxLength: 255 }) key!: string;
  /** Often a secret, so it stands in no log, no error and no inspection. */
  @field.string({ nullable: true, sensitive: true }) value!: string | null;
  @field.boolean({ default: false }) redact!: boolean;
  @field.string({ nullable: true, maxLength: 64 }) decryptMethod!: string | null;
  @field.dateTime({ readOnly: true }) createdAt!: Date;
  @field.dateTime({ nullable: true }) updatedAt!: Date | null;
}
