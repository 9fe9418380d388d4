import type { ScalarForm } from '../../field/scalar-form.js';
import { escaped } from './escape.js';
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

export function scalarWriter({ fits, writes, turn }: ScalarForm): TypeWriter {
  const quote = quoting(writes);
  if (turn !== undefined) {
    const { toWire, same } = turn;
    return (value, run, _depth, was) => {
      const wire = toWire(value);
      if (was !== undefined && was !== wire && (was === null || !same(value, was))) run.differs = true;
      return wire === undefined ? undefined : quote(wire);
    };
  }
  return (value, run, _depth, was) => {
    if (was !== undefined && !Object.is(value, was)) run.differs = true;
    if (!fits(value) || (writes === 'text' && (value as string).length > run.maxString)) return undefined;
    return quote(value);
  };
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
