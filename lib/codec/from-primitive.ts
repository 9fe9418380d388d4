import { NeedsAsyncError } from '../errors/backport-errors.js';
import { isBacklevelError } from '../errors/backlevel-error.js';
import type { IncompatibleObjectVersionError } from '../errors/payload-errors.js';
import { isRecord } from '../field/json.js';
import { versionManifest } from '../history/references.js';
import { modelOf } from '../model/model-of.js';
import type { ObjectClass } from '../model/model.js';
import type { PartialOf } from '../model/values.js';
import { readQuickly } from './compiled/quick.js';
import { engine } from './engine/engine.js';
import { envelopeChildren } from './engine/envelope-children.js';
import type { Lookups } from './engine/lookups.js';
import type { BackportRequest, ReadOptions } from './engine/options.js';
import { Work } from './engine/work.js';

/**
 * The instance of an envelope that is a tree already: checked in the shape that it claims, then brought up.
 * The tree is kept, not copied, as what the instance was read from: it must not be changed afterwards.
 *
 * @throws UnknownObjectError, EnvelopeError, InvalidPayloadError, LimitExceededError for a payload that is wrong
 * @throws IncompatibleObjectVersionError for one that is too new, unless `backport` makes an older one of it
 */
export function fromPrimitive<T extends object>(
  Class: ObjectClass<T>,
  primitive: unknown,
  options: ReadOptions & { readonly partial: true },
): PartialOf<T>;
export function fromPrimitive<T extends object>(
  Class: ObjectClass<T>,
  primitive: unknown,
  options?: ReadOptions,
): T;
export function fromPrimitive(Class: ObjectClass, primitive: unknown, options: ReadOptions = {}): object {
  return fromPrimitiveAt([], Class, primitive, options);
}

/**
 * {@link fromPrimitive} for an envelope that stands at `path` in something larger, to which the pointers in errors refer.
 * `owns` says that the tree was made here, and that nobody else holds it.
 */
export function fromPrimitiveAt(
  path: readonly (string | number)[],
  Class: ObjectClass,
  primitive: unknown,
  options: ReadOptions,
  owns = false,
): object {
  try {
    return fromPrimitiveWith(Class, primitive, options, undefined, path, owns);
  } catch (error) {
    const request = backportRequest(Class, primitive, options, error);
    if (request === undefined) throw error;
    const older = request();
    const { name, version } = modelOf(Class);
    if (isThenable(older)) throw new NeedsAsyncError(name, version.text, 'decodeAsync()');
    return fromPrimitiveWith(Class, older, options, undefined, path);
  }
}

export function fromPrimitiveWith(
  Class: ObjectClass,
  primitive: unknown,
  options: ReadOptions,
  lookups: Lookups | undefined,
  path: readonly (string | number)[] = [],
  owns = false,
): object {
  const model = modelOf(Class);
  const quick = readQuickly(primitive, model, options, path.length, owns);
  if (quick !== undefined) return quick;
  const work = new Work(model, envelopeChildren, options, lookups);
  work.path.push(...path);
  const instance = engine.read(primitive, model, work);
  work.throwInvalidPayload(claimedVersion(primitive, model.envelope.version));
  return instance as object;
}

/** What asks a peer for an older form of a payload, where the error says that it is too new and the caller can ask. */
export function backportRequest(
  Class: ObjectClass,
  primitive: unknown,
  { backport }: ReadOptions,
  error: unknown,
): (() => unknown) | undefined {
  if (backport === undefined || !isBacklevelError(error, 'BACKLEVEL_INCOMPATIBLE_OBJECT_VERSION'))
    return undefined;
  const { object, version, supported } = error as IncompatibleObjectVersionError;
  const request: BackportRequest = {
    object,
    version,
    supported,
    primitive,
    manifest: versionManifest(Class),
  };
  return () => backport(request);
}

function claimedVersion(primitive: unknown, key: string): string {
  const version = isRecord(primitive) ? primitive[key] : undefined;
  return typeof version === 'string' ? version : 'untagged';
}

function isThenable(value: unknown): boolean {
  return isRecord(value) && typeof value['then'] === 'function';
}
