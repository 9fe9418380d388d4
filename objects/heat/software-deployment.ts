import { field, type Json, versioned } from '../../lib/index.js';
import { heat } from './registry.js';
import { SoftwareConfig } from './software-config.js';
import { type Status, statuses } from './stages.js';

/**
 * A software config on its way to a server.
 *
 * - 1.1 brings back what the software had to say
 */
@versioned<SoftwareDeployment>('SoftwareDeployment', '1.1', { registry: heat })
export class SoftwareDeployment {
  @field.uuid() id!: string;
  @field.uuid() configId!: string;
  @field.uuid() serverId!: string;
  @field.string({ maxLength: 64 }) tenant!: string;
  @field.json<Record<string, Json>>({ nullable: true }) inputValues!: Record<string, Json> | null;
  @field.json<Record<string, Json>>({ since: '1.1', nullable: true, absent: null })
  outputValues!: Record<string, Json> | null;
  @field.enum(statuses) status!: Status;
  @field.string({ nullable: true }) statusReason!: string | null;
  @field.object(() => SoftwareConfig) config!: SoftwareConfig;
  @field.dateTime({ readOnly: true }) createdAt!: Date;
  @field.dateTime({ nullable: true }) updatedAt!: Date | null;
}
