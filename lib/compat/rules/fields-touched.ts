import { copyData, type Json } from '../../field/json.js';
import type { ChildData } from '../../field/hook-context.js';
import { modelOf } from '../../model/model-of.js';
import type { Model, ModelHook, ObjectClass } from '../../model/model.js';

/** The fields that a hook reads, writes or takes away while it turns samples. What it makes of them is not looked at. */
export function fieldsTouched(
  { hook, at }: ModelHook,
  model: Model,
  direction: 'down' | 'up',
  samples: readonly Json[],
): readonly string[] {
  const turn = hook[direction];
  if (turn === undefined) return [];
  const touched = new Set<string>();
  for (const sample of samples) {
    const data = watched(asHooksSee(sample, model) as Record<string, unknown>, touched);
    const context = {
      data,
      object: model.name,
      version: at.text,
      direction,
      target: at.text,
      manifest: undefined,
      context: undefined,
      resolved: hook.fallback,
      child: (object: object | string, childData: Record<string, unknown>) => childOf(object, childData),
      refuse: (): never => {
        throw new Error('refused');
      },
    };
    try {
      const answer: unknown = turn(data, context);
      // A hook that promises something is refused elsewhere; what becomes of the promise must not end the process.
      void Promise.resolve(answer).catch(() => undefined);
    } catch {
      // A hook that throws or refuses is not this rule's matter: what it touched before counts all the same.
    }
  }
  return [...touched];
}

/** The data, each access to a field of which is noted. */
function watched(data: Record<string, unknown>, touched: Set<string>): Record<string, unknown> {
  const note = (key: string | symbol): void => {
    // What every object has, like toString, is no field.
    if (typeof key === 'string' && !(key in Object.prototype)) touched.add(key);
  };
  return new Proxy(data, {
    get: (target, key, receiver) => (note(key), Reflect.get(target, key, receiver) as unknown),
    has: (target, key) => (note(key), Reflect.has(target, key)),
    set: (target, key, value, receiver) => (note(key), Reflect.set(target, key, value, receiver)),
    deleteProperty: (target, key) => (note(key), Reflect.deleteProperty(target, key)),
  });
}

/** A sample with its children as hooks see them: `{ name, version, data }` for an envelope. */
function asHooksSee(value: unknown, model: Model): unknown {
  if (Array.isArray(value)) return value.map((item) => asHooksSee(item, model));
  if (typeof value !== 'object' || value === null) return value;
  const record = copyData(value) as Record<string, unknown>;
  const turned = Object.fromEntries(
    Object.entries(record).map(([key, item]) => [key, asHooksSee(item, model)]),
  );
  const { name, version, data } = model.envelope;
  if (!Object.hasOwn(turned, name) || !Object.hasOwn(turned, data)) return turned;
  return { name: turned[name], version: turned[version], data: turned[data] };
}

function childOf(object: object | string, data: Record<string, unknown>): ChildData {
  if (typeof object === 'string') return { name: object, version: '1.0', data };
  const { name, version } = modelOf(object as ObjectClass);
  return { name, version: version.text, data };
}
