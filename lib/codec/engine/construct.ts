import { shapeAt } from '../../history/shape.js';
import type { Model } from '../../model/model.js';
import { stamp, UNTRACKED } from './source.js';
import type { Work } from './work.js';

/**
 * An instance of data that were checked in the newest shape. Every field is set, to `undefined` where it is absent,
 * so that an initializer cannot fake a value. `tree` is the envelope or the node that the data stand in.
 */
export function construct(
  model: Model,
  data: Readonly<Record<string, unknown>>,
  tree: unknown,
  listed: readonly string[] | undefined,
  work: Work,
): object {
  return work.within(model, () => {
    const instance = model.construct();
    const values = instance as Record<string, unknown>;
    for (const { property, wire, type } of shapeAt(model, model.version).fields) {
      const value = data[wire];
      values[property] = value === undefined ? undefined : type.read(value, work);
    }
    checkRule(model, instance, work);
    stamp(instance, work.track ? { data, tree, listed, own: false } : UNTRACKED);
    return instance;
  });
}

/** Asks the class whether its fields hold together. One that lacks a field it must have is not asked: its rule counts on them. */
export function checkRule(model: Model, instance: object, work: Work): boolean {
  if (model.check === undefined) return true;
  const values = instance as Record<string, unknown>;
  const complete = shapeAt(model, model.version).fields.every(
    (field) => field.optional || values[field.property] !== undefined,
  );
  const wrong = complete ? model.check(instance) : undefined;
  return wrong === undefined || work.fault('rule', wrong);
}
