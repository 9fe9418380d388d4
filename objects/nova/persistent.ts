import { field } from '../../lib/index.js';

/**
 * What every object that stands for a database row has. It carries no version: its fields belong to the history of the
 * class that extends it.
 */
export abstract class Persistent {
  @field.dateTime({ nullable: true }) createdAt!: Date | null;
  @field.dateTime({ nullable: true }) updatedAt!: Date | null;
  @field.dateTime({ nullable: true }) deletedAt!: Date | null;
  @field.boolean({ default: false }) deleted!: boolean;
}
