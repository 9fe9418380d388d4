import { field, type Json, versioned } from '../../lib/index.js';
import { heat } from './registry.js';

/**
 * The properties that a template gave to a resource, kept once for the resource and for all of its events.
 * It is new in release 2016.2; before that its data were a field of each of them.
 */
@versioned<PropertiesData>('PropertiesData', '1.0', { registry: heat })
export class PropertiesData {
  @field.dict(field.json<Json>({ nullable: true })) data!: Record<string, Json>;
  /** The values in `data` are cipher text. */
  @field.boolean({ default: false }) encrypted!: boolean;
  /** When these properties were written; null where an older service wrote them. */
  @field.dateTime({ nullable: true, default: null }) createdAt!: Date | null;
}
