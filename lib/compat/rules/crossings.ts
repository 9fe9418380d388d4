import type { FieldRecord } from '../record/object-record.js';
import { compareFields } from './compare-fields.js';
import { type Bridge, Crossing, OPEN } from './coverage.js';
import type { Difference } from './difference.js';
import { type Past, propertyAt, type Subject, wireOf } from './world.js';

/** A difference between what peers at a past version know and what today's code does, and what bridges it. */
export interface Crossed {
  readonly past: Past;
  /** The field as it is called at the past version, and as its peers know it. */
  readonly wire: string;
  readonly recorded: FieldRecord;
  readonly difference: Difference;
  /** Whether today's code declares it, in a version after the past one. */
  readonly declared: boolean;
  readonly bridge: Bridge;
}

const known = new WeakMap<Past, readonly Crossed[]>();

/**
 * In what the fields that both have differ. Where the code says something else of the past version than what was recorded of it, nothing
 * bridges that; what changed since then is bridged by the history, or not.
 */
export function crossedFields(subject: Subject, past: Past): readonly Crossed[] {
  let crossed = known.get(past);
  if (crossed === undefined) known.set(past, (crossed = compare(subject, past)));
  return crossed;
}

function compare(subject: Subject, past: Past): readonly Crossed[] {
  const { model, fields } = subject;
  return Object.entries(past.recorded.fields).flatMap(([wire, recorded]) => {
    const told = past.told[wire];
    if (told === undefined) return [];
    const open = compareFields(wire, recorded, told).map((difference): Crossed => ({
      past,
      wire,
      recorded,
      difference,
      declared: false,
      bridge: OPEN,
    }));
    const property = propertyAt(model, past.version, wire);
    const name = property === undefined ? undefined : wireOf(model, model.version, property);
    const now = name === undefined ? undefined : fields[name];
    if (property === undefined || now === undefined) return open;
    const crossing = new Crossing(model, past.version, model.version, property);
    const closed = compareFields(wire, told, now)
      .filter((difference) => !open.some((other) => isSame(other.difference, difference)))
      .map((difference): Crossed => ({
        past,
        wire,
        recorded,
        difference,
        declared: true,
        bridge: crossing.bridge(difference),
      }));
    return [...open, ...closed];
  });
}

function isSame(a: Difference, b: Difference): boolean {
  return a.kind === b.kind && a.path === b.path && a.name === b.name;
}
