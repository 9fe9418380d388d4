import { field, versioned } from '../../../lib/index.js';
import { heat } from '../../../objects/heat/registry.js';

/** `StackTag` as the package had it in 2016.1: at most 80 characters. */
@versioned<StackTag>('StackTag', '1.0', { registry: heat })
export class StackTag {
  @field.integer() id!: number;
  @field.uuid() stackId!: string;
  @field.string({ minLength: 1, maxLength: 80 }) tag!: string;
  @field.dateTime({ readOnly: true }) createdAt!: Date;
  @field.dateTime({ nullable: true }) updatedAt!: Date | null;
}
