import { sourceOf, UNTRACKED } from '../engine/source.js';
import { allBits, ChangesText, WORD } from './changes-text.js';
import { NOT_MINE } from './convert.js';
import { quoted, SourceText } from './source-text.js';
import { type Fragment, TextOutput } from './text-output.js';
import { generate } from './tier.js';
import type { TypeWriter } from './type-code.js';
import type { WriteField, WriteLayout } from './write-layout.js';
import { WriteSource } from './write-source.js';

const FAIL = 'return undefined;';

/** The writer of a layout as code of its own; `undefined` where code may not be generated. */
export function generateWriter(layout: WriteLayout): TypeWriter | undefined {
  const source = new SourceText();
  const output = new TextOutput(source);
  source.line('return function (o, run, depth, was) {');
  writeStart(source, layout);
  const fragments: (Fragment | undefined)[] = layout.members.map(() => undefined);
  const values = layout.fields.map((field, index) => {
    const { v, fragment } = writeField(source, output, layout, index);
    if (field.place >= 0) fragments[field.place] = fragment;
    return v;
  });
  writeEnd(source, output, layout, values, fragments);
  source.line('};');
  return generate<TypeWriter>(source.text, source.constants);
}

/**
 * `f` is what the instance was read from, `d` the data in it; `m` are the bits of the fields that changed, `p` those of the fields
 * that are written under some name, `u` tells that a member is left out, `s` that a field was set when it was read and is not any more.
 * Where `own` holds, a value that is still in the data was checked when they were read.
 */
function writeStart(source: SourceText, layout: WriteLayout): void {
  const changes = source.constant(new ChangesText(layout));
  const all = allBits(layout);
  source.line(`if (depth + ${layout.levels} > run.maxDepth) ${FAIL}`);
  source.line(`const f = ${source.constant(sourceOf)}(o), outer = run.differs;`);
  source.line('let d, u = false, s = false, own = false;');
  source.line(
    `let ${all.map((_bits, word) => `m${word} = 0, p${word} = ${writtenBits(layout, word)}`).join(', ')};`,
  );
  source.line(`if (f === undefined) { ${all.map((bits, word) => `m${word} = ${bits};`).join(' ')} }`);
  source.line(`else if (f !== ${source.constant(UNTRACKED)}) {`);
  source.line('d = f.data; own = f.own;');
  const listed = all.map((_bits, word) => `m${word} = ${changes}.listed(f.listed, ${word});`);
  source.line(`if (f.listed !== undefined) { ${listed.join(' ')} }`);
  source.line('}');
}

function writtenBits({ fields }: WriteLayout, word: number): number {
  let bits = 0;
  for (const [index, { place }] of fields.entries())
    if (place >= 0 && Math.floor(index / WORD) === word) bits |= 1 << (index % WORD);
  return bits;
}

function writeField(
  source: SourceText,
  output: TextOutput,
  layout: WriteLayout,
  index: number,
): { readonly v: string; readonly fragment: Fragment } {
  const field = layout.fields[index] as WriteField;
  const { property, wire, type, scalar, place, convert } = field;
  const [v, was, text] = [source.variable(), source.variable(), source.variable()];
  const word = Math.floor(index / WORD);
  const bit = 1 << (index % WORD);
  source.line(
    `const ${v} = o[${quoted(property)}], ${was} = d === undefined ? undefined : d[${quoted(wire)}];`,
  );
  source.line(`let ${text};`);
  source.line(`if (${v} === undefined) {`);
  if (place >= 0) source.line('u = true;');
  source.line(`m${word} &= ~${bit};`);
  source.line(`if (${was} !== undefined) { ${field.readOnly ? FAIL : 's = true;'} }`);
  source.line('} else {');
  source.line(`if (d !== undefined && ${was} === undefined) m${word} |= ${bit};`);
  const mark = markOf(source, field, `m${word} |= ${bit};`, v, was);
  const writing = new WriteSource(source, output, field.children);
  const written = writing.value(type, { v, depth: 'depth + 1', was, mark });
  if (convert === undefined) {
    source.line(`${text} = ${written.text};`);
    source.line('}');
    return { v, fragment: { ...written, text } };
  }
  const turned = source.variable();
  const before = output.wire(scalar, v, written);
  source.line(`const ${turned} = ${source.constant(convert)}(${before}, run);`);
  source.line(`if (${turned} === ${source.constant(NOT_MINE)}) ${FAIL}`);
  const member = layout.members[place];
  if (member !== undefined) {
    source.line(`if (${turned} === undefined) { u = true; p${word} &= ~${bit}; }`);
    source.line(`else if ((${text} = ${output.converted(member, turned)}) === undefined) ${FAIL}`);
  }
  source.line('}');
  return { v, fragment: { text, bare: false } };
}

/** What is done where a value differs from what was read; where that may not be, the interpreting engine says so. */
function markOf(
  source: SourceText,
  { readOnly, state }: WriteField,
  mark: string,
  v: string,
  was: string,
): string {
  if (readOnly) return FAIL;
  if (state === undefined) return mark;
  return `if (!${source.constant(state)}.allows(${was}, ${v})) ${FAIL} ${mark}`;
}

function writeEnd(
  source: SourceText,
  output: TextOutput,
  layout: WriteLayout,
  values: readonly string[],
  fragments: readonly (Fragment | undefined)[],
): void {
  const { model, fields } = layout;
  if (model.check !== undefined) {
    const complete = fields.flatMap(({ optional }, index) =>
      optional ? [] : [`${values[index]} !== undefined`],
    );
    const rule = `${source.constant(model.check)}(o) !== undefined`;
    source.line(`if (${[...complete, rule].join(' && ')}) ${FAIL}`);
  }
  const words = allBits(layout).map((_bits, word) => word);
  const changed = words.map((word) => `m${word} !== 0`).join(' || ');
  const differs = `was !== undefined && (d === undefined || f.tree !== was || s || ${changed})`;
  source.line(`run.differs = outer || (${differs});`);
  const changes = source.constant(new ChangesText(layout));
  source.line(
    words.length === 1
      ? `const end = ${changes}.ofWord(m0 & p0);`
      : `const end = ${changes}.ofWords([${words.map((word) => `m${word} & p${word}`).join(', ')}]);`,
  );
  output.finish(layout, fragments, 'u', 'end');
}
