import { field, type Json, versioned } from '../../lib/index.js';
import { heat } from './registry.js';

/** A script or a manifest for the software on a server, and the tool that runs it. */
@versioned<SoftwareConfig>('SoftwareConfig', '1.0', { registry: heat })
export class SoftwareConfig {
  @field.uuid() id!: string;
  @field.string({ nullable: true, maxLength: 255 }) name!: string | null;
  /** The tool: `script`, `ansible`, `puppet`. */
  @field.string({ nullable: true, maxLength: 255 }) group!: string | null;
  @field.string({ maxLength: 64 }) tenant!: string;
  @field.json<Record<string, Json>>({ nullable: true }) config!: Record<string, Json> | null;
  @field.dateTime({ readOnly: true }) createdAt!: Date;
  @field.dateTime({ nullable: true }) updatedAt!: Date | null;
}
