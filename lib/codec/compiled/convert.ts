import type { FieldType } from '../../field/field-type.js';
import type { Run } from './run.js';
import { mayGo, type Stop } from './route.js';
import type { TypeReader } from './type-code.js';

/** What a conversion answers where it leaves the rest to the interpreting engine; `undefined` is a field that became unset. */
export const NOT_MINE: unique symbol = Symbol('not mine');

/** Takes a wire value that was checked, null or undefined included, over the stops of its route. */
export type Conversion = (wire: unknown, run: Run) => unknown;

/** The stops of a route as one function; `undefined` where a type on the way has no compiled form. */
export function conversionOf(
  stops: readonly Stop[],
  reader: (type: FieldType) => TypeReader | undefined,
): Conversion | undefined {
  const steps: Conversion[] = [];
  for (const stop of stops) {
    const step = conversionAt(stop, reader);
    if (step === undefined) return undefined;
    steps.push(step);
  }
  if (steps.length === 1) return steps[0];
  return (wire, run) => {
    let value = wire;
    for (const step of steps) {
      value = step(value, run);
      if (value === NOT_MINE) return NOT_MINE;
    }
    return value;
  };
}

function conversionAt(
  stop: Stop,
  reader: (type: FieldType) => TypeReader | undefined,
): Conversion | undefined {
  switch (stop.do) {
    case 'turn': {
      const { turn } = stop;
      return (wire) => (wire === undefined ? undefined : turn(wire));
    }
    case 'refuse': {
      const { absent } = stop;
      return (wire) => (wire === undefined || mayGo(wire, absent) ? undefined : NOT_MINE);
    }
    case 'none':
      return (wire) => (wire === undefined ? undefined : NOT_MINE);
    case 'check': {
      const { nullable } = stop.type;
      const read = reader(stop.type);
      if (read === undefined) return undefined;
      return (wire, run) => {
        const fits = wire === undefined || (wire === null ? nullable : read.check(wire, run, 0));
        return fits ? wire : NOT_MINE;
      };
    }
  }
}
