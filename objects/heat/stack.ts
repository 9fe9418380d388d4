import { field, versioned } from '../../lib/index.js';
import { RawTemplate } from './raw-template.js';
import { heat } from './registry.js';
import { Resource } from './resource.js';
import { StackTag } from './stack-tag.js';
import { type Action, actions, nextStatuses, type Status, statuses } from './stages.js';

/**
 * A template brought to life: the resources, and how far Heat got with them.
 *
 * - 1.1 can converge, be checked and carry tags
 * - 1.2 counts its timeout as a number of minutes; it was text before
 * - 1.3 can do without a user name, for a stack that runs on a trust
 *
 * Its children have histories of their own. Which of their versions go with which of these, `releases.ts` says.
 */
@versioned<Stack>('Stack', '1.3', { registry: heat })
export class Stack {
  @field.uuid() id!: string;
  @field.string({ minLength: 1, maxLength: 255 }) name!: string;
  @field.string({ maxLength: 64 }) tenant!: string;
  /** An older reader has no place for null, and gets an empty text. */
  @field.string({ nullable: { since: '1.3', fallback: '', loses: ['username'] } }) username!: string | null;
  /** The stack that this one is nested in. */
  @field.uuid({ nullable: true }) ownerId!: string | null;
  /** 0 at the top. */
  @field.integer({ min: 0, default: 0 }) nestedDepth!: number;
  @field.enum(actions, { values: { CHECK: { since: '1.1', fallback: 'UPDATE', loses: ['action'] } } })
  action!: Action;
  @field.stateMachine(statuses, nextStatuses) status!: Status;
  @field.string({ nullable: true }) statusReason!: string | null;
  @field.boolean({ default: false }) disableRollback!: boolean;
  /** Minutes; null waits for ever. */
  @field.integer({
    min: 0,
    max: 999_999,
    nullable: true,
    retyped: [
      {
        in: '1.2',
        from: field.string({ nullable: true, pattern: /0|[1-9]\d{0,5}/ }),
        up: (minutes: string) => Number(minutes),
        down: (minutes: number) => String(minutes),
      },
    ],
  })
  timeout!: number | null;
  /** `absent` is what an older service meant by not sending it: it knew no convergence, so there was none. */
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
