import type { ContainerType } from '../../field/container-type.js';
import type { FieldType } from '../../field/field-type.js';
import { setMember } from '../../field/json.js';
import type { ObjectType } from '../../field/object-type.js';
import type { ScalarForm } from '../../field/scalar-form.js';
import type { ReadLayout } from './read-layout.js';
import { quoted, type SourceText } from './source-text.js';
import { readerOf } from './type-code.js';

/** The statements for what is not plainly fine. */
export interface Failing {
  /** For a value itself. */
  readonly value: string;
  /** For something in an object that the value holds; `places` are statements that tell where in the value it stands. */
  readonly child: (places: string) => string;
}

/** Writes the source that checks values and, where they are wanted, reads them. */
export class ReadSource {
  readonly #places: string[] = [];

  constructor(
    readonly source: SourceText,
    readonly layout: ReadLayout,
    readonly failing: Failing,
    readonly reads: boolean,
  ) {}

  get fail(): string {
    return this.failing.value;
  }

  get #failInChild(): string {
    return this.failing.child(this.#places.toReversed().join(' '));
  }

  /** Checks the value of a variable, null included; answers the expression of what it reads as. */
  value(type: FieldType, v: string, depth: string): string {
    const { source } = this;
    if (!type.nullable) {
      source.line(`if (${v} === null) ${this.fail}`);
      return this.content(type, v, depth);
    }
    if (type.scalar !== undefined && type.scalar.turn === undefined) {
      source.line(`if (${v} !== null && !(${scalarTest(source, type.scalar, v)})) ${this.fail}`);
      return v;
    }
    const read = source.variable();
    source.line(`let ${read} = null;`);
    source.line(`if (${v} !== null) {`);
    const value = this.content(type, v, depth);
    if (this.reads) source.line(`${read} = ${value};`);
    source.line('}');
    return read;
  }

  /** Checks the value of a variable that is not null. */
  content(type: FieldType, v: string, depth: string): string {
    const { source, reads, fail } = this;
    const { scalar } = type;
    if (scalar !== undefined) {
      if (reads && scalar.turn !== undefined)
        return this.#attempt(`${source.constant(scalar.turn.toValue)}(${v})`);
      source.line(`if (!(${scalarTest(source, scalar, v)})) ${fail}`);
      return v;
    }
    if (type.kind === 'list') return this.#list(type as ContainerType, v, depth);
    if (type.kind === 'dict') return this.#dict(type as ContainerType, v, depth);
    if (type.kind === 'object') return this.#object(type as ObjectType, v, depth);
    const reader = source.constant(readerOf(type, this.layout.children));
    return this.#call(reader, v, depth);
  }

  #call(reader: string, v: string, depth: string): string {
    if (this.reads) return this.#attempt(`${reader}.read(${v}, run, ${depth})`);
    this.source.line(`if (!${reader}.check(${v}, run, ${depth})) ${this.#failInChild}`);
    return v;
  }

  #attempt(expression: string): string {
    const read = this.source.variable();
    this.source.line(`const ${read} = ${expression};`);
    this.source.line(`if (${read} === undefined) ${this.fail}`);
    return read;
  }

  #object(type: ObjectType, v: string, depth: string): string {
    const { source, reads } = this;
    const child = this.layout.children(type);
    const any = source.constant(child);
    if (child.newest === undefined) return this.#call(any, v, depth);
    const newest = source.constant(child.newest);
    const verb = reads ? 'read' : 'check';
    const read = source.variable();
    const isNewest = `${v}[${quoted(child.versionKey)}] === ${quoted(child.version)}`;
    source.line(
      `const ${read} = ${isNewest} ? ${newest}.${verb}(${v}, run, ${depth}) : ${any}.${verb}(${v}, run, ${depth});`,
    );
    source.line(`if (${reads ? `${read} === undefined` : `!${read}`}) ${this.#failInChild}`);
    return read;
  }

  #list({ element, maxItems }: ContainerType, v: string, depth: string): string {
    const { source, reads, fail } = this;
    const [list, index, item] = [source.variable(), source.variable(), source.variable()];
    const most = maxItems === undefined ? '' : ` || ${v}.length > ${Number(maxItems)}`;
    source.line(`if (!Array.isArray(${v})${most} || (run.items += ${v}.length) > run.maxItems) ${fail}`);
    if (reads) source.line(`const ${list} = [];`);
    source.line(`for (let ${index} = 0; ${index} < ${v}.length; ${index}++) {`);
    source.line(`const ${item} = ${v}[${index}];`);
    const read = this.#member(element, item, depth, index);
    if (reads) source.line(`${list}.push(${read});`);
    source.line('}');
    return list;
  }

  #dict({ element, maxItems }: ContainerType, v: string, depth: string): string {
    const { source, reads, fail } = this;
    const [keys, key, index, item, dict] = [1, 2, 3, 4, 5].map(() => source.variable()) as [
      string, string, string, string, string,
    ]; // prettier-ignore
    source.line(`if (!(${dictTest(source, v)})) ${fail}`);
    source.line(`const ${keys} = Object.keys(${v});`);
    const most = maxItems === undefined ? '' : `${keys}.length > ${Number(maxItems)} || `;
    source.line(`if (${most}(run.items += ${keys}.length) > run.maxItems) ${fail}`);
    if (reads) source.line(`const ${dict} = {};`);
    source.line(`for (let ${index} = 0; ${index} < ${keys}.length; ${index}++) {`);
    source.line(`const ${key} = ${keys}[${index}], ${item} = ${v}[${key}];`);
    source.line(`if (${key}.length > run.maxString || !${key}.isWellFormed()) ${fail}`);
    const read = this.#member(element, item, depth, key);
    if (reads) {
      const member = `${source.constant(setMember)}(${dict}, ${key}, ${read})`;
      source.line(`if (${key} === "__proto__") ${member}; else ${dict}[${key}] = ${read};`);
    }
    source.line('}');
    return dict;
  }

  #member(element: FieldType, v: string, depth: string, step: string): string {
    this.#places.push(`run.place(${step}, ${depth});`);
    const read = this.value(element, v, `${depth} + 1`);
    this.#places.pop();
    return read;
  }
}

/**
 * The expression of what `isDict` says. V8 knows the answer by the shape of the object, where it would call getPrototypeOf.
 * A member called `__proto__`, and a process without that accessor, have it say no, and the engine looks.
 */
export function dictTest(source: SourceText, v: string): string {
  return `typeof ${v} === "object" && ${v} !== null && ${v}.__proto__ === ${source.constant(Object.prototype)}`;
}

/** The expression of whether a value that is not null fits. */
export function scalarTest(source: SourceText, form: ScalarForm, v: string): string {
  const fitting = fitTest(source, form, v);
  return form.writes === 'text'
    ? `${fitting} && ${v}.length <= run.maxString && ${v}.isWellFormed()`
    : fitting;
}

/** The expression of what a form's `fits` says. */
export function fitTest(source: SourceText, { fits, matches, test }: ScalarForm, v: string): string {
  if (test !== undefined) return test(v);
  if (matches !== undefined) return `typeof ${v} === "string" && ${source.constant(matches)}(${v})`;
  return `${source.constant(fits)}(${v})`;
}
