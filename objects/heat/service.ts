import { field, versioned } from '../../lib/index.js';
import { heat } from './registry.js';

/**
 * An engine that reports in. Engines did so with bare dicts before there were objects: a payload without an envelope is a 1.0,
 * and `target: 'untagged'` writes one for an engine that knows nothing else.
 *
 * - 1.1 is kept when it stops, with the time
 */
@versioned<Service>('Service', '1.1', { registry: heat, untagged: '1.0' })
export class Service {
  @field.uuid() id!: string;
  /** Another one after each start. */
  @field.uuid() engineId!: string;
  @field.string({ maxLength: 255 }) host!: string;
  @field.string({ maxLength: 255 }) hostname!: string;
  @field.string({ maxLength: 255 }) binary!: string;
  @field.string({ maxLength: 255 }) topic!: string;
  /** Seconds. */
  @field.integer({ min: 1, default: 60 }) reportInterval!: number;
  @field.dateTime({ readOnly: true }) createdAt!: Date;
  @field.dateTime({ nullable: true }) updatedAt!: Date | null;
  @field.dateTime({ since: '1.1', nullable: true, absent: null, default: null }) deletedAt!: Date | null;
}
