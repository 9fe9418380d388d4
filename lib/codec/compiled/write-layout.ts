import type { ScalarForm } from '../../field/scalar-form.js';
import type { FieldType } from '../../field/field-type.js';
import type { ObjectType } from '../../field/object-type.js';
import type { StateType } from '../../field/state-machine-type.js';
import { type Plan, planFor } from '../../history/plan.js';
import { shapeAt } from '../../history/shape.js';
import type { Model } from '../../model/model.js';
import type { Version } from '../../version/version.js';
import { type Conversion, conversionOf, NOT_MINE } from './convert.js';
import { type Route, routesOf } from './route.js';
import { type Leg, legsOf } from './legs.js';
import { LONGEST_FORMAT, Run } from './run.js';
import { quoting } from './scalar-code.js';
import { levelsOf, readerOf, type TypeReader, type TypeWriter, writerOf } from './type-code.js';

/** The writer of the objects in a field. */
export interface ChildWriter {
  readonly write: TypeWriter;
  /** What the instances have as prototype that `direct` may be given at once. */
  readonly prototype: object;
  readonly direct: { readonly write: TypeWriter } | undefined;
}

/** Makes the writer of a field's objects: `type` is what the newest shape says, `at` what the written one says, where it has the field. */
export type ChildWriters = (
  type: ObjectType,
  at: { readonly field: string; readonly type: ObjectType } | undefined,
) => ChildWriter;

/** A field of the instance: how it is checked and written, and where it goes. */
export interface WriteField {
  readonly property: string;
  readonly wire: string;
  readonly type: FieldType;
  readonly scalar: ScalarForm | undefined;
  readonly nullable: boolean;
  readonly optional: boolean;
  readonly readOnly: boolean;
  readonly state: StateType | undefined;
  readonly write: TypeWriter;
  readonly children: (type: ObjectType) => ChildWriter;
  readonly convert: Conversion | undefined;
  /** The place of its value among the members of the data; -1 for one that stays behind. */
  readonly place: number;
}

/** A member of the data, in the order in which they are written. */
export interface WriteMember {
  readonly name: string;
  /** The JSON of a wire value that a conversion made. */
  readonly text: (wire: unknown) => string | undefined;
  /** What is written where no field becomes this member. */
  readonly constant: string | undefined;
}

/** All that there is to know to write a model's objects at one version: what both tiers work from. */
export interface WriteLayout {
  readonly model: Model;
  readonly version: string;
  readonly fields: readonly WriteField[];
  readonly members: readonly WriteMember[];
  readonly levels: number;
}

/** A layout of an object whose values take the way of their fields only in part: hooks stand between. */
export interface HookedWriteLayout extends WriteLayout {
  readonly plan: Plan;
  readonly legs: readonly Leg[];
}

/** The layout of a model at a version; `undefined` where it has no compiled form. */
export function writeLayout(
  model: Model,
  version: Version,
  children: ChildWriters,
  reader: (type: ObjectType) => TypeReader,
): WriteLayout | HookedWriteLayout | undefined {
  const newest = shapeAt(model, model.version);
  const shape = shapeAt(model, version);
  const plan = version.equals(model.version) ? undefined : planFor(model, model.version, version);
  const straight = plan === undefined ? newest.fields.map(staying) : routesOf(model, plan, newest);
  const legs =
    plan === undefined || straight !== undefined
      ? undefined
      : legsOf(model, plan, newest, (type) => readerOf(type, reader));
  const routes = straight ?? (legs === undefined ? undefined : throughLegs(legs, newest.fields));
  if (routes === undefined) return undefined;
  const convert = (route: Route | undefined): Conversion | undefined =>
    route === undefined || route.stops.length === 0
      ? undefined
      : conversionOf(route.stops, (type) => readerOf(type, reader));
  const members: WriteMember[] = [];
  for (const { to, from, value, stops } of routes) {
    const type = to === undefined ? undefined : shape.byWire.get(to)?.type;
    if (to === undefined || type === undefined) continue;
    const text = textOf(type);
    if (from !== undefined || legs !== undefined) members.push({ name: to, text, constant: undefined });
    else {
      const made = stops.length === 0 ? value : convert({ to, from, value, stops })?.(value, lenient);
      const constant = made === NOT_MINE || made === undefined ? undefined : jsonOf(made, type, text);
      if (constant === undefined || constant.length > LONGEST_FORMAT) return undefined;
      members.push({ name: to, text, constant });
    }
  }
  const renames = (plan?.steps ?? []).flatMap((step) => (step.do === 'rename' ? [new Map(step.names)] : []));
  const place = (name: string | undefined): number => members.findIndex((member) => member.name === name);
  // A name that a field had, and another has now: which of them changed cannot be told by the field alone.
  const isReused = ({ wire }: { readonly wire: string }): boolean => {
    const carries = place(renames.reduce((now, names) => names.get(now) ?? now, wire));
    return carries >= 0 && carries !== place(routes.find((route) => route.from === wire)?.to);
  };
  if (plan !== undefined && newest.fields.some(isReused)) return undefined;
  const fields: WriteField[] = [];
  for (const { property, wire, type, optional, definition } of newest.fields) {
    const route = routes.find((one) => one.from === wire) as Route;
    const older = route.to === undefined ? undefined : shape.byWire.get(route.to)?.type;
    const field = route.to;
    const objects = (object: ObjectType): ChildWriter =>
      children(object, field === undefined ? undefined : { field, type: objectIn(older) ?? object });
    const write = writerOf(type, (object) => objects(object).write);
    const conversion = convert(route);
    if (write === undefined || (conversion === undefined && route.stops.length > 0)) return undefined;
    fields.push({
      property, wire, type, scalar: type.scalar, nullable: type.nullable, optional, write, children: objects, convert: conversion,
      readOnly: definition.options.readOnly === true,
      state: type.kind === 'state' ? (type as StateType) : undefined,
      place: place(route.to),
    }); // prettier-ignore
  }
  const levels = Math.max(0, ...newest.fields.map(({ type }) => levelsOf(type)));
  const layout = { model, version: version.text, fields, members, levels };
  return legs === undefined || plan === undefined ? layout : { ...layout, plan, legs };
}

const lenient = new Run(undefined, true, false);

/** Where the values of fields end up, if the hooks leave them where they are; what is done to them on the way the legs tell. */
function throughLegs(legs: readonly Leg[], fields: readonly { readonly wire: string }[]): readonly Route[] {
  let froms: (string | undefined)[] = fields.map(({ wire }) => wire);
  const gone: Route[] = [];
  const route = (from: string | undefined, to: string | undefined): Route => ({
    from,
    value: undefined,
    stops: [],
    to,
  });
  let last: (string | undefined)[] = [];
  for (const { moves } of legs) {
    for (const { from, to } of moves) if (to === undefined) gone.push(route(froms[from], undefined));
    const on = moves.filter(({ to }) => to !== undefined);
    froms = on.map(({ from }) => froms[from]);
    last = on.map(({ to }) => to);
  }
  return [...last.map((to, place) => route(froms[place], to)), ...gone];
}

function staying({ wire }: { readonly wire: string }): Route {
  return { from: wire, value: undefined, stops: [], to: wire };
}

function objectIn(type: FieldType | undefined): ObjectType | undefined {
  for (let next = type; next !== undefined; next = next.element)
    if (next.kind === 'object') return next as ObjectType;
  return undefined;
}

/** Writes wire values of a type that were checked. */
function textOf({ scalar }: FieldType): (wire: unknown) => string | undefined {
  const quote = scalar === undefined ? undefined : quoting(scalar.writes);
  return (wire) => (wire === null || quote === undefined ? JSON.stringify(wire) : quote(wire));
}

function jsonOf(
  wire: unknown,
  { nest }: FieldType,
  text: (wire: unknown) => string | undefined,
): string | undefined {
  return nest === undefined ? text(wire) : undefined;
}

/** The wire value behind an instance's value that was written. */
export function wireOf(scalar: ScalarForm | undefined, value: unknown, json: string): unknown {
  if (value === null || scalar === undefined) return JSON.parse(json) as unknown;
  if (scalar.turn !== undefined) return scalar.turn.toWire(value);
  return Object.is(value, -0) ? 0 : value;
}
