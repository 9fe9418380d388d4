import { field, versioned } from '../../lib/index.js';
import { Persistent } from './persistent.js';
import { nova } from './registry.js';

/** An instance on its way from one compute host to another, and how far it has come. */
@versioned('Migration', '1.7', { registry: nova })
export class Migration extends Persistent {
  @field.integer() id!: number;
  @field.uuid({ since: '1.5' }) uuid!: string;

  @field.string({ nullable: true }) sourceCompute!: string | null;
  @field.string({ nullable: true }) destCompute!: string | null;
  @field.string({ nullable: true }) sourceNode!: string | null;
  @field.string({ nullable: true }) destNode!: string | null;
  @field.string({ nullable: true }) destHost!: string | null;
  @field.integer({ nullable: true }) oldInstanceTypeId!: number | null;
  @field.integer({ nullable: true }) newInstanceTypeId!: number | null;
  @field.string({ nullable: true }) instanceUuid!: string | null;
  @field.string({ nullable: true }) status!: string | null;

  @field.enum(['migration', 'resize', 'live-migration', 'evacuation'], { since: '1.2' })
  migrationType!: 'migration' | 'resize' | 'live-migration' | 'evacuation';

  @field.boolean({ since: '1.2', default: false }) hidden!: boolean;

  @field.integer({ since: '1.4', nullable: true }) memoryTotal!: number | null;
  @field.integer({ since: '1.4', nullable: true }) memoryProcessed!: number | null;
  @field.integer({ since: '1.4', nullable: true }) memoryRemaining!: number | null;
  @field.integer({ since: '1.4', nullable: true }) diskTotal!: number | null;
  @field.integer({ since: '1.4', nullable: true }) diskProcessed!: number | null;
  @field.integer({ since: '1.4', nullable: true }) diskRemaining!: number | null;

  @field.boolean({ since: '1.6', default: false }) crossCellMove!: boolean;
  @field.string({ since: '1.7', nullable: true }) userId!: string | null;
  @field.string({ since: '1.7', nullable: true }) projectId!: string | null;
}
