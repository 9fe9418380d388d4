import { UnsupportedTargetError } from '../../errors/backport-errors.js';
import { copyData } from '../../field/json.js';
import { reachableModels } from '../../history/references.js';
import type { Model } from '../../model/model.js';
import { construct } from './construct.js';
import { lower, raise, unwrap, wrap } from './convert.js';
import { dump, restampFrom } from './dump.js';
import type { Engine, Written } from './engine-shape.js';
import { type Opened, openEnvelope, sealEnvelope } from './envelope.js';
import { checkOpened, coerceEnvelope, envelopeChildren } from './envelope-children.js';
import { lossesOf } from './losses.js';
import type { ObjectNode } from './node.js';
import { dumpNode, nodeChildren } from './node-children.js';
import type { ResolvedTarget } from './target.js';
import type { Work } from './work.js';
import { writeText } from './write-text.js';

/** The engine that walks shapes and plans as they are. */
export const interpretingEngine: Engine = {
  check: (primitive, model, work) => openChecked(lenient(primitive, model, work), model, work) !== undefined,

  read: (primitive, model, work) => {
    const wire = lenient(primitive, model, work);
    const opened = openChecked(wire, model, work);
    if (opened === undefined) return undefined;
    if (!work.stale) return construct(opened.model, opened.data, wire, opened.changes, work);
    const node = unwrap(opened.model, opened.version, opened.data, opened.changes, work);
    const start = work.path.length;
    if (opened.tagged) work.path.push(opened.model.envelope.data);
    raise(opened.model, node, opened.model.version, work);
    work.path.length = start;
    work.children = nodeChildren;
    return construct(opened.model, node.data, node, node.changes, work);
  },

  write: (instance, model, target, work, losses) => {
    if (target.newest) {
      work.children = envelopeChildren;
      const { data, changes } = dump(instance, model, work);
      if (work.failed) return undefined;
      const primitive = sealEnvelope(model, model.version.text, data, changes);
      if (work.restamp) restampFrom(instance, data, primitive);
      return { primitive, losses: [] };
    }
    work.children = nodeChildren;
    const node = dumpNode(instance, model, work);
    return work.failed ? undefined : writeNode(model, node, target, work, losses);
  },

  writeText: (instance, model, work) => {
    work.children = envelopeChildren;
    const { data, changes } = dump(instance, model, work);
    return work.failed ? undefined : writeText(sealEnvelope(model, model.version.text, data, changes), work);
  },

  rewrite: (primitive, model, target, work) => {
    const opened = openChecked(primitive, model, work);
    if (opened === undefined) return undefined;
    const node = unwrap(opened.model, opened.version, opened.data, opened.changes, work);
    raise(opened.model, node, opened.version, work);
    const older = opened.version.olderThan(target.version);
    // A reader that is ahead reads the object as it is, but perhaps not its children.
    if (older && target.manifest !== undefined) {
      return writeNode(opened.model, node, { ...target, version: opened.version }, work, true);
    }
    if (older) {
      throw new UnsupportedTargetError(
        model.name,
        target.version.text,
        model.oldest.text,
        opened.version.text,
        `cannot write ${model.name} ${opened.version} at ${target.version}: the payload is older than the target; its reader can read it as it is`,
      );
    }
    return writeNode(opened.model, node, target, work, true);
  },
};

function writeNode(
  model: Model,
  node: ObjectNode,
  target: ResolvedTarget,
  work: Work,
  losses: boolean,
): Written {
  work.path.length = 0;
  work.manifest = target.manifest;
  work.newest = target.manifest === undefined && target.version.equals(model.version);
  work.untagged = target.untagged;
  const original = losses ? copyData(node) : undefined;
  lower(model, node, target.version, target.manifest, work);
  const found = original === undefined ? [] : lossesOf(model, original, copyData(node), work);
  return { primitive: wrap(model, node, work), losses: found };
}

function openChecked(wire: unknown, model: Model, work: Work): Opened | undefined {
  work.children = envelopeChildren;
  const opened = openEnvelope(
    wire,
    model,
    (name, namespace) => (name === model.name && namespace === model.namespace ? model : undefined),
    work,
  );
  return opened !== undefined && checkOpened(opened, work) ? opened : undefined;
}

function lenient(primitive: unknown, model: Model, work: Work): unknown {
  const coerces =
    work.coerces ||
    reachableModels(model).some(
      (reached) => reached.fields.some(coercesItself) || reached.retired.some(coercesItself),
    );
  if (!coerces) return primitive;
  work.children = envelopeChildren;
  return coerceEnvelope(primitive, model, () => model, work);
}

function coercesItself({ definition }: Model['fields'][number]): boolean {
  return definition.options.coerce === true;
}
