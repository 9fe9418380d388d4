import { type FieldDefinition, typeOf } from './definition.js';
import { FieldType } from './field-type.js';
import type { Json } from './json.js';
import type { Session } from './session.js';

/** What lists, sets and dicts share: members of one type, and a limit of their number. */
export abstract class ContainerType extends FieldType {
  override readonly element: FieldType;
  readonly maxItems: number | undefined;

  constructor({ options, element }: FieldDefinition) {
    super(Boolean(options.nullable));
    this.element = typeOf(element as FieldDefinition);
    this.maxItems = options.maxItems;
  }

  spec(): Record<string, Json> {
    const element = { ...this.element.spec(), nullable: this.element.nullable };
    return { kind: this.kind, element, ...(this.maxItems === undefined ? {} : { maxItems: this.maxItems }) };
  }

  protected checkSize(size: number, session: Session): boolean {
    session.enter(size);
    if (this.maxItems === undefined || size <= this.maxItems) return true;
    return session.fault('limit', `expected at most ${this.maxItems} items, got ${size}`);
  }

  /** Visits each member with the path at its key; stops at the first that does not fit, unless all faults are wanted. */
  protected each<K extends string | number>(
    members: Iterable<readonly [K, unknown]>,
    session: Session,
    visit: (member: unknown, key: K) => boolean,
  ): boolean {
    let fits = true;
    for (const [key, member] of members) {
      session.path.push(key);
      fits = visit(member, key) && fits;
      session.path.pop();
      if (!fits && !session.all) return false;
    }
    return fits;
  }

  /** Writes a member, and hands it on where it fits. */
  protected writeMember(member: unknown, session: Session, take: (written: unknown) => void): boolean {
    const before = session.problems.length;
    const written = this.element.write(member, session);
    if (session.problems.length > before) return false;
    take(written);
    return true;
  }
}
