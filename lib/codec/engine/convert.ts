import { UnsupportedTargetError } from '../../errors/backport-errors.js';
import type { FieldType } from '../../field/field-type.js';
import { childTarget } from '../../history/child-version.js';
import { planFor } from '../../history/plan.js';
import { childModel, modelOfReference } from '../../history/references.js';
import type { Manifest } from '../../history/releases.js';
import { shapeAt } from '../../history/shape.js';
import type { ObjectType } from '../../field/object-type.js';
import type { Model } from '../../model/model.js';
import { Version } from '../../version/version.js';
import { DROPPED } from './dropped.js';
import { type Primitive, sealEnvelope } from './envelope.js';
import { open } from './envelope-children.js';
import { interpret } from './interpret.js';
import { PENDING } from './lookups.js';
import { mapObjects, type ObjectNode } from './node.js';
import type { Work } from './work.js';

/** The tree of an envelope that was checked, as nodes at the versions they claim; unknown fields stay behind. */
export function unwrap(
  model: Model,
  version: Version,
  data: Record<string, unknown>,
  changes: readonly string[] | undefined,
  work: Work,
): ObjectNode {
  return work.within(model, () => {
    const kept: Record<string, unknown> = {};
    for (const { wire, type } of shapeAt(model, version).fields) {
      const value = data[wire];
      if (value !== undefined)
        kept[wire] = mapObjects(type, value, work.path, (child, childType) =>
          unwrapChild(child, childType, work),
        );
    }
    const node: ObjectNode = {
      name: model.name,
      version: version.text,
      namespace: model.namespace,
      data: kept,
    };
    if (changes !== undefined) node.changes = changes;
    return node;
  });
}

function unwrapChild(wire: unknown, type: FieldType, work: Work): unknown {
  const opened = open(wire, type as ObjectType, work);
  return opened === undefined
    ? wire
    : unwrap(opened.model, opened.version, opened.data, opened.changes, work);
}

/** Brings a node up: its children to their newest versions first, then itself to `to`. */
export function raise(model: Model, node: ObjectNode, to: Version, work: Work): void {
  const version = Version.parse(node.version);
  eachNested(model, version, node, work, (child) => {
    // Pointers go into the payload as it was sent, through the envelopes.
    work.path.push(child.model.envelope.data);
    raise(child.model, child.node, child.model.version, work);
    work.path.pop();
    return child.node;
  });
  if (version.olderThan(to)) interpret(planFor(model, version, to), model, node, work);
  limitChanges(node);
}

/** Writes a node down: itself to `to` first, then its children to the versions that go with it. */
export function lower(
  model: Model,
  node: ObjectNode,
  to: Version,
  manifest: Manifest | undefined,
  work: Work,
): void {
  const version = Version.parse(node.version);
  if (!version.equals(to)) interpret(planFor(model, version, to), model, node, work);
  node.version = to.text;
  eachNested(model, to, node, work, (child, type, field) => {
    if (work.untagged) {
      refuseBareSubclass(child.model, modelOfReference(type, model));
      lower(child.model, child.node, untaggedVersion(child.model), undefined, work);
      return child.node;
    }
    const target = childTarget(
      { parent: model, version: to, field, type, newest: work.newest },
      child.model,
      manifest,
    );
    if (target === 'drop') return DROPPED;
    lower(child.model, child.node, target.version, target.manifest, work);
    return child.node;
  });
  limitChanges(node);
}

/** Without its envelope a subclass would be read as its base, and what it has of its own be lost. */
function refuseBareSubclass(model: Model, base: Model): void {
  if (model === base) return;
  throw new UnsupportedTargetError(
    model.name,
    'untagged',
    model.oldest.text,
    model.version.text,
    `cannot write ${model.name} untagged where a ${base.name} may stand: bare data do not say which of the two they are`,
  );
}

function limitChanges(node: ObjectNode): void {
  if (node.changes !== undefined)
    node.changes = node.changes.filter((name) => Object.hasOwn(node.data, name));
}

/** The version at which an object is written bare. @throws UnsupportedTargetError where its class has none */
export function untaggedVersion(model: Model): Version {
  if (model.untagged !== undefined) return model.untagged;
  throw new UnsupportedTargetError(
    model.name,
    'untagged',
    model.oldest.text,
    model.version.text,
    `cannot write ${model.name} untagged: its class does not say which version bare data have; add untagged: '${model.oldest}'`,
  );
}

/** The envelopes of a node and its children; bare data where the work is untagged. */
export function wrap(model: Model, node: ObjectNode, work: Work): Primitive {
  eachNested(model, Version.parse(node.version), node, work, (child) => wrap(child.model, child.node, work));
  return work.untagged ? node.data : sealEnvelope(model, node.version, node.data, node.changes);
}

interface Nested {
  readonly model: Model;
  readonly node: ObjectNode;
}

/** Turns each child of a node in place. One that waits for a look-up does not keep its siblings from asking for theirs. */
function eachNested(
  model: Model,
  version: Version,
  node: ObjectNode,
  work: Work,
  turn: (child: Nested, type: ObjectType, field: string) => unknown,
): void {
  const { data } = node;
  const depth = work.path.length;
  let pending = false;
  for (const { wire, type } of shapeAt(model, version).fields) {
    if (type.nest === undefined || data[wire] === undefined || data[wire] === null) continue;
    work.path.push(wire);
    const turned = mapObjects(type, data[wire], work.path, (object, objectType) => {
      const childType = objectType as ObjectType;
      const child = object as ObjectNode;
      const found =
        childModel(childType, model, child.name, child.namespace) ?? modelOfReference(childType, model);
      const level = work.path.length;
      try {
        return turn({ model: found, node: child }, childType, wire);
      } catch (signal) {
        if (signal !== PENDING) throw signal;
        pending = true;
        work.path.length = level;
        return child;
      }
    });
    work.path.length = depth;
    if (turned === DROPPED) delete data[wire];
    else data[wire] = turned;
  }
  if (pending) throw PENDING;
}
