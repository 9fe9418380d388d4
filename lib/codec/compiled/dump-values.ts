import { copyData } from '../../field/json.js';
import type { ScalarForm } from '../../field/scalar-form.js';
import { sourceOf, UNTRACKED } from '../engine/source.js';
import { ChangesText, WORD } from './changes-text.js';
import type { Run } from './run.js';
import { Children } from './run-legs.js';
import { isPlainText } from './scalar-code.js';
import type { WriteField, WriteLayout } from './write-layout.js';
import { mayDiffer } from './write-object.js';

/** An instance's fields as hooks are given them, and the text of those that hold objects. */
export interface Dumped {
  readonly values: readonly unknown[];
  readonly texts: readonly string[];
  /** The bits of the fields that changed. */
  readonly bits: number[];
  /** Whether the instance is not what it was read as; asked for children only. */
  readonly differs: boolean;
}

type Dump = (values: Record<string, unknown>, run: Run, depth: number, was: unknown) => Dumped | undefined;

/** Checks the fields of an instance and makes wire values of them; `undefined` where something is not plainly fine. */
export function dumper(layout: WriteLayout): Dump {
  const { fields } = layout;
  const changes = new ChangesText(layout);
  const wires = fields.map(toWire);
  return (instance, run, depth, was) => {
    const found = sourceOf(instance);
    const source = found === UNTRACKED ? undefined : found;
    const data = source?.data;
    const own = source?.own === true;
    const bits = changes.bitsAtFirst(found);
    const values: unknown[] = [];
    const texts: string[] = [];
    let unset = false;
    for (let index = 0; index < fields.length; index++) {
      const field = fields[index] as WriteField;
      const word = Math.floor(index / WORD);
      const bit = 1 << (index % WORD);
      const value = instance[field.property];
      const read = data === undefined ? undefined : data[field.wire];
      if (value === undefined) {
        if (read !== undefined) {
          if (field.readOnly) return undefined;
          unset = true;
        }
        (bits[word] as number) &= ~bit;
        values.push(undefined);
        continue;
      }
      let differs = false;
      if (value === null) {
        if (!field.nullable) return undefined;
        differs = read !== null;
        values.push(null);
      } else {
        run.differs = false;
        const wire = (wires[index] as ToWire)(value, run, depth + 1, read, own, texts);
        if (wire === undefined) return undefined;
        differs = run.differs;
        values.push(wire);
      }
      if (data === undefined || (!differs && read !== undefined)) continue;
      if (read !== undefined && !mayDiffer(field, value, read)) return undefined;
      (bits[word] as number) |= bit;
    }
    const differs =
      was !== undefined &&
      (source === undefined || source.tree !== was || unset || bits.some((word) => word !== 0));
    return { values, texts, bits, differs };
  };
}

/** Makes the wire value of a value that is not null; `texts` takes the text of objects. */
type ToWire = (
  value: unknown,
  run: Run,
  depth: number,
  was: unknown,
  own: boolean,
  texts: string[],
) => unknown;

function toWire({ type, scalar, write }: WriteField, index: number): ToWire {
  if (type.nest !== undefined) {
    const children = new Children(index);
    return (value, run, depth, was, _own, texts) => {
      const text = write(value, run, depth, was);
      if (text === undefined) return undefined;
      texts[index] = text;
      return children;
    };
  }
  if (scalar !== undefined) return scalarWire(scalar);
  // Lists and dicts of texts are on the wire what they are in the instance.
  const isAlike = type.kind !== 'set' && type.element !== undefined && isPlainText(type.element);
  return (value, run, depth, was) => {
    const json = write(value, run, depth, was);
    if (json === undefined) return undefined;
    return isAlike ? copyData(value) : (JSON.parse(json) as unknown);
  };
}

function scalarWire({ fits, writes, turn, same = Object.is }: ScalarForm): ToWire {
  const differ = (value: unknown, was: unknown): boolean =>
    was !== undefined && (was === null || !same(value, was));
  if (turn !== undefined) {
    return (value, run, _depth, was) => {
      const wire = turn.toWire(value);
      if (wire !== was && differ(value, was)) run.differs = true;
      return wire;
    };
  }
  return (value, run, _depth, was, own) => {
    if (!own || value !== was || typeof value !== 'string') {
      if (differ(value, was)) run.differs = true;
      if (!fits(value)) return undefined;
    }
    if (writes !== 'text') return Object.is(value, -0) ? 0 : value;
    const text = value as string;
    return text.length <= run.maxString && text.isWellFormed() ? text : undefined;
  };
}
