import { copyData } from '../../field/json.js';
import { isDefaultConstructor } from '../../model/construct.js';
import { stampFirst, UNTRACKED } from '../engine/source.js';
import { NOT_MINE } from './convert.js';
import type { ReadField, ReadLayout } from './read-layout.js';
import { carried, countKeys, isNameList } from './read-object.js';
import { dictTest, type Failing, ReadSource, scalarTest } from './read-source.js';
import { quoted, SourceText } from './source-text.js';
import { generate } from './tier.js';
import type { TypeReader } from './type-code.js';

const LOST = 'return run.lose();';

/** The reader of a layout as code of its own; `undefined` where code may not be generated. */
export function generateReader(layout: ReadLayout): TypeReader | undefined {
  const source = new SourceText();
  source.line('return {');
  source.line('check: function (w, run, depth) {');
  writeCheck(source, layout);
  source.line('},');
  source.line('read: function (w, run, depth) {');
  writeRead(source, layout);
  source.line('} };');
  return generate<TypeReader>(source.text, source.constants);
}

/** Opens the envelope: `c` is the list of changes, `x` the data, `n` the number of its known members. */
function writeOpening(source: SourceText, { model, levels, fields }: ReadLayout, fail: string): void {
  const { envelope, name, namespace } = model;
  source.line(`if (depth + ${levels} > run.maxDepth || !(${dictTest(source, 'w')})) ${fail}`);
  source.line(`if (w[${quoted(envelope.name)}] !== ${quoted(name)}) ${fail}`);
  source.line(`if (w[${quoted(envelope.namespace)}] !== ${quoted(namespace)}) ${fail}`);
  source.line(`const c = w[${quoted(envelope.changes)}];`);
  const names = source.constant(isNameList);
  source.line(`if (c === undefined ? ${quoted(envelope.changes)} in w : !${names}(c)) ${fail}`);
  source.line(`const x = w[${quoted(envelope.data)}];`);
  source.line(`if (!(${dictTest(source, 'x')})) ${fail}`);
  source.line(`let n = ${fields.length};`);
}

/** The check goes on behind a wrong field, where all are wanted: `ok` tells that there was none. */
function writeCheck(source: SourceText, layout: ReadLayout): void {
  writeOpening(source, layout, LOST);
  source.line('let ok = true;');
  for (const field of layout.fields) {
    const v = source.variable();
    source.line(`const ${v} = x[${quoted(field.wire)}];`);
    const { scalar, nullable } = field.type;
    const missing = `(n--, ${field.optional ? 'false' : '!run.partial'})`;
    const miss = `if (run.miss(${source.constant(layout)}, ${source.constant(field.shape)}, depth)) return false; ok = false;`;
    if (scalar === undefined) {
      source.line(`if (${v} === undefined ? ${missing} : ${v} === null && ${!nullable}) { ${miss} }`);
      writeContainerCheck(source, layout, field, v, miss);
    } else {
      const unfit = `${v} ${nullable ? '!== null &&' : '=== null ||'} !(${scalarTest(source, scalar, v)})`;
      source.line(`if (${v} === undefined ? ${missing} : ${unfit}) { ${miss} }`);
    }
  }
  source.line(`return ${source.constant(countKeys)}(x) === n ? ok : run.lose();`);
}

/** Checks what is in a list, a dict, an object or json. What is wrong with objects, they have noted; all else there is about the field. */
function writeContainerCheck(
  source: SourceText,
  layout: ReadLayout,
  { shape, wire, type, nests }: ReadField,
  v: string,
  miss: string,
): void {
  const end = source.variable();
  source.line(`${end}: if (${v} !== undefined && ${v} !== null) {`);
  const ways = [
    `run.place(${quoted(wire)}, depth + 1);`,
    `run.place(${quoted(layout.model.envelope.data)}, depth);`,
  ];
  // Where the field is sensitive, the engine has to keep what is in the object secret.
  const lose = shape.sensitive ? 'run.lose(); ' : '';
  const failing: Failing = {
    value: nests ? LOST : `{ ${miss} break ${end}; }`,
    child: (places) => `{ ${lose}if (run.stops) return false; ${[places, ...ways].join(' ')} ok = false; }`,
  };
  const checks = new ReadSource(
    source,
    layout,
    nests ? failing : { ...failing, child: () => failing.value },
    false,
  );
  checks.content(type, v, 'depth + 2');
  source.line('}');
}

function writeMissing({ optional }: ReadField, fail: string): string {
  return optional ? ' n--; ' : ` if (!run.partial) ${fail} n--; `;
}

function writeRead(source: SourceText, layout: ReadLayout): void {
  const fail = 'return undefined;';
  writeOpening(source, layout, fail);
  const failing: Failing = { value: fail, child: () => fail };
  const reads = new ReadSource(source, layout, failing, true);
  const checks = new ReadSource(source, layout, failing, false);
  const values: string[] = layout.slots.map(() => source.variable());
  const wires: string[] = layout.slots.map(() => 'undefined');
  source.line(`let ${values.join(', ')};`);
  for (const field of layout.fields) {
    const v = source.variable();
    source.line(`const ${v} = x[${quoted(field.wire)}];`);
    source.line(`if (${v} === undefined) {${writeMissing(field, fail)}} else {`);
    const stays = field.convert === undefined && field.slot >= 0;
    const read = (stays ? reads : checks).value(field.type, v, 'depth + 2');
    if (stays) source.line(`${values[field.slot]} = ${read};`);
    source.line('}');
    if (stays) wires[field.slot] = v;
    else if (field.convert !== undefined) {
      const turned = source.variable();
      source.line(`const ${turned} = ${source.constant(field.convert)}(${v}, run);`);
      source.line(`if (${turned} === ${source.constant(NOT_MINE)}) ${fail}`);
      if (field.slot < 0) continue;
      wires[field.slot] = turned;
      writePut(reads, layout, field.slot, turned, values[field.slot] as string);
    }
  }
  source.line(`if (${source.constant(countKeys)}(x) !== n) ${fail}`);
  for (const [slot, { fill }] of layout.slots.entries()) {
    if (fill === undefined) continue;
    const v = source.variable();
    source.line(`const ${v} = ${source.constant(copyData)}(${source.constant(fill)});`);
    wires[slot] = v;
    writePut(reads, layout, slot, v, values[slot] as string);
  }
  writeBuild(source, layout, values, wires, fail);
}

/** Reads a wire value that came about here. */
function writePut(reads: ReadSource, { slots }: ReadLayout, slot: number, v: string, value: string): void {
  const { source } = reads;
  source.line(`if (${v} !== undefined) {`);
  const read = reads.value((slots[slot] as ReadLayout['slots'][number]).type, v, 'depth + 2');
  source.line(`${value} = ${read};`);
  source.line('}');
}

function writeBuild(
  source: SourceText,
  { model, slots, newest, renames }: ReadLayout,
  values: readonly string[],
  wires: readonly string[],
  fail: string,
): void {
  const made = isDefaultConstructor(model.construct)
    ? `new ${source.constant(model.Class)}()`
    : `${source.constant(model.construct)}()`;
  source.line(`const o = ${made};`);
  for (const [slot, { property }] of slots.entries())
    source.line(`o[${quoted(property)}] = ${values[slot]};`);
  if (model.check !== undefined) {
    const complete = slots.flatMap(({ optional }, slot) =>
      optional ? [] : [`${values[slot]} !== undefined`],
    );
    const rule = `${source.constant(model.check)}(o) !== undefined`;
    source.line(`if (${[...complete, rule].join(' && ')}) ${fail}`);
  }
  const put = source.constant(stampFirst);
  if (newest) {
    source.line(
      `${put}(o, run.track ? { data: x, tree: w, listed: c, own: run.owns } : ${source.constant(UNTRACKED)});`,
    );
  } else {
    const members = slots.map(({ wire }, slot) => `${quoted(wire)}: ${wires[slot]}`);
    source.line('if (run.track) {');
    source.line(`const data = { ${members.join(', ')} };`);
    const list = `${source.constant(carried)}(c, ${source.constant(renames)}, data)`;
    source.line(`${put}(o, { data, tree: w, listed: c === undefined ? c : ${list}, own: true });`);
    source.line(`} else ${put}(o, ${source.constant(UNTRACKED)});`);
  }
  source.line('return o;');
}
