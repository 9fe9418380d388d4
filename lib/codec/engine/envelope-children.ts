import { LimitExceededError } from '../../errors/payload-errors.js';
import { isPlainObject, setMember } from '../../field/json.js';
import type { ObjectType } from '../../field/object-type.js';
import type { ChildCodec } from '../../field/session.js';
import { childModel, isKindOf, modelOfReference } from '../../history/references.js';
import { shapeAt } from '../../history/shape.js';
import type { Model } from '../../model/model.js';
import { findModelOfInstance, unregistered } from '../../model/model-of.js';
import { Version } from '../../version/version.js';
import { checkData } from './check-data.js';
import { construct } from './construct.js';
import { dump, restampFrom } from './dump.js';
import { isTagged, type Opened, openEnvelope, type Primitive, sealEnvelope } from './envelope.js';
import type { Work } from './work.js';

/** Children as they travel: each in its own envelope, at the version that it claims. */
export const envelopeChildren: ChildCodec = {
  check: (wire, type, session) => {
    const work = session as Work;
    const opened = open(wire, type, work);
    return opened !== undefined && checkOpened(opened, work);
  },
  read: (wire, type, session) => {
    const work = session as Work;
    const opened = reopen(wire as Record<string, unknown>, type, work);
    return construct(opened.model, opened.data, wire, opened.changes, work);
  },
  write: (value, type, session) => {
    const work = session as Work;
    const model = modelOfChild(value, type, work);
    if (model === undefined) return undefined;
    const { data, changes } = dump(value as object, model, work);
    const primitive = sealEnvelope(model, model.version.text, data, changes);
    if (work.restamp) restampFrom(value as object, data, primitive);
    return primitive;
  },
  coerce: (wire, type, session) => {
    const work = session as Work;
    const base = modelOfReference(type, work.model);
    return coerceEnvelope(
      wire,
      base,
      (name, namespace) => childModel(type, work.model, name, namespace),
      work,
    );
  },
};

/** Checks the data of an envelope in the shape that it claims; pointers go through the envelope's keys. */
export function checkOpened(opened: Opened, work: Work): boolean {
  const { model, version, claimed, data, tagged } = opened;
  if (!version.equals(model.version) || !tagged) work.stale = true;
  return work.within(model, () => {
    work.enter(0);
    if (!tagged) return checkData(shapeAt(model, version), data, work, claimed);
    work.path.push(model.envelope.data);
    const fits = checkData(shapeAt(model, version), data, work, claimed);
    work.path.pop();
    return fits;
  });
}

/** The envelope with its data read leniently; what is no envelope is left for the check to refuse. */
export function coerceEnvelope(
  wire: unknown,
  expected: Model,
  find: (name: string, namespace: string) => Model | undefined,
  work: Work,
): unknown {
  if (!isPlainObject(wire)) return wire;
  const tagged = isTagged(wire, expected);
  const { envelope } = expected;
  const model = tagged ? find(textOf(wire[envelope.name]), textOf(wire[envelope.namespace])) : expected;
  const data = tagged ? wire[envelope.data] : wire;
  if (model === undefined || !isPlainObject(data)) return wire;
  const coerced = coerceData(model, data, tagged ? wire[envelope.version] : model.untagged?.text, work);
  return tagged ? { ...wire, [envelope.data]: coerced } : coerced;
}

function coerceData(
  model: Model,
  data: Record<string, unknown>,
  claimed: unknown,
  work: Work,
): Record<string, unknown> {
  const version = Version.tryParse(claimed);
  if (version === undefined || !model.version.accepts(version) || version.olderThan(model.oldest))
    return data;
  const shape = shapeAt(model, model.version.olderThan(version) ? model.version : version);
  work.coerceDepth += 1;
  if (work.coerceDepth > work.limits.depth) throw new LimitExceededError('depth', work.limits.depth, '');
  return work.within(model, () => {
    const coerced: Record<string, unknown> = {};
    for (const key of Object.keys(data)) {
      const field = shape.byWire.get(key);
      const value = data[key];
      const lenient =
        field !== undefined &&
        value !== null &&
        value !== undefined &&
        (work.coerces || field.definition.options.coerce || field.type.nest !== undefined);
      setMember(coerced, key, lenient ? field.type.coerce(value, work) : value);
    }
    work.coerceDepth -= 1;
    return coerced;
  });
}

/** The model of an instance that stands in a field; reports an instance, or something else, that does not belong there. */
export function modelOfChild(value: unknown, type: ObjectType, work: Work): Model | undefined {
  const model = findModelOfInstance(value);
  const base = modelOfReference(type, work.model);
  if (model === undefined) {
    const error = unregistered(work.sensitive ? undefined : value, base.name, work.pointer);
    work.fault('type', `expected ${type.describe()}: ${error.message}`, error);
    return undefined;
  }
  const fits =
    model === base ||
    (isKindOf(model, base) && childModel(type, work.model, model.name, model.namespace) === model);
  if (fits) return model;
  work.expected(type.describe(), value);
  return undefined;
}

/** Opens the envelope of a child in a field. */
export function open(wire: unknown, type: ObjectType, work: Work): Opened | undefined {
  const parent = work.model;
  return openEnvelope(
    wire,
    modelOfReference(type, parent),
    (name, namespace) => childModel(type, parent, name, namespace),
    work,
  );
}

// The envelope was checked in this run: only its model, data and changes are needed again.
function reopen(
  wire: Record<string, unknown>,
  type: ObjectType,
  work: Work,
): { model: Model; data: Primitive; changes: readonly string[] | undefined } {
  const base = modelOfReference(type, work.model);
  const { envelope } = base;
  const model =
    childModel(type, work.model, textOf(wire[envelope.name]), textOf(wire[envelope.namespace])) ?? base;
  return {
    model,
    data: wire[envelope.data] as Primitive,
    changes: wire[envelope.changes] as readonly string[] | undefined,
  };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
