import { isPlainObject } from '../../field/json.js';
import type { ChildCodec } from '../../field/session.js';
import { childModel, modelOfReference } from '../../history/references.js';
import { shapeAt } from '../../history/shape.js';
import type { Model } from '../../model/model.js';
import { checkData } from './check-data.js';
import { construct } from './construct.js';
import { dump, restampFrom } from './dump.js';
import { modelOfChild } from './envelope-children.js';
import type { ObjectNode } from './node.js';
import type { Work } from './work.js';

/** Children as conversions and hooks see them: nodes, in their newest shape. */
export const nodeChildren: ChildCodec = {
  check: (wire, type, session) => {
    const work = session as Work;
    const node = wire as ObjectNode;
    if (!isPlainObject(wire) || typeof node.name !== 'string' || !isPlainObject(node.data)) {
      return work.fault(
        'type',
        `expected ${type.describe()}, made with context.child(), got ${work.show(wire)}`,
      );
    }
    const model = childModel(type, work.model, node.name, node.namespace);
    // Hooks meet children in their newest shape, and hand them on in it: nothing would bring an older one up.
    if (model === undefined || node.version !== model.version.text) {
      return work.fault(
        'type',
        `expected ${type.describe()} in its newest shape, got ${work.show(node.name)} ${work.show(node.version)}`,
      );
    }
    return work.within(model, () => {
      work.enter(0);
      return checkData(shapeAt(model, model.version), node.data, work);
    });
  },
  read: (wire, type, session) => {
    const work = session as Work;
    const node = wire as ObjectNode;
    const model =
      childModel(type, work.model, node.name, node.namespace) ?? modelOfReference(type, work.model);
    return construct(model, node.data, node, node.changes, work);
  },
  write: (value, type, session) => {
    const work = session as Work;
    const model = modelOfChild(value, type, work);
    return model === undefined ? undefined : dumpNode(value as object, model, work);
  },
  coerce: (wire) => wire,
};

/** An instance as a node, in its newest shape, children included. The work's children must be nodes. */
export function dumpNode(instance: object, model: Model, work: Work): ObjectNode {
  const { data, changes } = dump(instance, model, work);
  const node: ObjectNode = {
    name: model.name,
    version: model.version.text,
    namespace: model.namespace,
    data,
  };
  if (changes !== undefined) node.changes = changes;
  if (work.restamp) restampFrom(instance, data, node);
  return node;
}
