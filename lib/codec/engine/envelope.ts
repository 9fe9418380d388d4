import {
  IncompatibleObjectVersionError,
  ObjectTooOldError,
  UnknownObjectError,
} from '../../errors/payload-errors.js';
import { isPlainObject } from '../../field/json.js';
import type { Model } from '../../model/model.js';
import { Version } from '../../version/version.js';
import { knownVersion } from '../../history/shape.js';
import type { Work } from './work.js';

/** A versioned object in its wire form: the envelope of oslo.versionedobjects around its data. */
export type Primitive = Record<string, unknown>;

/** An envelope that was read: which model it is for, at which version, and what it holds. */
export interface Opened {
  readonly model: Model;
  /** The version whose shape the data have: the newest known here that is not above the writer's, who may be a patch ahead. */
  readonly version: Version;
  /** The version of the writer, a patch ahead perhaps. */
  readonly claimed: Version;
  readonly data: Record<string, unknown>;
  readonly changes: readonly string[] | undefined;
  /** Whether there was an envelope at all. */
  readonly tagged: boolean;
}

/** Finds the model that a name on the wire stands for, where it may stand. */
export type ModelFinder = (name: string, namespace: string) => Model | undefined;

/** Whether a value carries the envelope of a model, or of one that uses the same keys. */
export function isTagged(wire: Record<string, unknown>, model: Model): boolean {
  return Object.hasOwn(wire, model.envelope.name) || Object.hasOwn(wire, model.envelope.data);
}

/** Opens the envelope of an object where `expected`, or what `find` answers, may stand; reports what is wrong to the work. */
export function openEnvelope(
  wire: unknown,
  expected: Model,
  find: ModelFinder,
  work: Work,
): Opened | undefined {
  if (!isPlainObject(wire)) {
    work.fault('envelope', `expected a ${expected.name} in its envelope, got ${work.show(wire)}`);
    return undefined;
  }
  if (!isTagged(wire, expected)) {
    if (expected.untagged === undefined) return missing(wire, expected, work);
    return {
      model: expected,
      version: expected.untagged,
      claimed: expected.untagged,
      data: wire,
      changes: undefined,
      tagged: false,
    };
  }
  const keys = expected.envelope;
  const name = textAt(wire, keys.name, work);
  const namespace = textAt(wire, keys.namespace, work);
  const text = textAt(wire, keys.version, work);
  if (name === undefined || namespace === undefined || text === undefined) return undefined;
  const model = find(name, namespace);
  if (model === undefined) return unexpected(name, namespace, expected, work);
  const claimed = versionOf(text, model, work);
  const data = memberAt(wire, keys.data, isPlainObject, 'an object with the fields', work);
  const changes = Object.hasOwn(wire, keys.changes)
    ? memberAt(wire, keys.changes, isNameList, 'a list of field names', work)
    : undefined;
  if (
    claimed === undefined ||
    data === undefined ||
    (changes === undefined && Object.hasOwn(wire, keys.changes))
  )
    return undefined;
  const version = knownVersion(model, claimed);
  return { model, version, claimed, data, changes, tagged: true };
}

/** An envelope around data, its keys in the order in which oslo writes them; without `changes` where there are none. */
export function sealEnvelope(
  model: Model,
  version: string,
  data: Record<string, unknown>,
  changes: readonly string[] | undefined,
): Primitive {
  const { envelope } = model;
  const primitive: Primitive = {
    [envelope.name]: model.name,
    [envelope.namespace]: model.namespace,
    [envelope.version]: version,
    [envelope.data]: data,
  };
  if (changes !== undefined && changes.length > 0) primitive[envelope.changes] = changes;
  return primitive;
}

function missing(wire: Record<string, unknown>, expected: Model, work: Work): undefined {
  const other = Object.keys(wire).find((key) => key.endsWith('.name'));
  const hint =
    other === undefined
      ? 'send the object in its envelope, or give the class untagged: the version that bare data have'
      : `the payload has ${JSON.stringify(other.slice(0, 60).toWellFormed())}: give class or registry the envelope ${JSON.stringify(
          other
            .slice(0, 60)
            .toWellFormed()
            .replace(/\.name$/, ''),
        )}`;
  work.fault('envelope', `expected the key ${JSON.stringify(expected.envelope.name)}; ${hint}`);
  return undefined;
}

function unexpected(name: string, namespace: string, expected: Model, work: Work): undefined {
  const shown = work.show(name);
  if (expected.registry.find(name, namespace) === undefined) {
    const reason = `no class is registered for ${shown} in namespace ${work.show(namespace)}`;
    const hidden = '<sensitive>';
    const [said, where] = work.sensitive ? [hidden, hidden] : [name, namespace];
    work.fault('envelope', reason, new UnknownObjectError(said, where, work.pointer));
  } else {
    work.fault('envelope', `expected a ${expected.name}, got a ${shown}`);
  }
  return undefined;
}

function versionOf(text: string, model: Model, work: Work): Version | undefined {
  const { name, version: newest, oldest, envelope } = model;
  const version = Version.tryParse(text);
  if (version === undefined) {
    work.path.push(envelope.version);
    work.fault('envelope', `expected a version like "1.4", got ${work.show(text)}`);
    work.path.pop();
    return undefined;
  }
  if (!newest.accepts(version)) {
    const error = new IncompatibleObjectVersionError(name, version.text, newest.text, work.pointer);
    work.fault('version', error.message, error);
    return undefined;
  }
  if (version.olderThan(oldest)) {
    const error = new ObjectTooOldError(name, version.text, oldest.text, work.pointer);
    work.fault('version', error.message, error);
    return undefined;
  }
  return version;
}

function textAt(wire: Record<string, unknown>, key: string, work: Work): string | undefined {
  return memberAt(wire, key, (value): value is string => typeof value === 'string', 'a string', work);
}

function isNameList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((name) => typeof name === 'string');
}

function memberAt<T>(
  wire: Record<string, unknown>,
  key: string,
  is: (value: unknown) => value is T,
  expected: string,
  work: Work,
): T | undefined {
  const value = Object.hasOwn(wire, key) ? wire[key] : undefined;
  if (is(value)) return value;
  if (value === undefined) {
    work.fault('envelope', `the envelope lacks the key ${JSON.stringify(key)}`);
  } else {
    work.path.push(key);
    work.fault('envelope', `expected ${expected}, got ${work.show(value)}`);
    work.path.pop();
  }
  return undefined;
}
