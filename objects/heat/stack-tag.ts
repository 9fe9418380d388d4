import { field, versioned } from '../../lib/index.js';
import { heat } from './registry.js';

/**
 * A word that a user put on a stack. New in release 2016.1.
 *
 * - 1.1 takes 255 characters instead of 80. A longer tag is refused for older readers: cut off, it would be another tag.
 */
@versioned<StackTag>('StackTag', '1.1', { registry: heat })
export class StackTag {
  @field.integer() id!: number;
  @field.uuid() stackId!: string;
  @field.string({ minLength: 1, maxLength: 255, limits: [{ in: '1.1', maxLength: 80 }] }) tag!: string;
  @field.dateTime({ readOnly: true }) createdAt!: Date;
  @field.dateTime({ nullable: true }) updatedAt!: Date | null;
}
