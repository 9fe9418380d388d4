import { DROPPED } from '../../codec/engine/dropped.js';
import { interpret } from '../../codec/engine/interpret.js';
import { lossesOf } from '../../codec/engine/losses.js';
import { untaggedVersion } from '../../codec/engine/convert.js';
import { mapObjects, type ObjectNode } from '../../codec/engine/node.js';
import type { Work } from '../../codec/engine/work.js';
import { changeRecordsOf } from '../../compat/record/change-records.js';
import { describeChange } from '../../compat/describe-change.js';
import type { Loss } from '../../errors/backport-errors.js';
import { pointerOf } from '../../errors/fault.js';
import { copyData, type Json } from '../../field/json.js';
import type { ObjectType } from '../../field/object-type.js';
import { childTarget } from '../../history/child-version.js';
import { planFor } from '../../history/plan.js';
import { childModel, modelOfReference } from '../../history/references.js';
import type { Manifest } from '../../history/releases.js';
import { shapeAt, versionsOf } from '../../history/shape.js';
import type { Model } from '../../model/model.js';
import { Version } from '../../version/version.js';
import { differences } from '../output/differences.js';
import type { Effect, ExplainedStep } from './explanation.js';
import { hideValues, withoutBigInts } from './hide-values.js';

type Place = readonly (string | number)[];

/** Walks a node through the plans that the engine runs, one version at a time, and notes what each did. */
export class ExplainWalk {
  readonly steps: ExplainedStep[] = [];

  constructor(readonly work: Work) {}

  /** As `lower` does: the object itself, then its children. */
  down(model: Model, node: ObjectNode, to: Version, manifest: Manifest | undefined, place: Place = []): void {
    this.#cross(model, node, to, 'down', place);
    this.#children(model, node, to, place, (child, type, field, at) => {
      const target = this.#targetOf(child.model, { parent: model, version: to, field, type }, manifest);
      if (target === 'drop') {
        this.#noteDropped(child.model, to, at);
        return DROPPED;
      }
      this.down(child.model, child.node, target.version, target.manifest, at);
      return child.node;
    });
  }

  /** As `raise` does: the children, then the object itself. */
  up(model: Model, node: ObjectNode, to: Version, place: Place = []): void {
    this.#children(model, node, Version.parse(node.version), place, (child, _type, _field, at) => {
      this.up(child.model, child.node, child.model.version, at);
      return child.node;
    });
    this.#cross(model, node, to, 'up', place);
  }

  #cross(model: Model, node: ObjectNode, to: Version, direction: 'down' | 'up', place: Place): void {
    const from = Version.parse(node.version);
    const plan = planFor(model, from, to);
    const original = copyData(node);
    const known = new Set<string>();
    // The plan itself, in parts: what a hook is told of its target stays what it is.
    for (const at of new Set(plan.steps.map((step) => step.at))) {
      const before = hideValues(model, node);
      const was = node.version;
      node.version = from.text;
      interpret({ ...plan, steps: plan.steps.filter((step) => step.at === at) }, model, node, this.work);
      node.version = direction === 'up' ? at : olderThan(model, at, to);
      const changes = changeRecordsOf(model, Version.parse(at)).map(describeChange);
      const losses = direction === 'up' ? [] : this.#newLosses(model, original, node, place, known);
      const effects = effectsOf({ ...before, version: was }, hideValues(model, node));
      const [object, where] = [model.name, pointerOf(place)];
      this.steps.push({ object, place: where, version: at, direction, changes, effects, losses });
    }
    node.version = to.text;
  }

  #newLosses(model: Model, original: ObjectNode, node: ObjectNode, place: Place, known: Set<string>): Loss[] {
    const losses = lossesOf(model, copyData(original), copyData(node), this.work);
    const fresh = losses.filter(({ path }) => !known.has(path));
    for (const { path } of fresh) known.add(path);
    return fresh.map((loss) => ({ ...loss, path: pointerOf(place) + loss.path }));
  }

  #targetOf(
    child: Model,
    at: { parent: Model; version: Version; field: string; type: ObjectType },
    manifest: Manifest | undefined,
  ): ReturnType<typeof childTarget> {
    if (this.work.untagged) return { version: untaggedVersion(child), manifest: undefined };
    return childTarget({ ...at, newest: this.work.newest }, child, manifest);
  }

  #noteDropped({ name }: Model, version: Version, place: Place): void {
    const changes = ['the reader does not know it, and the field lets it go'];
    const [where, text] = [pointerOf(place), version.text];
    this.steps.push({
      object: name,
      place: where,
      version: text,
      direction: 'down',
      changes,
      effects: [],
      losses: [],
    });
  }

  #children(
    model: Model,
    node: ObjectNode,
    version: Version,
    place: Place,
    turn: (child: { model: Model; node: ObjectNode }, type: ObjectType, field: string, at: Place) => unknown,
  ): void {
    const { data } = node;
    for (const { wire, type } of shapeAt(model, version).fields) {
      if (type.nest === undefined || data[wire] === undefined || data[wire] === null) continue;
      const at: (string | number)[] = [...place, wire];
      const turned = mapObjects(type, data[wire], at, (object, objectType) => {
        const [child, childType] = [object as ObjectNode, objectType as ObjectType];
        const found =
          childModel(childType, model, child.name, child.namespace) ?? modelOfReference(childType, model);
        return turn({ model: found, node: child }, childType, wire, [...at]);
      });
      if (turned === DROPPED) delete data[wire];
      else data[wire] = turned;
    }
  }
}

/** The version that a payload has once the change of `at` is undone: the one before it, but none below the target. */
function olderThan(model: Model, at: string, to: Version): string {
  const made = Version.parse(at);
  const before = versionsOf(model).findLast((version) => version.olderThan(made)) ?? to;
  return before.olderThan(to) ? to.text : before.text;
}

function effectsOf(before: ObjectNode, after: ObjectNode): readonly Effect[] {
  return differences(before.data, after.data).map(({ path, from, to }) => ({
    path: pointerOf(path),
    ...(from === undefined ? {} : { before: plain(from) }),
    ...(to === undefined ? {} : { after: plain(to) }),
  }));
}

/** What JSON makes of a value: hidden ones become their mark. */
export function plain(value: unknown): Json {
  return JSON.parse(JSON.stringify(value, withoutBigInts)) as Json;
}
