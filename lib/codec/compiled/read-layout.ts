import type { FieldType } from '../../field/field-type.js';
import type { Json } from '../../field/json.js';
import type { ObjectType } from '../../field/object-type.js';
import { type Plan, planFor } from '../../history/plan.js';
import { type ShapeField, shapeAt } from '../../history/shape.js';
import type { Model } from '../../model/model.js';
import type { Version } from '../../version/version.js';
import { type Conversion, conversionOf } from './convert.js';
import { type Leg, legsOf } from './legs.js';
import { type Route, routesOf } from './route.js';
import { levelsOf, readerOf, type TypeReader } from './type-code.js';

/** The reader of the objects in a field. */
export interface ChildReader extends TypeReader {
  readonly versionKey: string;
  readonly version: string;
  /** What reads an object of the newest version, where no subclass may stand in its place. */
  readonly newest: TypeReader | undefined;
}

/** A field of the shape that a payload claims: how it is checked, and where it goes. */
export interface ReadField {
  readonly shape: ShapeField;
  readonly wire: string;
  readonly type: FieldType;
  readonly optional: boolean;
  readonly nullable: boolean;
  /** Whether objects stand in it. */
  readonly nests: boolean;
  readonly reader: TypeReader;
  /** Whether a value fits, where it is read as it stands: asked without a way round through the reader. */
  readonly fits: ((wire: unknown) => boolean) | undefined;
  /** The same for a string, where only strings fit. */
  readonly matches: ((text: string) => boolean) | undefined;
  /** Whether such a value is a text that may be too long, or no Unicode. */
  readonly isText: boolean;
  readonly property: string;
  /** The place of its value among those of the instance; -1 for one that stays behind. */
  readonly slot: number;
  readonly convert: Conversion | undefined;
}

/** A field of the instance. */
export interface ReadSlot {
  readonly property: string;
  readonly wire: string;
  readonly type: FieldType;
  readonly optional: boolean;
  readonly reader: TypeReader;
  /** The wire value where nothing in the payload becomes this field. */
  readonly fill: Json | undefined;
}

/** All that there is to know to read a model's payloads of one version: what both tiers work from. */
export interface ReadLayout {
  readonly model: Model;
  readonly version: Version;
  /** Whether the payload's data are what the instance was read from, as they stand. */
  readonly newest: boolean;
  readonly fields: readonly ReadField[];
  readonly slots: readonly ReadSlot[];
  /** The wire names that changed on the way up, in the order of the changes. */
  readonly renames: readonly ReadonlyMap<string, string>[];
  /** How many levels below its envelope the deepest container can stand. */
  readonly levels: number;
  readonly children: (type: ObjectType) => ChildReader;
}

/** A layout of payloads whose values take the way to the instance only in part: hooks stand between. */
export interface HookedReadLayout extends ReadLayout {
  readonly plan: Plan;
  readonly legs: readonly Leg[];
}

/** The layout of a model at a version; `undefined` where it has no compiled form. */
export function readLayout(
  model: Model,
  version: Version,
  children: (type: ObjectType) => ChildReader,
): ReadLayout | HookedReadLayout | undefined {
  const shape = shapeAt(model, version);
  const newest = shapeAt(model, model.version);
  const isNewest = version.equals(model.version);
  const plan = isNewest ? undefined : planFor(model, version, model.version);
  const reader = (type: FieldType): TypeReader | undefined => readerOf(type, children);
  const straight = plan === undefined ? staying(newest.fields) : routesOf(model, plan, shape);
  const legs = plan === undefined || straight !== undefined ? undefined : legsOf(model, plan, shape, reader);
  const routes = straight ?? (legs === undefined ? undefined : shape.fields.map(goingNowhere));
  if (routes === undefined) return undefined;
  const byFrom = new Map(routes.map((route) => [route.from, route]));
  const byTo = new Map(routes.map((route) => [route.to, route]));
  const fields: ReadField[] = [];
  for (const field of shape.fields) {
    const { wire, type, optional } = field;
    const route = byFrom.get(wire) as Route;
    const read = reader(type);
    const convert = route.stops.length === 0 ? undefined : conversionOf(route.stops, reader);
    if (read === undefined || (convert === undefined && route.stops.length > 0)) return undefined;
    const slot = newest.fields.findIndex((other) => other.wire === route.to);
    const nests = type.nest !== undefined;
    const { nullable, scalar } = type;
    const fits = scalar?.turn === undefined ? scalar?.fits : undefined;
    const matches = scalar?.matches;
    const isText = scalar?.writes === 'text';
    fields.push({
      shape: field,
      wire,
      property: field.property,
      type,
      optional,
      nullable,
      nests,
      reader: read,
      fits,
      matches,
      isText,
      slot,
      convert,
    });
  }
  const slots: ReadSlot[] = [];
  for (const { property, wire, type, optional } of newest.fields) {
    const read = reader(type);
    if (read === undefined) return undefined;
    slots.push({ property, wire, type, optional, reader: read, fill: byTo.get(wire)?.value });
  }
  const renames = (plan?.steps ?? []).flatMap((step) => (step.do === 'rename' ? [new Map(step.names)] : []));
  const levels = Math.max(
    0,
    ...shape.fields.map(({ type }) => (levelsOf(type) === 0 ? 0 : 1 + levelsOf(type))),
  );
  const layout = { model, version, newest: isNewest, fields, slots, renames, levels, children };
  return legs === undefined || plan === undefined ? layout : { ...layout, plan, legs };
}

/** What becomes of a field its legs tell. */
function goingNowhere({ wire }: ShapeField): Route {
  return { from: wire, value: undefined, stops: [], to: undefined };
}

function staying(fields: readonly ShapeField[]): readonly Route[] {
  return fields.map(({ wire }) => ({ from: wire, value: undefined, stops: [], to: wire }));
}
