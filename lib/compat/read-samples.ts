import { isBacklevelError } from '../errors/backlevel-error.js';
import { encode } from '../codec/encode.js';
import { sealEnvelope } from '../codec/engine/envelope.js';
import { decode } from '../codec/decode.js';
import { fromPrimitive } from '../codec/from-primitive.js';
import type { Json } from '../field/json.js';
import type { Model } from '../model/model.js';
import type { Registry } from '../model/registry.js';
import { Version } from '../version/version.js';
import type { History, ObjectHistory } from './record/history.js';
import { objectId } from './record/history-path.js';
import { modelFrom } from './record/model-from.js';
import { identityOf } from './record/record-version.js';

/** A recorded payload that today's code does not carry: it cannot read it, or what it writes back the old reader refuses. */
export interface SampleFault {
  /** `namespace.Name` */
  readonly object: string;
  readonly version: string;
  /** The index of the sample in the record. */
  readonly sample: number;
  readonly part: 'read' | 'written back';
  readonly message: string;
}

/**
 * Reads every payload that is recorded, of every version that the classes of a registry still support, as a service of today would,
 * and writes it back for the service that sent it: a class rebuilt from the record, which refuses what it does not know.
 */
export function readSamples(registry: Registry, history: History): readonly SampleFault[] {
  return registry.models.flatMap((model) => {
    const record = history.objects.get(objectId(identityOf(model)));
    return record === undefined ? [] : samplesOf(model, { record, history });
  });
}

function samplesOf(model: Model, object: ObjectHistory): SampleFault[] {
  const faults: SampleFault[] = [];
  for (const [text, { samples, children }] of Object.entries(object.record.versions)) {
    const version = Version.parse(text);
    if (!model.version.accepts(version) || version.olderThan(model.oldest)) continue;
    const target = { ...children, [model.name]: text };
    for (const [sample, data] of samples.entries()) {
      const fault = faultOf(model, object, target, data as Record<string, Json>);
      if (fault !== undefined)
        faults.push({ object: objectId(object.record), version: text, sample, ...fault });
    }
  }
  return faults;
}

type Fault = Pick<SampleFault, 'part' | 'message'>;

function faultOf(
  model: Model,
  object: ObjectHistory,
  target: Readonly<Record<string, string>>,
  data: Record<string, Json>,
): Fault | undefined {
  const version = target[model.name] as string;
  let part: Fault['part'] = 'read';
  try {
    const payload = sealEnvelope(model, version, data, undefined);
    const instance = fromPrimitive(model.Class, payload, { unknown: 'refuse' });
    part = 'written back';
    decode(modelFrom(object, version), encode(instance, { target }), { unknown: 'refuse' });
    return undefined;
  } catch (error) {
    // A child whose class has raised its oldest version: that is said where it is declared.
    if (isBacklevelError(error, 'BACKLEVEL_OBJECT_TOO_OLD')) return undefined;
    if (!isBacklevelError(error)) throw error;
    return { part, message: error.message };
  }
}
