import { field, type Hooks, type Json, versioned } from '../../lib/index.js';
import { PropertiesData } from './properties-data.js';
import { propertiesMoved } from './properties-moved.js';
import { heat } from './registry.js';
import { ResourceData } from './resource-data.js';
import { type Action, actions, nextStatuses, type Status, statuses } from './stages.js';

/**
 * One thing that a stack is made of: a server, a volume, a network.
 *
 * - 1.1 knows the stack at the top of the nesting
 * - 1.2 can be checked: the action CHECK
 * - 1.3 keeps its properties in an object of their own
 * - 1.4 calls `physical_id` by the name that all of Heat uses for it
 */
@versioned<Resource>('Resource', '1.4', {
  registry: heat,
  retired: { properties: field.dict(field.json<Json>({ nullable: true }), { until: '1.3', nullable: true }) },
})
export class Resource {
  @field.integer() id!: number;
  @field.uuid() uuid!: string;
  @field.uuid() stackId!: string;
  /** An older writer does not know it; `absent` says that its silence means null. An older reader does without. */
  @field.uuid({ since: '1.1', nullable: true, absent: null }) rootStackId!: string | null;
  @field.string({ nullable: true, maxLength: 255 }) name!: string | null;
  /** An older reader takes a check for an update, the one other action that leaves the resource in place. */
  @field.enum(actions, { values: { CHECK: { since: '1.2', fallback: 'UPDATE', loses: ['action'] } } })
  action!: Action;
  @field.stateMachine(statuses, nextStatuses) status!: Status;
  @field.string({ nullable: true }) statusReason!: string | null;
  @field.string({ nullable: true, maxLength: 255, renamed: [{ in: '1.4', from: 'physical_id' }] })
  physicalResourceId!: string | null;
  @field.object(() => PropertiesData, { since: '1.3', nullable: true })
  propertiesData!: PropertiesData | null;
  @field.json<Record<string, Json>>({ nullable: true }) rsrcMetadata!: Record<string, Json> | null;
  @field.list(field.object(() => ResourceData)) data!: ResourceData[];
  /** The ids of the resources that this one waits for. */
  @field.list(field.integer()) requires!: number[];
  @field.list(field.integer()) neededBy!: number[];
  @field.integer({ nullable: true }) replaces!: number | null;
  @field.integer({ nullable: true }) replacedBy!: number | null;
  /** The engine that works on it now. */
  @field.uuid({ nullable: true }) engineId!: string | null;
  @field.integer({ default: 0 }) atomicKey!: number;
  @field.dateTime({ readOnly: true }) createdAt!: Date;
  @field.dateTime({ nullable: true }) updatedAt!: Date | null;

  static readonly obj_make_compatible: Hooks = { '1.3': propertiesMoved };
}
