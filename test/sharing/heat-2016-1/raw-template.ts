import { field, type Json, versioned } from '../../../lib/index.js';
import { heat } from '../../../objects/heat/registry.js';

/** `RawTemplate` as the package had it in 2016.1: with its files in itself. */
@versioned<RawTemplate>('RawTemplate', '1.0', { registry: heat })
export class RawTemplate {
  @field.integer() id!: number;
  @field.json<Record<string, Json>>() template!: Record<string, Json>;
  @field.json<Record<string, Json>>({ nullable: true }) environment!: Record<string, Json> | null;
  @field.dict(field.string(), { nullable: true }) files!: Record<string, string> | null;
}
