import { sourceOf, UNTRACKED } from '../engine/source.js';
import { ChangesText, WORD } from './changes-text.js';
import { NOT_MINE } from './convert.js';
import type { Run } from './run.js';
import type { TypeWriter } from './type-code.js';
import { type WriteField, type WriteLayout, wireOf } from './write-layout.js';

/** The start of an object's text, which does not depend on the instance: up to the brace that opens its data. */
export function headOf({ model, version }: WriteLayout): string {
  const { envelope, name, namespace } = model;
  const pairs = [
    [envelope.name, name],
    [envelope.namespace, namespace],
    [envelope.version, version],
  ].map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`);
  return `{${pairs.join(',')},${JSON.stringify(envelope.data)}:{`;
}

/** The bits of all fields, word by word. */
export function allBits({ fields }: WriteLayout): number[] {
  const words: number[] = [];
  for (let rest = fields.length; rest > 0; rest -= WORD)
    words.push(rest >= WORD ? 2 ** WORD - 1 : (1 << rest) - 1);
  return words;
}

/** The writer of a layout that interprets it: it walks the fields as data. */
export function interpretedWriter(layout: WriteLayout): TypeWriter {
  const { fields, members, model, levels } = layout;
  const head = headOf(layout);
  const keys = members.map(({ name }) => `${JSON.stringify(name)}:`);
  const constants = members.map(({ constant }) => constant);
  const changes = new ChangesText(layout);
  const all = allBits(layout);
  return (instance, run, depth, was) => {
    if (depth + levels > run.maxDepth) return undefined;
    const values = instance as Record<string, unknown>;
    const found = sourceOf(instance as object);
    const source = found === UNTRACKED ? undefined : found;
    const texts = constants.slice();
    const outer = run.differs;
    const changed: number[] = [];
    let bits = 0;
    let carried = 0;
    let any = false;
    let unset = false;
    let complete = true;
    for (let index = 0, bit = 1; index < fields.length; index++, bit <<= 1) {
      if (index % WORD === 0) {
        if (index > 0) changed.push(carried);
        any ||= bits !== 0;
        carried = 0;
        bit = 1;
        bits =
          found === undefined ? (all[index / WORD] as number) : changes.listed(source?.listed, index / WORD);
      }
      const field = fields[index] as WriteField;
      const value = values[field.property];
      const read = source?.data[field.wire];
      if (value === undefined) {
        bits &= ~bit;
        if (!field.optional) complete = false;
        if (read !== undefined) {
          if (field.readOnly) return undefined;
          unset = true;
        }
        continue;
      }
      run.differs = false;
      const json = writeValue(field, value, run, depth, read);
      if (json === undefined) return undefined;
      if (run.differs && !mayDiffer(field, value, read)) return undefined;
      if (source !== undefined && (read === undefined || run.differs)) bits |= bit;
      let text: string | undefined = json;
      if (field.convert !== undefined) {
        const wire = field.convert(wireOf(field.type, value, json), run);
        if (wire === NOT_MINE) return undefined;
        text = wire === undefined ? undefined : members[field.place]?.text(wire);
        if (text === undefined && wire !== undefined && field.place >= 0) return undefined;
      }
      if (field.place >= 0) texts[field.place] = text;
      if (field.place >= 0 && text !== undefined) carried |= bits & bit;
    }
    any ||= bits !== 0;
    changed.push(carried);
    if (model.check !== undefined && complete && model.check(instance as object) !== undefined)
      return undefined;
    run.differs =
      outer || (was !== undefined && (source === undefined || source.tree !== was || unset || any));
    let text = head;
    let first = true;
    for (let place = 0; place < texts.length; place++) {
      const json = texts[place];
      if (json === undefined) continue;
      text += (first ? '' : ',') + (keys[place] as string) + json;
      first = false;
    }
    const end = changed.length === 1 ? changes.ofWord(carried) : changes.ofWords(changed);
    return `${text}}${end}`;
  };
}

function writeValue(
  { type, write }: WriteField,
  value: unknown,
  run: Run,
  depth: number,
  was: unknown,
): string | undefined {
  if (value !== null) return write(value, run, depth + 1, was);
  if (was !== undefined && was !== null) run.differs = true;
  return type.nullable ? 'null' : undefined;
}

/** Whether a field may have another value than it was read with; what its type says of that is for the interpreting engine to say. */
export function mayDiffer({ readOnly, state }: WriteField, value: unknown, was: unknown): boolean {
  return !readOnly && (state === undefined || state.allows(was, value));
}
