import { copyData, sameData, setMember } from '../../field/json.js';
import type { Plan } from '../../history/plan.js';
import type { Model } from '../../model/model.js';
import { hookContext, ignore } from '../engine/run-hook.js';
import { NOT_MINE } from './convert.js';
import type { HookCall, Leg, originsOf } from './legs.js';
import type { Run } from './run.js';

/** Stands for the objects in a field, which are read and written as they are: a hook that looks at them is left to the engine. */
export class Children {
  constructor(readonly field: number) {}
}

/** Whether a hook has looked at the children that it would have to be shown. */
let touched = false;

function touch(): never {
  touched = true;
  throw new Error('this hook needs the children of its object');
}

const HIDDEN: PropertyDescriptor = { get: touch, set: touch, enumerable: true, configurable: true };

/** What is known of a plan with hooks. */
export interface Journey {
  readonly model: Model;
  readonly plan: Plan;
  readonly legs: readonly Leg[];
}

/** The values of fields after all legs, in the order of the last moves; `undefined` where the engine must look. */
export function runLegs(
  journey: Journey,
  originsAt: ReturnType<typeof originsOf>,
  fields: readonly unknown[],
  isFieldChanged: (field: number) => boolean,
  run: Run,
): readonly unknown[] | undefined {
  let values: readonly unknown[] | undefined = fields;
  for (const [place, leg] of journey.legs.entries()) {
    const origins = originsAt[place] as readonly number[];
    const isChanged = (name: number): boolean => {
      const field = origins[name] ?? -1;
      return field >= 0 && isFieldChanged(field);
    };
    values = runLeg(leg, values, isChanged, journey, run);
    if (values === undefined) return undefined;
  }
  return values;
}

/** The values of a leg's names after its hook and its steps. */
function runLeg(
  leg: Leg,
  before: readonly unknown[],
  isChanged: (place: number) => boolean,
  { model, plan }: Journey,
  run: Run,
): unknown[] | undefined {
  const { hook, moves, renames } = leg;
  let values = before;
  let kept: readonly unknown[] | undefined;
  if (hook !== undefined) {
    // What a hook wrote carries the change of a field that goes; lists and dicts it may have changed in place.
    if (moves.some(({ from, to }) => to === undefined && from >= 0 && isChanged(from)))
      kept = before.map(copyOf);
    const data = dataOf(leg, before);
    if (!callHook(hook, data, model, plan, run)) return undefined;
    const answer = valuesIn(leg, data, before);
    if (answer === undefined) return undefined;
    values = answer;
  }
  const moved: unknown[] = [];
  for (const { from, value, convert, to } of moves) {
    const wire = from < 0 ? copyData(value) : values[from];
    const next = convert === undefined ? wire : convert(wire, run);
    if (next === NOT_MINE) return undefined;
    if (to !== undefined) moved.push(next);
    const isGone = to === undefined || next === undefined;
    if (hook === undefined || !isGone || from < 0 || !isChanged(from)) continue;
    if (before[from] === undefined && !renames) continue;
    if (kept === undefined || wroteAnything(kept, values)) return undefined;
  }
  return moved;
}

function wroteAnything(kept: readonly unknown[], values: readonly unknown[]): boolean {
  return values.some((value, place) => !sameData(kept[place], value));
}

function copyOf(value: unknown): unknown {
  return value instanceof Children ? value : copyData(value);
}

/** The data that a hook is given. */
function dataOf({ names }: Leg, values: readonly unknown[]): Record<string, unknown> {
  const data: Record<string, unknown> = {};
  for (let place = 0; place < names.length; place++) {
    const name = names[place] as string;
    const value = values[place];
    if (value instanceof Children) Object.defineProperty(data, name, HIDDEN);
    else if (value !== undefined) setMember(data, name, value);
  }
  return data;
}

function callHook(
  { at, turn, fallback }: HookCall,
  data: Record<string, unknown>,
  model: Model,
  plan: Plan,
  run: Run,
): boolean {
  const { manifest, context } = run;
  const outer = touched;
  touched = false;
  try {
    const answer: unknown = turn(
      data,
      hookContext(model, plan, { data, version: at, manifest, context, resolved: fallback }),
    );
    if (answer !== undefined) ignore(answer);
    return answer === undefined && !touched;
  } finally {
    touched = outer;
  }
}

/**
 * What a hook left in its data, by the names of the leg. `undefined` where names stand in another order than those of the leg, which
 * is that in which they are written, or where something stands in the place of children.
 */
function valuesIn(
  { names, written, nests }: Leg,
  data: Readonly<Record<string, unknown>>,
  before: readonly unknown[],
): unknown[] | undefined {
  const values: unknown[] = names.map(() => undefined);
  let place = 0;
  for (const key of Object.keys(data)) {
    while (place < names.length && names[place] !== key) place += 1;
    if (place === names.length) return undefined;
    const held = before[place];
    // A field that was not there, and that an older reader knows, comes last: as it does in the data.
    if (held === undefined && !written.has(key)) return undefined;
    if (held instanceof Children) {
      if (Object.getOwnPropertyDescriptor(data, key)?.get !== touch) return undefined;
      values[place] = held;
    } else {
      values[place] = data[key];
      if (nests.has(key) && values[place] !== held) return undefined;
    }
  }
  return values;
}
