import { field, type Json, versioned } from '../../../lib/index.js';
import { heat } from '../../../objects/heat/registry.js';
import { ResourceData } from '../../../objects/heat/resource-data.js';
import { type Action, actions, nextStatuses, type Status, statuses } from '../../../objects/heat/stages.js';

/** `Resource` as the package had it in 2016.1: with its properties in itself, and a `physicalId`. */
@versioned<Resource>('Resource', '1.2', { registry: heat })
export class Resource {
  @field.integer() id!: number;
  @field.uuid() uuid!: string;
  @field.uuid() stackId!: string;
  @field.uuid({ since: '1.1', nullable: true, absent: null }) rootStackId!: string | null;
  @field.string({ nullable: true, maxLength: 255 }) name!: string | null;
  @field.enum(actions, { values: { CHECK: { since: '1.2', fallback: 'UPDATE', loses: ['action'] } } })
  action!: Action;
  @field.stateMachine(statuses, nextStatuses) status!: Status;
  @field.string({ nullable: true }) statusReason!: string | null;
  @field.string({ nullable: true, maxLength: 255 }) physicalId!: string | null;
  @field.dict(field.json<Json>({ nullable: true }), { nullable: true }) properties!: Record<
    string,
    Json
  > | null;
  @field.json<Record<string, Json>>({ nullable: true }) rsrcMetadata!: Record<string, Json> | null;
  @field.list(field.object(() => ResourceData)) data!: ResourceData[];
  @field.list(field.integer()) requires!: number[];
  @field.list(field.integer()) neededBy!: number[];
  @field.integer({ nullable: true }) replaces!: number | null;
  @field.integer({ nullable: true }) replacedBy!: number | null;
  @field.uuid({ nullable: true }) engineId!: string | null;
  @field.integer({ default: 0 }) atomicKey!: number;
  @field.dateTime({ readOnly: true }) createdAt!: Date;
  @field.dateTime({ nullable: true }) updatedAt!: Date | null;
}
