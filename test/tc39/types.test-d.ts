import { field, type Ref, Registry, versioned } from '../../lib/index.js';

// As test/types/property.test-d.ts, under TC39 decorators.

type Id = string & { readonly brand: 'Id' };

export class Child {
  @field.integer() id!: number;
}

export class Right {
  @field.string() string!: string;
  @field.string({ nullable: true }) nullable!: string | null;
  @field.string({ nullable: { since: '1.1', fallback: '' } }) since!: string | null;
  @field.string({ optional: true }) optional?: string;
  @field.string({ optional: true, nullable: true }) optionalNullable?: string | null;
  @field.integer() initial = 5 as number;
  @field.bigint() bigint!: bigint;
  @field.enum(['a', 'b']) union!: 'a' | 'b';
  @field.enum([1, 2], { nullable: true }) level!: 1 | 2 | null;
  @field.stateMachine(['on', 'off'], {}) state!: 'on' | 'off';
  @field.dateTime() date!: Date;
  @field.dateTime({ as: 'text' }) text!: string;
  @field.json<{ a: number }>() json!: { a: number };
  @field.list(field.integer()) list!: number[];
  @field.list(field.integer()) readonlyList!: readonly number[];
  @field.list(field.object(() => Child), { nullable: true }) children!: Child[] | null;
  @field.set(field.string()) set!: Set<string>;
  @field.dict(field.dateTime()) dict!: Record<string, Date>;
  @field.object(() => Child) child!: Child;
  @field.object(() => Right, { nullable: true }) self!: Ref<Right> | null;
  @(field.string().as<Id>()) id!: Id;
  @field.list(field.string().as<Id>()) ids!: Id[];
  @field.string() private hidden!: string;

  get shown(): string {
    return this.hidden;
  }
}

export class Wrong {
  // @ts-expect-error -- null is read, and the property has no null
  @field.string({ nullable: true }) id!: string;
  // @ts-expect-error -- null is read since 1.1
  @field.string({ nullable: { since: '1.1' } }) since!: string;
  // @ts-expect-error -- the property holds null, and the field writes none
  @field.string() orNull!: string | null;
  // @ts-expect-error -- a number is read
  @field.integer() text!: string;
  // @ts-expect-error -- too wide: a number in it could not be written
  @field.string() wide!: string | number;
  // @ts-expect-error -- too narrow: other texts are read
  @field.string() narrow!: 'a' | 'b';
  // @ts-expect-error -- too narrow: a brand is said with as<Id>()
  @field.string() brand!: Id;
  // @ts-expect-error -- too narrow: b is read
  @field.enum(['a', 'b']) one!: 'a';
  // @ts-expect-error -- too wide: c could not be written
  @field.enum(['a', 'b']) three!: 'a' | 'b' | 'c';
  // @ts-expect-error -- numbers are read
  @field.list(field.integer()) list!: string[];
  // @ts-expect-error -- null in the list is read
  @field.list(field.string({ nullable: true })) items!: string[];
  // @ts-expect-error -- null in the list cannot be written
  @field.list(field.string()) nullItems!: (string | null)[];
  // @ts-expect-error -- a Set is read
  @field.set(field.string()) set!: string[];
  // @ts-expect-error -- numbers are read
  @field.dict(field.integer()) dict!: Record<string, string>;
  // @ts-expect-error -- a Child is read
  @field.object(() => Child) child!: Right;
  // @ts-expect-error -- no field takes it
  @field.string({ sicne: '1.1' }) option!: string;
  // @ts-expect-error -- a default has the type of the field
  @field.string({ default: 5 }) fallback!: string;
  // @ts-expect-error -- a method is no property
  @field.string() method(): string {
    return '';
  }
}

@versioned<Range>('Range', '1.0', {
  registry: new Registry(),
  check: (range) => (range.low <= range.high ? undefined : 'low is above high'),
})
export class Range {
  @field.integer() low!: number;
  @field.integer() high!: number;
}

// @ts-expect-error -- the rule is about another class
@versioned<Range>('Other', '1.0', { registry: new Registry(), check: (range) => String(range.low) })
export class Other {
  @field.string() name!: string;
}
