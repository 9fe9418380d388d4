import type * as FastCheck from 'fast-check';
import type { Primitive } from '../../codec/engine/envelope.js';
import { isRecord, setMember } from '../../field/json.js';
import type { Model } from '../../model/model.js';
import type { Instance } from './trial.js';

/** A payload of boundary values with as many of them as may be put back to the plainest, so that it still fails. */
export function shrinkProbe(
  fc: typeof FastCheck,
  model: Model,
  instance: Instance,
  plain: Primitive,
  fails: (instance: Instance) => boolean,
): Instance {
  const { envelope } = model;
  const [data, base] = [dataOf(instance.payload, envelope.data), dataOf(plain, envelope.data)];
  const names = [...new Set([...Object.keys(data), ...Object.keys(base)])];
  const mixed = (kept: readonly boolean[]): Instance => {
    const chosen: Record<string, unknown> = {};
    for (const [index, name] of names.entries()) {
      const source = kept[index] === true ? data : base;
      if (Object.hasOwn(source, name)) setMember(chosen, name, source[name]);
    }
    return { ...instance, payload: { ...instance.payload, [envelope.data]: chosen } };
  };
  const property = fc.property(fc.tuple(...names.map(() => fc.boolean())), (kept) => !fails(mixed(kept)));
  const { counterexample } = fc.check(property, { seed: 1, numRuns: 1, examples: [[names.map(() => true)]] });
  const [kept] = counterexample ?? [];
  return kept === undefined ? instance : mixed(kept);
}

function dataOf(payload: Primitive, key: string): Record<string, unknown> {
  const data = payload[key];
  return isRecord(data) ? data : {};
}
