import { field, versioned } from '../../lib/index.js';
import { Migration } from './migration.js';
import { nova } from './registry.js';

/** Its later versions brought methods only, so a reader of 1.2 or newer knows at least Migration 1.2. */
@versioned('MigrationList', '1.5', { registry: nova })
export class MigrationList {
  @field.list(field.object(Migration, { versions: { '1.0': '1.1', '1.2': '1.2' } }))
  objects!: Migration[];
}
