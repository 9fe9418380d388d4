import type { ContainerType } from '../../field/container-type.js';
import type { FieldType } from '../../field/field-type.js';
import type { ObjectType } from '../../field/object-type.js';
import type { ScalarForm } from '../../field/scalar-form.js';
import { isDict } from './dict-code.js';
import { escaped } from './escape.js';
import { fitTest } from './read-source.js';
import { quoted, type SourceText } from './source-text.js';
import { type TypeWriter, writerOf } from './type-code.js';
import type { ChildWriter } from './write-layout.js';

/** The expression of a value's JSON; where `bare`, it lacks its quotes, which whoever joins the texts has in a text of his own. */
export interface Fragment {
  readonly text: string;
  readonly bare: boolean;
  /** The condition under which the value is null; then neither text nor quotes are written. */
  readonly isNull?: string;
}

/** A value that is to be written: its variable, and that of what it was read from (or nothing), with what to do where they differ. */
export interface Place {
  readonly v: string;
  readonly depth: string;
  readonly was: string;
  readonly mark: string;
}

const FAIL = 'return undefined;';

/** Writes the source that checks values and writes them as JSON. */
export class WriteSource {
  constructor(
    readonly source: SourceText,
    readonly children: (type: ObjectType) => ChildWriter,
  ) {}

  /** Writes the value of a variable, null included. */
  value(type: FieldType, place: Place): Fragment {
    const { source } = this;
    const { v, was, mark } = place;
    if (!type.nullable) {
      source.line(`if (${v} === null) ${FAIL}`);
      return this.#set(type, place);
    }
    const text = source.variable();
    source.line(`let ${text} = "null";`);
    source.line(`if (${v} === null) { if (${was} !== undefined && ${was} !== null) { ${mark} } } else {`);
    const set = this.#set(type, place);
    source.line(`${text} = ${set.text};`);
    source.line('}');
    return set.bare ? { text, bare: true, isNull: `${v} === null` } : { text, bare: false };
  }

  #set(type: FieldType, place: Place): Fragment {
    if (type.scalar !== undefined) return this.#scalar(type.scalar, place);
    if (type.kind === 'list') return this.#list(type as ContainerType, place);
    if (type.kind === 'dict') return this.#dict(type as ContainerType, place);
    if (type.kind === 'object') return this.#object(type as ObjectType, place);
    const write = this.source.constant(writerOf(type, (object) => this.children(object).write));
    return this.#call(write, place);
  }

  #scalar(form: ScalarForm, { v, was, mark }: Place): Fragment {
    const { source } = this;
    const { writes, turn, same } = form;
    if (turn !== undefined) {
      const wire = source.variable();
      source.line(`const ${wire} = ${source.constant(turn.toWire)}(${v});`);
      source.line(`if (${wire} === undefined) ${FAIL}`);
      const alike = `${was} !== null && ${source.constant(same ?? Object.is)}(${v}, ${was})`;
      source.line(`if (${was} !== undefined && ${wire} !== ${was} && !(${alike})) { ${mark} }`);
      return this.#written(writes, wire);
    }
    const check = `if (!(${fitTest(source, form, v)})) ${FAIL}`;
    const unlike =
      same === undefined ? '' : ` && (${was} === null || !${source.constant(same)}(${v}, ${was}))`;
    if (writes === 'text' || writes === 'plain') {
      source.line(`if (!own || ${v} !== ${was}) { ${check}`);
      source.line(`if (${was} !== undefined && ${v} !== ${was}${unlike}) { ${mark} } }`);
      if (writes === 'text') source.line(`if (${v}.length > run.maxString) ${FAIL}`);
    } else {
      source.line(check);
      source.line(`if (${was} !== undefined && !Object.is(${v}, ${was})${unlike}) { ${mark} }`);
    }
    return this.#written(writes, v);
  }

  #written(writes: ScalarForm['writes'], wire: string): Fragment {
    const { source } = this;
    if (writes === 'plain') return { text: wire, bare: true };
    // A number or a boolean that is added to a text becomes one; -0 becomes 0.
    if (writes === 'bare') return { text: wire, bare: false };
    if (writes === 'mixed') return { text: `JSON.stringify(${wire})`, bare: false };
    const text = source.variable();
    source.line(`const ${text} = ${source.constant(escaped)}(${wire});`);
    source.line(`if (${text} === undefined) ${FAIL}`);
    return { text, bare: true };
  }

  #call(write: string, { v, depth, was, mark }: Place): Fragment {
    const { source } = this;
    const text = source.variable();
    source.line('run.differs = false;');
    source.line(`const ${text} = ${write}(${v}, run, ${depth}, ${was});`);
    source.line(`if (${text} === undefined) ${FAIL}`);
    source.line(`if (run.differs) { ${mark} }`);
    return { text, bare: false };
  }

  #object(type: ObjectType, place: Place): Fragment {
    const { source } = this;
    const child = this.children(type);
    const indirect: TypeWriter = child.write;
    if (child.direct === undefined) return this.#call(source.constant(indirect), place);
    const isDirect = `Object.getPrototypeOf(${place.v}) === ${source.constant(child.prototype)}`;
    const direct = source.constant(child.direct);
    const write = source.variable();
    source.line(`const ${write} = ${isDirect} ? ${direct} : ${source.constant({ write: indirect })};`);
    return this.#call(`${write}.write`, place);
  }

  #list({ element, maxItems }: ContainerType, { v, depth, was, mark }: Place): Fragment {
    const { source } = this;
    const [length, before, text, index, item, then] = this.#variables(6);
    source.line(`if (!Array.isArray(${v})) ${FAIL}`);
    source.line(`const ${length} = ${v}.length;`);
    this.#count(length, maxItems);
    source.line(`let ${before};`);
    source.line(`if (${was} !== undefined) {`);
    source.line(
      `if (Array.isArray(${was}) && ${was}.length === ${length}) ${before} = ${was}; else { ${mark} }`,
    );
    source.line('}');
    source.line(`let ${text} = "[";`);
    source.line(`for (let ${index} = 0; ${index} < ${length}; ${index}++) {`);
    source.line(`const ${item} = ${v}[${index}];`);
    source.line(`const ${then} = ${before} === undefined ? undefined : ${before}[${index}];`);
    const written = this.value(element, { v: item, depth: `${depth} + 1`, was: then, mark });
    source.line(`${text} += ${joined(`${index} === 0`, '', written)};`);
    source.line('}');
    source.line(`${text} += "]";`);
    return { text, bare: false };
  }

  #dict({ element, maxItems }: ContainerType, { v, depth, was, mark }: Place): Fragment {
    const { source } = this;
    const dict = source.constant(isDict);
    const [keys, length, before, earlier, text, index, key, name, item, then] = this.#variables(10);
    source.line(`if (!${dict}(${v})) ${FAIL}`);
    source.line(`const ${keys} = Object.keys(${v}), ${length} = ${keys}.length;`);
    this.#count(length, maxItems);
    source.line(`let ${before}, ${earlier};`);
    source.line(`if (${was} !== undefined) {`);
    const alike = `${dict}(${was}) && (${earlier} = Object.keys(${was})).length === ${length}`;
    source.line(`if (${alike}) ${before} = ${was}; else { ${mark} }`);
    source.line('}');
    source.line(`let ${text} = "{";`);
    source.line(`for (let ${index} = 0; ${index} < ${length}; ${index}++) {`);
    source.line(`const ${key} = ${keys}[${index}], ${item} = ${v}[${key}];`);
    source.line(`if (${key}.length > run.maxString) ${FAIL}`);
    source.line(`const ${name} = ${source.constant(escaped)}(${key});`);
    source.line(`if (${name} === undefined) ${FAIL}`);
    source.line(`let ${then};`);
    source.line(`if (${before} !== undefined) {`);
    source.line(
      `if (${earlier}[${index}] === ${key} || Object.hasOwn(${before}, ${key})) ${then} = ${before}[${key}]; else { ${mark} }`,
    );
    source.line('}');
    const written = this.value(element, { v: item, depth: `${depth} + 1`, was: then, mark });
    const merges = written.bare && written.isNull === undefined;
    const rest = merges
      ? `${quoted('":"')} + ${written.text} + ${quoted('"')}`
      : `${quoted('":')} + ${closed(written)}`;
    const lead = `(${index} === 0 ? ${quoted('"')} : ${quoted(',"')})`;
    source.line(`${text} += ${lead} + ${name} + ${rest};`);
    source.line('}');
    source.line(`${text} += "}";`);
    return { text, bare: false };
  }

  #count(length: string, maxItems: number | undefined): void {
    const most = maxItems === undefined ? '' : `${length} > ${Number(maxItems)} || `;
    this.source.line(`if (${most}(run.items += ${length}) > run.maxItems) ${FAIL}`);
  }

  #variables(count: number): string[] & Record<0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9, string> {
    return Array.from({ length: count }, () => this.source.variable()) as never;
  }
}

/** A fragment with its quotes. */
export function closed({ text, bare, isNull }: Fragment): string {
  const set = bare ? `${quoted('"')} + ${text} + ${quoted('"')}` : `${quoted('')} + ${text}`;
  return isNull === undefined ? set : `(${isNull} ? "null" : ${set})`;
}

/** A fragment after `lead`, which follows a comma unless `first` holds. */
export function joined(first: string, lead: string, fragment: Fragment): string {
  const { text, bare, isNull } = fragment;
  if (isNull !== undefined)
    return `(${first} ? ${quoted(lead)} : ${quoted(`,${lead}`)}) + ${closed(fragment)}`;
  const start = bare ? `${lead}"` : lead;
  const end = bare ? ` + ${quoted('"')}` : '';
  return `(${first} ? ${quoted(start)} : ${quoted(`,${start}`)}) + ${text}${end}`;
}
