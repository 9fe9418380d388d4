import type { FieldType } from '../../field/field-type.js';
import { copyData, type Json, sameData } from '../../field/json.js';
import type { Plan, Step } from '../../history/plan.js';
import { type Shape, type ShapeField, shapeAt } from '../../history/shape.js';
import type { Model } from '../../model/model.js';
import { Version } from '../../version/version.js';
import { DROPPED } from '../engine/dropped.js';
import { optionsOf, replaceValues, retypeIn } from '../engine/interpret.js';

/** One thing that a plan does to the wire value of a field on its way. */
export type Stop =
  | { readonly do: 'turn'; readonly turn: (wire: unknown) => unknown }
  | { readonly do: 'check'; readonly type: FieldType }
  /** The field goes here, and may only go if it is unset or has this value. */
  | { readonly do: 'refuse'; readonly absent: Json | undefined }
  /** Nothing may have come to stand here. */
  | { readonly do: 'none' };

/** The way of one value through a plan: from a field of the first shape, or from a constant, to a field of the last or to nowhere. */
export interface Route {
  /** The wire name in the first shape. */
  readonly from: string | undefined;
  readonly value: Json | undefined;
  readonly stops: readonly Stop[];
  /** The wire name in the last shape; `undefined` where the value stays behind. */
  readonly to: string | undefined;
}

/** A route that is not at its end yet, by the name that its value has so far. */
export interface Way {
  readonly from: string | undefined;
  readonly value: Json | undefined;
  /** The type of a value that holds objects. */
  readonly nest: FieldType | undefined;
  readonly stops: Stop[];
}

/** The beginning of a way; `nest` is the type of a value that holds objects. */
export function wayFrom(name: string, nest: FieldType | undefined): Way {
  return { from: name, value: undefined, nest, stops: [] };
}

/** The ways of a shape's fields. */
export function waysFrom(fields: readonly ShapeField[]): Map<string, Way> {
  return new Map(
    fields.map(({ wire, type }) => [wire, wayFrom(wire, type.nest === undefined ? undefined : type)]),
  );
}

/**
 * A plan as the ways of its fields, for those plans whose steps each change one field and look at no other. They come in the order
 * in which the fields stand in the resulting data; those that lead nowhere come last.
 *
 * `undefined` for a plan with a hook, a computed step, or a step whose effect on the order or on children depends on the data:
 * such a plan may still have legs that can be followed; otherwise it is run as it is.
 */
export function routesOf(model: Model, plan: Plan, first: Shape): readonly Route[] | undefined {
  const ways = waysFrom(first.fields);
  const routes = follow(plan.steps, ways, model, plan);
  if (routes === undefined) return undefined;
  const last = shapeAt(model, Version.parse(plan.to));
  for (const [wire, { from }] of ways) {
    const type = last.byWire.get(wire)?.type;
    if (type === undefined || (from === undefined && type.nest !== undefined)) return undefined;
  }
  return routes;
}

/**
 * Where ways lead over steps: the routes in the order in which the fields stand in the resulting data, those that lead nowhere last.
 * The ways are moved on. `undefined` for steps that cannot be followed.
 */
export function follow(
  steps: readonly Step[],
  ways: Map<string, Way>,
  model: Model,
  plan: Plan,
): readonly Route[] | undefined {
  const gone: Route[] = [];
  for (const step of steps) if (!followStep(step, ways, gone, model, plan)) return undefined;
  return [...[...ways].map(([to, { from, value, stops }]) => ({ from, value, stops, to })), ...gone];
}

function followStep(step: Step, ways: Map<string, Way>, gone: Route[], model: Model, plan: Plan): boolean {
  switch (step.do) {
    case 'hook':
      return false;
    case 'values': {
      const way = ways.get(step.field);
      if (way?.nest !== undefined) return false;
      way?.stops.push({ do: 'turn', turn: (wire) => replaced(step, wire) });
      return true;
    }
    case 'retype': {
      const way = ways.get(step.field);
      const turn = retypeIn(model, plan.direction, step);
      if (way?.nest !== undefined || turn === undefined) return way === undefined;
      way?.stops.push({ do: 'turn', turn: (wire) => (wire === null ? null : turn(copyData(wire))) });
      return true;
    }
    case 'rename': {
      const taken = step.names.map(([from, to]) => [to, ways.get(from)] as const);
      for (const [from] of step.names) ways.delete(from);
      for (const [to, way] of taken) {
        if (way === undefined) continue;
        if (ways.has(to)) return false;
        ways.set(to, way);
      }
      return true;
    }
    case 'drop': {
      const way = ways.get(step.field);
      const { down } = optionsOf(model, step.field, step.at, 'newer');
      if (typeof down === 'function') return false;
      if (way === undefined) return true;
      if (step.refuse === true) {
        if (way.nest !== undefined) return false;
        way.stops.push({ do: 'refuse', absent: step.absent });
      }
      ways.delete(step.field);
      gone.push({ from: way.from, value: way.value, stops: way.stops, to: undefined });
      return true;
    }
    case 'fill':
      if (step.computed === true || ways.has(step.field)) return false;
      ways.set(step.field, { from: undefined, value: step.value, nest: undefined, stops: [] });
      return true;
    case 'check': {
      const { byWire } = shapeAt(model, Version.parse(step.version));
      if (step.fields === 'all') {
        for (const [name, way] of ways) if (!checkAtEnd(way, byWire.get(name)?.type)) return false;
        return true;
      }
      for (const name of step.fields) {
        const way = ways.get(name);
        const type = byWire.get(name)?.type;
        if (way === undefined) continue;
        // A constant that stands for an object, or an object whose list is limited, is checked where children are known.
        if (way.nest !== undefined || type === undefined || type.nest !== undefined) return false;
        way.stops.push({ do: 'check', type });
      }
      return true;
    }
  }
}

/** Checks the value of a way in a shape of which everything is checked. Objects were checked where they are written. */
function checkAtEnd({ nest, stops }: Way, type: FieldType | undefined): boolean {
  if (nest !== undefined) return type !== undefined && isDeclaredAlike(nest, type);
  if (type?.nest !== undefined) return false;
  stops.push(type === undefined ? { do: 'none' } : { do: 'check', type });
  return true;
}

function isDeclaredAlike(one: FieldType, other: FieldType): boolean {
  return one.nullable === other.nullable && sameData(one.spec(), other.spec());
}

function replaced(step: Extract<Step, { do: 'values' }>, wire: unknown): unknown {
  const value = replaceValues(step, wire, 0);
  return value === DROPPED ? undefined : value;
}

/** Whether a value may stay behind where its field refuses to be dropped. */
export function mayGo(wire: unknown, absent: Json | undefined): boolean {
  return absent !== undefined && sameData(wire, absent);
}
