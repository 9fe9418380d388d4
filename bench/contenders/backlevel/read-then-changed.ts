import { decode, type ObjectClass } from 'backlevel';
import type { Envelope } from '../../workload/wire.js';
import type { Samples } from '../../workload/workload.js';

/** The samples as a service has them in its hands: each was read with other values, then the fields in `changes` were assigned. */
export function readThenChanged<T extends object>(Class: ObjectClass<T>, samples: Samples<object>): T[] {
  return samples.data.map((data, index) => {
    const changes = samples.changes[index] ?? [];
    const instance = decode(Class, JSON.stringify(before(samples, index, changes)));
    for (const name of changes) Object.assign(instance, { [name]: valueOf(data, name) });
    return instance;
  });
}

function before(samples: Samples<object>, index: number, changes: readonly string[]): Envelope {
  const { 'versioned_object.changes': _changes, ...envelope } = samples.envelopes[index] as Envelope;
  const data = { ...envelope['versioned_object.data'] };
  for (const name of changes) data[name] = anotherValue(samples, name, data[name]);
  return { ...envelope, 'versioned_object.data': data };
}

function anotherValue(samples: Samples<object>, name: string, value: unknown): unknown {
  const all = samples.envelopes.map((envelope) => envelope['versioned_object.data'][name]);
  return all.find((other) => other !== value);
}

function valueOf(data: object, name: string): unknown {
  return (data as Record<string, unknown>)[name];
}
