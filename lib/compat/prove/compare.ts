import { pointerOf } from '../../errors/fault.js';
import { isRecord, sameData } from '../../field/json.js';
import type { FieldType } from '../../field/field-type.js';
import type { ObjectType } from '../../field/object-type.js';
import type { Primitive } from '../../codec/engine/envelope.js';
import { declaredLosses } from '../../history/fate.js';
import { childModel, modelOfReference } from '../../history/references.js';
import { shapeAt } from '../../history/shape.js';
import type { Model } from '../../model/model.js';
import { Version } from '../../version/version.js';

export type Path = readonly (string | number)[];

/** A place where two payloads differ, and whether the history admits it. */
export interface Difference {
  readonly path: string;
  readonly declared: boolean;
}

/** Two payloads of one object at one version, of which the second has been at a newer version in between. */
interface Comparison {
  readonly model: Model;
  /** The version that the object and each of its children had in between. */
  readonly high: (model: Model) => Version | undefined;
  /** Count only what the first has: where it lacks fields, hooks may make them up. */
  readonly partial: boolean;
}

/** Where two payloads of an object differ in their data; which versions the objects in them claim does not count. */
export function differencesOf(before: Primitive, after: Primitive, comparison: Comparison): Difference[] {
  const found: Difference[] = [];
  compareEnvelopes(before, after, comparison, [], () => false, found);
  return found;
}

function compareEnvelopes(
  before: Primitive,
  after: Primitive,
  comparison: Comparison,
  path: Path,
  outer: (path: Path) => boolean,
  found: Difference[],
): void {
  const { model, high, partial } = comparison;
  const { envelope } = model;
  const version = Version.parse(before[envelope.version] as string);
  const [a, b] = [dataOf(before, model), dataOf(after, model)];
  const paths = lossesBelow(model, version, high(model));
  const declared = (at: Path): boolean =>
    outer(at) || paths.some((said) => covers(said, at.slice(path.length)));
  const { byWire } = shapeAt(model, version);
  for (const wire of new Set([...Object.keys(a), ...Object.keys(b)])) {
    const [from, to] = [own(a, wire), own(b, wire)];
    if (from === undefined && (partial || to === undefined)) continue;
    compareValues(byWire.get(wire)?.type, from, to, [...path, wire], {
      differs: (at) => found.push({ path: pointerOf(at), declared: declared(at) }),
      child: (was, is, at, childType) => {
        const name = was[envelope.name];
        const child =
          (typeof name === 'string' ? childModel(childType, model, name) : undefined) ??
          modelOfReference(childType, model);
        if (was[child.envelope.name] !== is[child.envelope.name])
          found.push({ path: pointerOf(at), declared: declared(at) });
        else compareEnvelopes(was, is, { ...comparison, model: child }, at, declared, found);
      },
    });
  }
}

interface Visitor {
  readonly differs: (path: Path) => void;
  readonly child: (before: Primitive, after: Primitive, path: Path, type: ObjectType) => void;
}

function dataOf(payload: Primitive, { envelope }: Model): Record<string, unknown> {
  const data = payload[envelope.data];
  return isRecord(data) ? data : {};
}

function compareValues(
  type: FieldType | undefined,
  from: unknown,
  to: unknown,
  path: Path,
  visit: Visitor,
): void {
  const element = type?.element;
  if (type?.nest === undefined || !isContainer(from) || !isContainer(to)) {
    if (!sameData(from, to)) visit.differs(path);
  } else if (element === undefined) {
    visit.child(from as Primitive, to as Primitive, path, type as ObjectType);
  } else if (Array.isArray(from) && Array.isArray(to)) {
    if (from.length !== to.length) visit.differs(path);
    else
      for (const [index, item] of from.entries())
        compareValues(element, item, to[index], [...path, index], visit);
  } else if (isRecord(from) && isRecord(to)) {
    for (const key of new Set([...Object.keys(from), ...Object.keys(to)]))
      compareValues(element, own(from, key), own(to, key), [...path, key], visit);
  } else {
    visit.differs(path);
  }
}

function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function own(record: Record<string, unknown>, key: string): unknown {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

/**
 * The paths, in names of `low`, that may be lost between the two versions: what the history declares, and fields that went without
 * a hook that could have put them elsewhere.
 */
function lossesBelow(model: Model, low: Version, high: Version | undefined): (readonly string[])[] {
  if (high === undefined) return [];
  const [older, newer] = [shapeAt(model, low), shapeAt(model, high)];
  const declared = declaredLosses(model, low, high).map(([field = '', ...below]) => {
    const property = newer.byWire.get(field)?.property;
    return [older.fields.find((candidate) => candidate.property === property)?.wire ?? field, ...below];
  });
  const kept = new Set(newer.fields.map((field) => field.property));
  const gone = older.fields.filter(({ property, definition }) => {
    const { until } =
      model.retired.find((field) => field.property === property)?.definition.options ?? definition.options;
    const moved = model.hooks.some(
      ({ at, hook }) => until !== undefined && hook.up !== undefined && at.equals(Version.parse(until)),
    );
    return !kept.has(property) && !moved;
  });
  return [...declared, ...gone.map((field) => [field.wire])];
}

/** Whether a declared path, in which `*` stands for any one part, is a path or leads to it. */
export function covers(declared: readonly string[], path: Path): boolean {
  return (
    declared.length <= path.length &&
    declared.every((part, index) => part === '*' || part === String(path[index]))
  );
}
