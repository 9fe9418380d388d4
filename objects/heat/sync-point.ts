import { field, type Json, versioned } from '../../lib/index.js';
import { heat } from './registry.js';

/** Where the workers on a stack meet: a resource waits here for those that it requires. New in release 2016.1. */
@versioned<SyncPoint>('SyncPoint', '1.0', { registry: heat })
export class SyncPoint {
  @field.uuid() entityId!: string;
  @field.uuid() traversalId!: string;
  @field.boolean() isUpdate!: boolean;
  @field.uuid() stackId!: string;
  /** Counts the writes, so that of two workers who write at once one sees that it came second. */
  @field.integer({ min: 0, default: 0 }) atomicKey!: number;
  @field.json<Record<string, Json>>({ nullable: true }) inputData!: Record<string, Json> | null;
  @field.dateTime({ readOnly: true }) createdAt!: Date;
  @field.dateTime({ nullable: true }) updatedAt!: Date | null;
}
