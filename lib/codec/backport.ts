import { EnvelopeError } from '../errors/payload-errors.js';
import type { Loss } from '../errors/backport-errors.js';
import { LossError } from '../errors/backport-errors.js';
import { UnknownObjectError } from '../errors/payload-errors.js';
import { pointerOf } from '../errors/fault.js';
import { shorten } from '../errors/shorten.js';
import { isPlainObject } from '../field/json.js';
import { checkFormat, findModelOfInstance } from '../model/model-of.js';
import type { Model } from '../model/model.js';
import { defaultRegistry, type Registry } from '../model/registry.js';
import { Version } from '../version/version.js';
import { writeWith } from './encode.js';
import { engine } from './engine/engine.js';
import type { Written } from './engine/engine-shape.js';
import type { Primitive } from './engine/envelope.js';
import { envelopeChildren } from './engine/envelope-children.js';
import type { Lookups } from './engine/lookups.js';
import type { Target, WriteOptions } from './engine/options.js';
import { resolveTarget } from './engine/target.js';
import { Work } from './engine/work.js';

/** A payload for an older reader, and what it could not carry. */
export interface Backported {
  readonly primitive: Primitive;
  readonly losses: readonly Loss[];
}

export interface BackportOptions extends Omit<WriteOptions, 'target'> {
  /** Where the name of a primitive is looked up; the default registry where nothing is said. */
  readonly registry?: Registry;
}

/**
 * Writes an instance, or a primitive of whatever version, for an older reader, and says what was lost. Its input is not changed.
 *
 * @throws what `encode` throws; for a primitive also what `fromPrimitive` throws
 */
export function backport(source: object, target: Target, options: BackportOptions = {}): Backported {
  return backportWith(source, target, options, undefined);
}

export function backportWith(
  source: object,
  target: Target,
  options: BackportOptions,
  lookups: Lookups | undefined,
): Backported {
  const instanceModel = findModelOfInstance(source);
  if (instanceModel !== undefined) {
    const work = new Work(instanceModel, envelopeChildren, options, lookups);
    const { primitive, losses } = writeWith(source, { ...options, target }, work, true);
    return { primitive, losses };
  }
  const model = modelOfPrimitive(source, options.registry ?? defaultRegistry);
  const resolved = resolveTarget(model, target);
  const work = new Work(model, envelopeChildren, { ...options, partial: true }, lookups);
  const written = engine.rewrite(source, model, resolved, work);
  work.throwInvalidPayload(model.version.text);
  const { primitive, losses } = written as Written;
  if (options.strict === true && losses.length > 0)
    throw new LossError(model.name, resolved.version.text, losses);
  return { primitive, losses };
}

/** The model of an envelope, by the name that it carries. */
export function modelOfPrimitive(primitive: unknown, registry: Registry): Model {
  const found = isPlainObject(primitive) ? findTagged(primitive, registry) : undefined;
  if (found !== undefined) return found;
  const message = `expected an instance or the envelope of one, got ${shorten(primitive)}; none of its keys is an envelope's name in this registry`;
  throw new EnvelopeError({ kind: 'envelope', pointer: '', object: 'payload', message });
}

/** The model that a plain object names in its envelope; `undefined` where it is no envelope of this registry. @throws UnknownObjectError */
export function findTagged(
  wire: Record<string, unknown>,
  registry: Registry,
  path: readonly (string | number)[] = [],
): Model | undefined {
  const prefixes = new Set([
    registry.envelope,
    ...registry.models.map((model) => model.envelope.name.slice(0, -'.name'.length)),
  ]);
  for (const prefix of prefixes) {
    const name = Object.hasOwn(wire, `${prefix}.name`) ? wire[`${prefix}.name`] : undefined;
    if (typeof name !== 'string') continue;
    const namespace = wire[`${prefix}.namespace`];
    const major = Version.tryParse(wire[`${prefix}.version`])?.major;
    const ns = typeof namespace === 'string' ? namespace : undefined;
    const model = registry.find(name, ns, major) ?? registry.find(name, ns);
    if (model !== undefined) return checkFormat(model);
    throw new UnknownObjectError(name, ns ?? 'nothing', pointerOf(path));
  }
  return undefined;
}
