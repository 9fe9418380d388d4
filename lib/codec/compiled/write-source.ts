import type { ContainerType } from '../../field/container-type.js';
import type { FieldType } from '../../field/field-type.js';
import type { ObjectType } from '../../field/object-type.js';
import type { ScalarForm } from '../../field/scalar-form.js';
import { isDict } from './dict-code.js';
import { fitTest } from './read-source.js';
import type { SourceText } from './source-text.js';
import type { Fragment, TextOutput } from './text-output.js';
import { type TypeWriter, writerOf } from './type-code.js';
import type { ChildWriter } from './write-layout.js';

/** A value that is to be written: its variable, and that of what it was read from (or nothing), with what to do where they differ. */
export interface Place {
  readonly v: string;
  readonly depth: string;
  readonly was: string;
  readonly mark: string;
}

const FAIL = 'return undefined;';

/** Writes the source that checks values; the output puts together what was checked. */
export class WriteSource {
  constructor(
    readonly source: SourceText,
    readonly output: TextOutput,
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
    const whenNull = `if (${was} !== undefined && ${was} !== null) { ${mark} }`;
    return this.output.nullable(v, whenNull, () => this.#set(type, place));
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
      return this.output.scalar(writes, wire);
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
    return this.output.scalar(writes, v);
  }

  #call(write: string, { v, depth, was, mark }: Place): Fragment {
    const { source } = this;
    source.line('run.differs = false;');
    const fragment = this.output.called(`${write}(${v}, run, ${depth}, ${was})`);
    source.line(`if (run.differs) { ${mark} }`);
    return fragment;
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
    const [length, before, index, item, then] = this.#variables(5);
    source.line(`if (!Array.isArray(${v})) ${FAIL}`);
    source.line(`const ${length} = ${v}.length;`);
    this.#count(length, maxItems);
    source.line(`let ${before};`);
    source.line(`if (${was} !== undefined) {`);
    source.line(
      `if (Array.isArray(${was}) && ${was}.length === ${length}) ${before} = ${was}; else { ${mark} }`,
    );
    source.line('}');
    return this.output.list(index, (add) => {
      source.line(`for (let ${index} = 0; ${index} < ${length}; ${index}++) {`);
      source.line(`const ${item} = ${v}[${index}];`);
      source.line(`const ${then} = ${before} === undefined ? undefined : ${before}[${index}];`);
      add(this.value(element, { v: item, depth: `${depth} + 1`, was: then, mark }));
      source.line('}');
    });
  }

  #dict({ element, maxItems }: ContainerType, { v, depth, was, mark }: Place): Fragment {
    const { source } = this;
    const dict = source.constant(isDict);
    const [keys, length, before, earlier, index, key, item, then] = this.#variables(8);
    source.line(`if (!${dict}(${v})) ${FAIL}`);
    source.line(`const ${keys} = Object.keys(${v}), ${length} = ${keys}.length;`);
    this.#count(length, maxItems);
    source.line(`let ${before}, ${earlier};`);
    source.line(`if (${was} !== undefined) {`);
    const alike = `${dict}(${was}) && (${earlier} = Object.keys(${was})).length === ${length}`;
    source.line(`if (${alike}) ${before} = ${was}; else { ${mark} }`);
    source.line('}');
    return this.output.dict(index, (entry) => {
      source.line(`for (let ${index} = 0; ${index} < ${length}; ${index}++) {`);
      source.line(`const ${key} = ${keys}[${index}], ${item} = ${v}[${key}];`);
      source.line(`if (${key}.length > run.maxString) ${FAIL}`);
      const add = entry(key);
      source.line(`let ${then};`);
      source.line(`if (${before} !== undefined) {`);
      source.line(
        `if (${earlier}[${index}] === ${key} || Object.hasOwn(${before}, ${key})) ${then} = ${before}[${key}]; else { ${mark} }`,
      );
      source.line('}');
      add(this.value(element, { v: item, depth: `${depth} + 1`, was: then, mark }));
      source.line('}');
    });
  }

  #count(length: string, maxItems: number | undefined): void {
    const most = maxItems === undefined ? '' : `${length} > ${Number(maxItems)} || `;
    this.source.line(`if (${most}(run.items += ${length}) > run.maxItems) ${FAIL}`);
  }

  #variables(count: number): string[] & Record<0 | 1 | 2 | 3 | 4 | 5 | 6 | 7, string> {
    return Array.from({ length: count }, () => this.source.variable()) as never;
  }
}
