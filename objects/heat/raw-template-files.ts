import { field, versioned } from '../../lib/index.js';
import { heat } from './registry.js';

/** The files that a template refers to, by their URL or path. New in release 2016.2. */
@versioned<RawTemplateFiles>('RawTemplateFiles', '1.0', { registry: heat })
export class RawTemplateFiles {
  /** Null until it is stored. */
  @field.integer({ nullable: true, default: null }) id!: number | null;
  @field.dict(field.string()) files!: Record<string, string>;
}
