import type { FieldType } from '../../field/field-type.js';
import type { ScalarForm } from '../../field/scalar-form.js';
import { escaped } from './escape.js';
import type { Run } from './run.js';
import type { TypeReader, TypeWriter } from './type-code.js';

export function scalarReader({ fits, writes, turn }: ScalarForm): TypeReader {
  const check: TypeReader['check'] =
    writes === 'text'
      ? (wire, run) =>
          fits(wire) && (wire as string).length <= run.maxString && (wire as string).isWellFormed()
      : (wire) => fits(wire);
  if (turn !== undefined) return { check, read: (wire) => turn.toValue(wire) };
  return { check, read: (wire, run, depth) => (check(wire, run, depth) ? wire : undefined) };
}

export function scalarWriter({ fits, writes, turn, same = Object.is }: ScalarForm): TypeWriter {
  const quote = quoting(writes);
  if (turn !== undefined) {
    const { toWire } = turn;
    return (value, run, _depth, was) => {
      const wire = toWire(value);
      if (was !== undefined && was !== wire && (was === null || wire === undefined || !same(value, was)))
        run.differs = true;
      return wire === undefined ? undefined : quote(wire);
    };
  }
  return (value, run, _depth, was) => {
    if (was !== undefined && (was === null || !same(value, was))) run.differs = true;
    if (!fits(value) || (writes === 'text' && (value as string).length > run.maxString)) return undefined;
    return quote(value);
  };
}

/** Writes what stands between the quotes, where a type's values are always texts; `undefined` for a value that is not plainly fine. */
export type InnerText = (value: unknown, run: Run) => string | undefined;

/** The inner text of a type; `undefined` where not all values, null aside, are written in quotes. */
export function innerText({ scalar }: FieldType): InnerText | undefined {
  if (scalar === undefined || scalar.writes === 'bare' || scalar.writes === 'mixed') return undefined;
  const { fits, writes, turn } = scalar;
  if (turn !== undefined) return turn.toWire as InnerText;
  if (writes === 'plain') return (value) => (fits(value) ? (value as string) : undefined);
  return (value, run) =>
    fits(value) && (value as string).length <= run.maxString ? escaped(value as string) : undefined;
}

/** Whether a type's values are texts, and what they are on the wire. */
export function isPlainText({ scalar }: FieldType): boolean {
  if (scalar === undefined || scalar.turn !== undefined || scalar.same !== undefined) return false;
  return scalar.writes === 'text' || scalar.writes === 'plain';
}

/** The JSON text of a wire value that fits. */
export function quoting(writes: ScalarForm['writes']): (wire: unknown) => string | undefined {
  switch (writes) {
    case 'text':
      return (wire) => {
        const text = escaped(wire as string);
        return text === undefined ? undefined : `"${text}"`;
      };
    case 'plain':
      return (wire) => `"${wire as string}"`;
    case 'bare':
      return (wire) => String(wire);
    case 'mixed':
      return (wire) => JSON.stringify(wire);
  }
}
