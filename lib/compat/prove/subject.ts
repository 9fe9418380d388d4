import { type Backported, backport } from '../../codec/backport.js';
import type { Primitive } from '../../codec/engine/envelope.js';
import type { Target } from '../../codec/engine/options.js';
import { fromPrimitive } from '../../codec/from-primitive.js';
import { toPrimitive } from '../../codec/to-primitive.js';
import type { ObjectClass } from '../../model/model.js';
import type { Registry } from '../../model/registry.js';

/** The verbs that are on trial. Each may throw; none may change its input. */
export interface Subject {
  /** A payload of any version, written for an older reader. */
  write(payload: Primitive, target: Target, registry: Registry, context: unknown): Backported;
  /** A payload read by a class, as that class writes it again: at its own version. */
  read(Class: ObjectClass, payload: Primitive, partial: boolean, context: unknown): Primitive;
  /** Reads a payload as the service of a version would, and refuses what it does not know. */
  accept(Past: ObjectClass, payload: Primitive, partial: boolean): void;
}

/** The verbs of this package. */
export const verbs: Subject = {
  write: (payload, target, registry, context) => backport(payload, target, { registry, context }),
  read: (Class, payload, partial, context) => {
    const options = { track: false, context };
    const instance: object = partial
      ? fromPrimitive(Class, payload, { ...options, partial: true })
      : fromPrimitive(Class, payload, options);
    return toPrimitive(instance, { context });
  },
  accept: (Past, payload, partial) => {
    const options = { track: false, unknown: 'refuse' } as const;
    if (partial) fromPrimitive(Past, payload, { ...options, partial: true });
    else fromPrimitive(Past, payload, options);
  },
};
