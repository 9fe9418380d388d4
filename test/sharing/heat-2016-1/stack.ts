import { field, versioned } from '../../../lib/index.js';
import { heat } from '../../../objects/heat/registry.js';
import { type Action, actions, nextStatuses, type Status, statuses } from '../../../objects/heat/stages.js';
import { RawTemplate } from './raw-template.js';
import { Resource } from './resource.js';
import { StackTag } from './stack-tag.js';

/** `Stack` as the package had it in 2016.1: the timeout is text, and there is always a user name. */
@versioned<Stack>('Stack', '1.1', { registry: heat })
export class Stack {
  @field.uuid() id!: string;
  @field.string({ minLength: 1, maxLength: 255 }) name!: string;
  @field.string({ maxLength: 64 }) tenant!: string;
  @field.string() username!: string;
  @field.uuid({ nullable: true }) ownerId!: string | null;
  @field.integer({ min: 0, default: 0 }) nestedDepth!: number;
  @field.enum(actions, { values: { CHECK: { since: '1.1', fallback: 'UPDATE', loses: ['action'] } } })
  action!: Action;
  @field.stateMachine(statuses, nextStatuses) status!: Status;
  @field.string({ nullable: true }) statusReason!: string | null;
  @field.boolean({ default: false }) disableRollback!: boolean;
  @field.string({ nullable: true, pattern: /0|[1-9]\d{0,5}/ }) timeout!: string | null;
  @field.boolean({ since: '1.1', absent: false, default: false }) convergence!: boolean;
  @field.list(field.object(() => StackTag), { since: '1.1', absent: [], default: [] })
  tags!: StackTag[];
  @field.json<Record<string, string>>() parameters!: Record<string, string>;
  @field.object(() => RawTemplate, { nullable: true }) rawTemplate!: RawTemplate | null;
  @field.list(field.object(() => Resource)) resources!: Resource[];
  @field.dateTime({ readOnly: true }) createdAt!: Date;
  @field.dateTime({ nullable: true }) updatedAt!: Date | null;
  @field.dateTime({ nullable: true }) deletedAt!: Date | null;
}
