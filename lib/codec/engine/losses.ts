import { isBacklevelError } from '../../errors/backlevel-error.js';
import type { Loss } from '../../errors/backport-errors.js';
import { pointerOf } from '../../errors/fault.js';
import type { FieldType } from '../../field/field-type.js';
import type { ObjectType } from '../../field/object-type.js';
import { isRecord, sameData } from '../../field/json.js';
import type { Revision } from '../../field/revision.js';
import { declaredLosses, type Fate, fateOf } from '../../history/fate.js';
import { childModel, modelOfReference, objectTypeIn } from '../../history/references.js';
import { shapeAt } from '../../history/shape.js';
import type { Model } from '../../model/model.js';
import { Version } from '../../version/version.js';
import { raise } from './convert.js';
import { PENDING } from './lookups.js';
import { mapObjects, type ObjectNode } from './node.js';
import type { Work } from './work.js';

/**
 * What a backport could not carry: the values of `original` that are not there any more once `lowered` is read again and
 * brought back up. So a value that a hook moved elsewhere and moves back is no loss, and one that nobody declared is found.
 * `lowered` is used up.
 */
export function lossesOf(model: Model, original: ObjectNode, lowered: ObjectNode, work: Work): Loss[] {
  noteVersions(model, lowered);
  const missing = missingFields(model, original, lowered);
  try {
    raise(model, lowered, Version.parse(original.version), work);
  } catch (cause) {
    if (cause === PENDING || !isBacklevelError(cause)) throw cause;
    // Whether anything was lost is only known once the look-up is done.
    if (cause.code === 'BACKLEVEL_NEEDS_ASYNC') throw cause;
    // What was written cannot be read back: everything that the way down touched may be lost, and nobody said so.
    return [
      {
        path: '',
        kind: 'one-way',
        object: model.name,
        from: original.version,
        to: cause.message,
        declared: false,
      },
    ];
  }
  const losses = missing;
  compareNodes({
    model,
    before: original,
    after: lowered,
    path: [],
    declared: () => false,
    losses,
    outer: 'child',
    sensitive: false,
  });
  return losses;
}

type Path = readonly (string | number)[];

/** Two states of one object, and what its parents say of losses in it. */
interface Comparison {
  readonly model: Model;
  readonly before: ObjectNode;
  readonly after: ObjectNode;
  readonly path: Path;
  readonly declared: (path: Path) => boolean;
  readonly losses: Loss[];
  /** What lost a value that no change of its own object touched. */
  readonly outer: Loss['kind'];
  /** Whether a field around the object is sensitive. */
  readonly sensitive: boolean;
}

/**
 * What the reader must have and does not get: fields that the newer version no longer has, and that neither a hook nor `fill` made.
 * An object that itself lacks something is a partial one; its reader expects that.
 */
function missingFields(model: Model, original: ObjectNode, lowered: ObjectNode): Loss[] {
  const newer = shapeAt(model, Version.parse(original.version));
  if (newer.fields.some((field) => !field.optional && original.data[field.wire] === undefined)) return [];
  const properties = new Set(newer.fields.map((field) => field.property));
  return shapeAt(model, Version.parse(lowered.version))
    .fields.filter(
      (field) => !field.optional && !properties.has(field.property) && lowered.data[field.wire] === undefined,
    )
    .map(({ wire }) => ({
      path: pointerOf([wire]),
      kind: 'one-way',
      object: model.name,
      from: undefined,
      to: undefined,
      declared: false,
    }));
}

/** Writes down at which version each node stands, before it is brought up; a hook may copy the nodes in its data. */
function noteVersions(model: Model, node: ObjectNode): void {
  node.written = node.version;
  for (const { wire, type } of shapeAt(model, Version.parse(node.version)).fields) {
    mapObjects(type, node.data[wire], [], (object, childType) => {
      const child = object as ObjectNode;
      noteVersions(modelOfNode(child, childType as ObjectType, model), child);
      return child;
    });
  }
}

function compareNodes(comparison: Comparison): void {
  const { model, before, after, path, outer } = comparison;
  const high = Version.parse(before.version);
  const low = Version.parse(after.written ?? before.version);
  const paths = declaredLosses(model, low, high);
  const declared = (at: Path): boolean =>
    paths.some((declaredPath) => covers(declaredPath, at.slice(path.length))) || comparison.declared(at);
  for (const { wire, type, sensitive: own } of shapeAt(model, high).fields) {
    const sensitive = own || comparison.sensitive;
    const from = before.data[wire];
    if (from === undefined) continue;
    const fate = fateOf(model, wire, low, high);
    // A field that the older version does not have comes back as what its absence means: it was dropped all the same.
    const back = after.data[wire];
    const absent = fate.absent !== undefined && (!fate.hooked || sameData(back, fate.absent));
    const dropped = absent && !sameData(from, back);
    compareValues(type, from, dropped ? undefined : back, [...path, wire], {
      lost: (at, was, is) => {
        const kind = kindOf(fate, was, is);
        const hide = (value: unknown): unknown =>
          sensitive && value !== undefined ? '<sensitive>' : shown(type, value);
        comparison.losses.push({
          path: pointerOf(sensitive ? [...path, wire] : at),
          kind: kind === 'child' ? outer : kind,
          object: model.name,
          from: hide(was),
          to: hide(is),
          declared: kind === 'dropped' || declared(at) || (kind === 'child' && dropsChildren(type)),
        });
      },
      child: (was, is, childType, at) => {
        compareNodes({
          ...comparison,
          model: modelOfNode(was, childType, model),
          before: was,
          after: is,
          path: at,
          declared,
          sensitive,
          // What a hook of the parent took apart, that hook lost.
          outer: fate.change?.kind === 'added' ? 'hook' : outer,
        });
      },
    });
  }
}

/** A value as a loss shows it: children by their names, for their data have losses of their own and may be sensitive. */
function shown(type: FieldType, value: unknown): unknown {
  if (type.nest === undefined || !(isRecord(value) || Array.isArray(value))) return value;
  if (Array.isArray(value)) return value.map((item) => shown(type, item));
  if (typeof value['name'] === 'string' && isRecord(value['data'])) return value['name'];
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, shown(type, item)]));
}

interface Visitor {
  readonly lost: (path: Path, from: unknown, to: unknown) => void;
  readonly child: (before: ObjectNode, after: ObjectNode, type: ObjectType, path: Path) => void;
}

function compareValues(type: FieldType, from: unknown, to: unknown, path: Path, visit: Visitor): void {
  const { element } = type;
  if (type.nest === undefined || from === null || to === null) {
    if (!sameData(from, to)) visit.lost(path, from, to);
  } else if (to === undefined) {
    visit.lost(path, from, undefined);
  } else if (element === undefined) {
    const [before, after] = [from as ObjectNode, to as ObjectNode];
    if (before.name === after.name) visit.child(before, after, type as ObjectType, path);
    else visit.lost(path, from, to);
  } else if (Array.isArray(from) && Array.isArray(to) && from.length === to.length) {
    for (const [index, item] of from.entries())
      compareValues(element, item, to[index], [...path, index], visit);
  } else if (isRecord(from) && isRecord(to)) {
    for (const key of Object.keys(from))
      compareValues(element, from[key], Object.hasOwn(to, key) ? to[key] : undefined, [...path, key], visit);
  } else {
    visit.lost(path, from, to);
  }
}

function modelOfNode(node: ObjectNode, type: ObjectType, parent: Model): Model {
  return childModel(type, parent, node.name, node.namespace) ?? modelOfReference(type, parent);
}

/** What lost a value: a hook or a child only where no change of the field itself did. */
function kindOf({ change, hooked }: Fate, from: unknown, to: unknown): Loss['kind'] {
  if (change?.kind === 'added') return to === undefined ? 'dropped' : 'hook';
  if (change?.kind === 'values')
    return to === undefined || isShorter(change.revision, from, to) ? 'dropped' : 'replaced';
  if (change?.kind === 'retyped') return 'retyped';
  return hooked ? 'hook' : 'child';
}

/** Whether values were left out of a list, as the field says they are. */
function isShorter({ drop, dropObjects }: Revision, from: unknown, to: unknown): boolean {
  return drop.length + dropObjects.length > 0 && sizeOf(from) > sizeOf(to);
}

function sizeOf(value: unknown): number {
  if (Array.isArray(value)) return value.length;
  return isRecord(value) ? Object.keys(value).length : 1;
}

/** Whether the field lets go of children that the reader does not know. */
function dropsChildren(type: FieldType): boolean {
  const object = objectTypeIn(type);
  const subclasses = object?.subclasses === true ? {} : (object?.subclasses ?? {});
  return object?.missing === 'drop' || Object.values(subclasses).some((entry) => entry.missing === 'drop');
}

function covers(declared: readonly string[], path: Path): boolean {
  return (
    declared.length <= path.length &&
    declared.every((part, index) => part === '*' || part === String(path[index]))
  );
}
