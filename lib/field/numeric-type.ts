import type { FieldDefinition } from './definition.js';
import { FieldType, nullableSchema } from './field-type.js';
import type { Json } from './json.js';
import { NumberLimits } from './limit-checks.js';

/** What integers, bigints and numbers share: limits, and their JSON Schema. */
export abstract class NumericType extends FieldType {
  protected readonly limits: NumberLimits;

  constructor({ options }: FieldDefinition) {
    super(Boolean(options.nullable));
    this.limits = NumberLimits.of(options);
  }

  spec(): Record<string, Json> {
    return { kind: this.kind, ...this.limits.data() };
  }

  schema(): Record<string, Json> {
    return nullableSchema(this, { type: 'number', ...this.limits.schema() });
  }
}
