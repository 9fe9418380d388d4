import { field, type Hooks, type Json, versioned } from '../../lib/index.js';
import { PropertiesData } from './properties-data.js';
import { propertiesMoved } from './properties-moved.js';
import { heat } from './registry.js';
import { type Action, actions, type Status, statuses } from './stages.js';

/**
 * Something that happened to a resource, with the properties that it had then.
 *
 * - 1.1 can tell of a check
 * - 1.2 keeps the properties in an object of their own, as `Resource` 1.3 does, by the same hook
 */
@versioned<Event>('Event', '1.2', {
  registry: heat,
  retired: { properties: field.dict(field.json<Json>({ nullable: true }), { until: '1.2', nullable: true }) },
})
export class Event {
  @field.integer() id!: number;
  @field.uuid() uuid!: string;
  @field.uuid() stackId!: string;
  @field.string({ maxLength: 255 }) resourceName!: string;
  @field.string({ maxLength: 255 }) resourceType!: string;
  @field.enum(actions, {
    values: { CHECK: { since: '1.1', fallback: 'UPDATE', loses: ['resource_action'] } },
  })
  resourceAction!: Action;
  @field.enum(statuses) resourceStatus!: Status;
  @field.string({ nullable: true }) resourceStatusReason!: string | null;
  @field.string({ nullable: true, maxLength: 255 }) physicalResourceId!: string | null;
  @field.object(() => PropertiesData, { since: '1.2', nullable: true })
  propertiesData!: PropertiesData | null;
  @field.dateTime({ readOnly: true }) createdAt!: Date;

  static readonly obj_make_compatible: Hooks = { '1.2': propertiesMoved };
}
