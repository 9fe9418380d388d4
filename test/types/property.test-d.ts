import { field, type Ref } from '../../lib/index.js';

// What a property may be declared as, for each field: what it reads fits the property, and what the property holds can be written.

type Id = string & { readonly brand: 'Id' };
type Action = 'INIT' | 'CREATE';

export class Child {
  @field.integer() id!: number;
}

export class Right {
  @field.string() string!: string;
  @field.string({ nullable: true }) nullable!: string | null;
  @field.string({ nullable: { since: '1.1', fallback: '' } }) nullableSince!: string | null;
  @field.string({ optional: true }) optional?: string;
  @field.string({ optional: true, nullable: true }) optionalNullable?: string | null;
  @field.string({ optional: true }) declare declared?: string;
  @field.string() readonly readonly!: string;
  @field.string() initial = 'a' as string;
  @field.integer() integer!: number;
  @field.bigint() bigint!: bigint;
  @field.number() number!: number;
  @field.boolean() boolean!: boolean;
  @field.enum(['INIT', 'CREATE']) action!: Action;
  @field.enum([1, 2]) level!: 1 | 2;
  @field.enum(['a', 1], { nullable: true }) mixed!: 'a' | 1 | null;
  @field.stateMachine(['on', 'off'], { on: ['off'] }) state!: 'on' | 'off';
  @field.uuid() uuid!: string;
  @field.dateTime() date!: Date;
  @field.dateTime({ as: 'text' }) dateText!: string;
  @field.dateTime({ as: 'date', nullable: true }) dateOrNull!: Date | null;
  @field.ipAddress({ version: 4 }) address!: string;
  @field.ipNetwork() network!: string;
  @field.mac() mac!: string;
  @field.pciAddress() pci!: string;
  @field.versionPredicate() predicate!: string;
  @field.json() json!: unknown;
  @field.json<{ a: number }>() typedJson!: { a: number };
  @field.json<{ a: number }>({ nullable: true }) typedJsonOrNull!: { a: number } | null;
  @field.list(field.integer()) list!: number[];
  @field.list(field.integer()) readonlyList!: readonly number[];
  @field.list(field.integer({ nullable: true })) listOfNullable!: (number | null)[];
  @field.list(field.list(field.enum(['INIT', 'CREATE']))) lists!: Action[][];
  @field.list(field.object(() => Child), { nullable: true }) children!: Child[] | null;
  @field.set(field.string()) set!: Set<string>;
  @field.set(field.string()) readonlySet!: ReadonlySet<string>;
  @field.dict(field.dateTime()) dict!: Record<string, Date>;
  @field.dict(field.list(field.string())) index!: { [key: string]: string[] };
  @field.object(() => Child) child!: Child;
  @field.object(Child, { nullable: true }) childOrNull!: Child | null;
  @field.object<Child>('Child') byName!: Child;
  @field.object(() => Right, { nullable: true }) self!: Ref<Right> | null;
  @(field.string().as<Id>()) id!: Id;
  @field.list(field.string().as<Id>()) ids!: Id[];
  @field() bare!: string;
}

export class NullWrong {
  // @ts-expect-error -- null is read, and the property has no null
  @field.string({ nullable: true }) id!: string;
  // @ts-expect-error -- null is read since 1.1
  @field.string({ nullable: { since: '1.1' } }) since!: string;
  // @ts-expect-error -- the property holds null, and the field writes none
  @field.string() orNull!: string | null;
  // @ts-expect-error -- null is read, and an optional property has none either
  @field.string({ nullable: true, optional: true }) maybe?: string;
  // @ts-expect-error -- null in the list is read
  @field.list(field.string({ nullable: true })) items!: string[];
  // @ts-expect-error -- null in the list cannot be written
  @field.list(field.string()) nullItems!: (string | null)[];
  // @ts-expect-error -- null is read instead of the list
  @field.list(field.string(), { nullable: true }) list!: string[];
  // @ts-expect-error -- null is read instead of the date
  @field.dateTime({ nullable: true }) date!: Date;
  // @ts-expect-error -- null is read instead of the child
  @field.object(() => Child, { nullable: true }) child!: Child;
  // @ts-expect-error -- null is read instead of the data
  @field.json<{ a: number }>({ nullable: true }) json!: { a: number };
}

export class TypeWrong {
  // @ts-expect-error -- a number is read
  @field.integer() id!: string;
  // @ts-expect-error -- a bigint is read
  @field.bigint() size!: number;
  // @ts-expect-error -- a Date is read
  @field.dateTime() date!: string;
  // @ts-expect-error -- text is read
  @field.dateTime({ as: 'text' }) text!: Date;
  // @ts-expect-error -- too wide: a number in it could not be written
  @field.string() wide!: string | number;
  // @ts-expect-error -- too wide: anything in it could not be written
  @field.string() unknown!: unknown;
  // @ts-expect-error -- too narrow: other texts are read
  @field.string() narrow!: 'a' | 'b';
  // @ts-expect-error -- too narrow: a brand is said with as<Id>()
  @field.string() brand!: Id;
  // @ts-expect-error -- too narrow: CREATE is read
  @field.enum(['INIT', 'CREATE']) action!: 'INIT';
  // @ts-expect-error -- too wide: DELETE could not be written
  @field.enum(['INIT', 'CREATE']) actions!: Action | 'DELETE';
  // @ts-expect-error -- too wide: other texts could not be written
  @field.enum(['INIT', 'CREATE']) text2!: string;
  // @ts-expect-error -- too wide: other numbers could not be written
  @field.enum([1, 2]) level!: number;
  // @ts-expect-error -- too narrow: off is read
  @field.stateMachine(['on', 'off'], {}) state!: 'on';
  // @ts-expect-error -- numbers are read
  @field.list(field.integer()) list!: string[];
  // @ts-expect-error -- a list is read
  @field.list(field.integer()) item!: number;
  // @ts-expect-error -- a list of lists is read
  @field.list(field.list(field.integer())) lists!: number[];
  // @ts-expect-error -- a Set is read
  @field.set(field.string()) set!: string[];
  // @ts-expect-error -- a plain object is read
  @field.dict(field.integer()) map!: Map<string, number>;
  // @ts-expect-error -- numbers are read
  @field.dict(field.integer()) dict!: Record<string, string>;
  // @ts-expect-error -- a tuple is too narrow: a list of any length is read
  @field.list(field.integer()) pair!: [number, number];
  // @ts-expect-error -- a Child is read
  @field.object(() => Child) child!: Right;
  // @ts-expect-error -- other data are read
  @field.json<{ a: number }>() json!: { a: string };
  // @ts-expect-error -- a method is no property
  @field.string() method(): string {
    return '';
  }
}

// A brand is a narrower type of what is read, and nothing else.
export const branded = field.string().as<Id>();
// @ts-expect-error -- no number is a string
export const misbranded = field.string().as<number>();
