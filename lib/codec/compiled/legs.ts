import type { FieldType } from '../../field/field-type.js';
import type { Json } from '../../field/json.js';
import type { Plan, Step } from '../../history/plan.js';
import { type Shape, shapeAt, shapeBefore } from '../../history/shape.js';
import type { Hook, HookFunction } from '../../model/hooks.js';
import type { Model } from '../../model/model.js';
import { Version } from '../../version/version.js';
import { type Conversion, conversionOf } from './convert.js';
import { follow, type Way, wayFrom, waysFrom } from './route.js';
import type { TypeReader } from './type-code.js';

/** A hook that looks nothing up. */
export interface HookCall {
  readonly at: string;
  readonly turn: HookFunction;
  readonly fallback: unknown;
}

/** Where a value goes in a leg. */
export interface Move {
  /** Its place among the names of the leg; -1 for a constant. */
  readonly from: number;
  readonly value: Json | undefined;
  readonly convert: Conversion | undefined;
  /** `undefined` where it stays behind. */
  readonly to: string | undefined;
}

/** A part of a plan: a hook, unless it is the first, and the steps behind it up to the next one. */
export interface Leg {
  readonly hook: HookCall | undefined;
  /** The names that the data have before the hook, in their order, then those that only a hook can have written. */
  readonly names: readonly string[];
  /** Those that only a hook can have written. */
  readonly written: ReadonlySet<string>;
  /** The names under which objects stand. */
  readonly nests: ReadonlySet<string>;
  readonly moves: readonly Move[];
  /** Whether some of the moves are renames, after which a name says less of where a value comes from. */
  readonly renames: boolean;
}

/** A plan as legs; `undefined` for one with a hook that looks something up, or with steps that cannot be followed. */
export function legsOf(
  model: Model,
  plan: Plan,
  first: Shape,
  reader: (type: FieldType) => TypeReader | undefined,
): readonly Leg[] | undefined {
  const legs: Leg[] = [];
  let ways = waysFrom(first.fields);
  for (const steps of partsOf(plan.steps)) {
    const [hookStep] = steps;
    const hook = hookStep?.do === 'hook' ? callOf(model, plan, hookStep) : undefined;
    if (hookStep?.do === 'hook' && hook === undefined) return undefined;
    const rest = hook === undefined ? steps : steps.slice(1);
    const written = hook === undefined ? new Map<string, Way>() : writable(model, hook, plan, ways, rest);
    for (const [name, way] of written) ways.set(name, way);
    const names = [...ways.keys()];
    const next = new Map([...ways].map(([name, { nest }]) => [name, wayFrom(name, nest)]));
    const routes = follow(rest, next, model, plan);
    if (routes === undefined) return undefined;
    const moves: Move[] = [];
    for (const { from, value, stops, to } of routes) {
      const convert = stops.length === 0 ? undefined : conversionOf(stops, reader);
      if (convert === undefined && stops.length > 0) return undefined;
      moves.push({ from: from === undefined ? -1 : names.indexOf(from), value, convert, to });
    }
    const renames = rest.some((step) => step.do === 'rename');
    const nests = new Set(names.filter((name) => ways.get(name)?.nest !== undefined));
    legs.push({ hook, names, written: new Set(written.keys()), nests, moves, renames });
    ways = next;
  }
  return legs;
}

/** The steps before the first hook, and each hook with those behind it. */
function partsOf(steps: readonly Step[]): readonly (readonly Step[])[] {
  const starts = steps.flatMap((step, index) => (step.do === 'hook' ? [index] : []));
  return [0, ...starts].map((start, index) => steps.slice(start, starts[index] ?? steps.length));
}

function callOf(
  model: Model,
  { direction }: Plan,
  step: Extract<Step, { do: 'hook' }>,
): HookCall | undefined {
  const hook: Hook | undefined = model.hooks.find(
    ({ object, version }) => object === step.object && version === step.version,
  )?.hook;
  const turn = hook?.[direction];
  if (hook === undefined || turn === undefined || hook.needs !== undefined) return undefined;
  return { at: step.at, turn, fallback: hook.fallback };
}

/** The fields of the shape behind a hook's version that no step makes: it is for the hook to write them. */
function writable(
  model: Model,
  { at }: HookCall,
  { direction }: Plan,
  ways: ReadonlyMap<string, Way>,
  steps: readonly Step[],
): Map<string, Way> {
  const made = new Set(
    steps.flatMap((step) => {
      if (step.do === 'rename') return step.names.map(([, to]) => to);
      return step.do === 'fill' ? [step.field] : [];
    }),
  );
  const version = Version.parse(at);
  const behind = direction === 'down' ? shapeBefore(model, version) : shapeAt(model, version);
  const fields = behind.fields.filter(
    ({ wire, type }) => type.nest === undefined && !ways.has(wire) && !made.has(wire),
  );
  return waysFrom(fields);
}

/** For the names of each leg, and for those after the last, the places that their values had at first; -1 for what steps and hooks make. */
export function originsOf(legs: readonly Leg[]): readonly (readonly number[])[] {
  const all: number[][] = [];
  let origins = (legs[0] as Leg).names.map((_name, place) => place);
  for (const { names, moves } of legs) {
    const here = names.map((_name, place) => origins[place] ?? -1);
    all.push(here);
    origins = moves.flatMap(({ from, to }) => (to === undefined ? [] : [here[from] ?? -1]));
  }
  return [...all, origins];
}

/** The names that the data have after the last leg. */
export function namesAfter(legs: readonly Leg[]): readonly string[] {
  return (legs.at(-1) as Leg).moves.flatMap(({ to }) => (to === undefined ? [] : [to]));
}
