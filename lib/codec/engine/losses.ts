import { isBacklevelError } from '../../errors/backlevel-error.js';
import type { Loss } from '../../errors/backport-errors.js';
import { pointerOf } from '../../errors/fault.js';
import type { FieldType } from '../../field/field-type.js';
import type { ObjectType } from '../../field/object-type.js';
import { isRecord, sameData } from '../../field/json.js';
import { historyOf, type VersionChanges } from '../../history/changes.js';
import { childModel, modelOfReference } from '../../history/references.js';
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
  const written = new WeakMap<object, Version>();
  noteVersions(model, lowered, written);
  try {
    raise(model, lowered, Version.parse(original.version), work);
  } catch (cause) {
    if (cause === PENDING || !isBacklevelError(cause)) throw cause;
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
  const losses: Loss[] = [];
  compareNodes({ model, before: original, after: lowered, path: [], declared: () => false, written, losses });
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
  /** The version at which each node was written. */
  readonly written: WeakMap<object, Version>;
  readonly losses: Loss[];
}

function noteVersions(model: Model, node: ObjectNode, written: WeakMap<object, Version>): void {
  const version = Version.parse(node.version);
  written.set(node, version);
  for (const { wire, type } of shapeAt(model, version).fields) {
    mapObjects(type, node.data[wire], [], (child, childType) => {
      noteVersions(
        modelOfNode(child as ObjectNode, childType as ObjectType, model),
        child as ObjectNode,
        written,
      );
      return child;
    });
  }
}

function compareNodes(comparison: Comparison): void {
  const { model, before, after, path, written } = comparison;
  const high = Version.parse(before.version);
  const low = written.get(after) ?? high;
  const own = declaredPaths(model, low, high);
  const declared = (at: Path): boolean =>
    own.some((declaredPath) => covers(declaredPath, at.slice(path.length))) || comparison.declared(at);
  for (const { wire, type, sensitive } of shapeAt(model, high).fields) {
    const from = before.data[wire];
    if (from === undefined) continue;
    compareValues(type, from, after.data[wire], [...path, wire], {
      lost: (at, was, is) => {
        const kind = kindOf(model, wire, is, low, high);
        const hide = (value: unknown): unknown => (sensitive && value !== undefined ? '<sensitive>' : value);
        const covered = declared(at) || (is === undefined && (kind === 'dropped' || kind === 'child'));
        comparison.losses.push({
          path: pointerOf(at),
          kind,
          object: model.name,
          from: hide(was),
          to: hide(is),
          declared: covered,
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
        });
      },
    });
  }
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
    visit.lost(path, element === undefined ? (from as ObjectNode).name : sizeOf(from), undefined);
  } else if (element === undefined) {
    const [before, after] = [from as ObjectNode, to as ObjectNode];
    if (before.name === after.name) visit.child(before, after, type as ObjectType, path);
    else visit.lost(path, before.name, after.name);
  } else if (Array.isArray(from) && Array.isArray(to) && from.length === to.length) {
    for (const [index, item] of from.entries())
      compareValues(element, item, to[index], [...path, index], visit);
  } else if (isRecord(from) && isRecord(to)) {
    for (const key of Object.keys(from))
      compareValues(element, from[key], Object.hasOwn(to, key) ? to[key] : undefined, [...path, key], visit);
  } else {
    visit.lost(path, sizeOf(from), sizeOf(to));
  }
}

function sizeOf(value: unknown): string {
  return Array.isArray(value) ? `${value.length} items` : 'a dict';
}

function modelOfNode(node: ObjectNode, type: ObjectType, parent: Model): Model {
  return childModel(type, parent, node.name, node.namespace) ?? modelOfReference(type, parent);
}

/** Which change lost a field, followed back through its names: the newest that touches it, a hook only where nothing else does. */
function kindOf(model: Model, wire: string, is: unknown, low: Version, high: Version): Loss['kind'] {
  let name = wire;
  let hooked = false;
  for (const { changes } of crossed(model, low, high)) {
    for (const change of changes) {
      if (change.kind === 'hook') {
        hooked = true;
        continue;
      }
      if (change.field !== name) continue;
      if (change.kind === 'added') return is === undefined ? 'dropped' : 'hook';
      if (change.kind === 'values') return is === undefined ? 'dropped' : 'replaced';
      if (change.kind === 'retyped') return 'retyped';
    }
    const renamed = changes.find((change) => change.kind === 'renamed' && change.field === name);
    if (renamed?.kind === 'renamed') name = renamed.from;
  }
  return hooked ? 'hook' : 'child';
}

function crossed(model: Model, low: Version, high: Version): VersionChanges[] {
  return historyOf(model)
    .filter(({ version }) => low.olderThan(version) && high.atLeast(version))
    .toReversed();
}

/** The paths that hooks, fallbacks and retypes between two versions declare as lost. */
function declaredPaths(model: Model, low: Version, high: Version): string[][] {
  const paths: string[] = [];
  for (const { version, changes } of crossed(model, low, high)) {
    const shape = shapeAt(model, version);
    for (const change of changes) {
      if (change.kind === 'values') paths.push(...change.revision.loses);
      if (change.kind === 'hook')
        paths.push(
          ...(model.hooks.find((hook) => hook.at.equals(version) && hook.object === change.object)?.hook
            .loses ?? []),
        );
      if (change.kind === 'added')
        paths.push(...(shape.byWire.get(change.field)?.definition.options.loses ?? []));
      if (change.kind === 'retyped') {
        const retyped = shape.byWire.get(change.field)?.definition.options.retyped ?? [];
        paths.push(
          ...retyped
            .filter((entry) => Version.parse(entry.in).equals(version))
            .flatMap((entry) => entry.loses ?? []),
        );
      }
    }
  }
  return paths.map((path) => path.split(/[./]/).filter((part) => part !== ''));
}

function covers(declared: readonly string[], path: Path): boolean {
  return (
    declared.length <= path.length &&
    declared.every((part, index) => part === '*' || part === String(path[index]))
  );
}
