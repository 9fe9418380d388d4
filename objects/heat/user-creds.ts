import { field, versioned } from '../../lib/index.js';
import { heat } from './registry.js';

/**
 * On whose behalf a stack is run: a user with a password, or a trust. What is sensitive travels, and is shown nowhere.
 *
 * - 1.1 says in which region
 */
@versioned<UserCreds>('UserCreds', '1.1', { registry: heat })
export class UserCreds {
  @field.integer() id!: number;
  @field.string({ nullable: true, maxLength: 255 }) username!: string | null;
  @field.string({ nullable: true, sensitive: true }) password!: string | null;
  @field.string({ nullable: true, maxLength: 64 }) tenantId!: string | null;
  @field.string({ nullable: true, maxLength: 64 }) trustorUserId!: string | null;
  @field.string({ nullable: true, sensitive: true }) trustId!: string | null;
  @field.string({ since: '1.1', nullable: true, absent: null, maxLength: 255 }) regionName!: string | null;
  @field.string({ nullable: true }) authUrl!: string | null;
  /** How to read the sensitive ones. */
  @field.string({ nullable: true, maxLength: 64 }) decryptMethod!: string | null;
  @field.dateTime({ readOnly: true }) createdAt!: Date;
  @field.dateTime({ nullable: true }) updatedAt!: Date | null;
}
