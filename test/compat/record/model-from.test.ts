import test from 'ava';
import {
  decode,
  encode,
  fromPrimitive,
  jsonSchema,
  type Json,
  type Model,
  modelOf,
  type Registry,
  toPrimitive,
  versionsOf,
} from '../../../lib/index.js';
import { emptyHistory, modelFrom, objectHistory, takeSnapshot } from '../../../lib/compat/index.js';
import { heat } from '../../../objects/heat/index.js';
import { nova } from '../../../objects/nova/index.js';

type Data = Readonly<Record<string, Json>>;

/** The payload of a sample, as the service that wrote it sent it. */
function payloadOf({ envelope, name, namespace }: Model, version: string, data: Json): Record<string, Json> {
  return {
    [envelope.name]: name,
    [envelope.namespace]: namespace,
    [envelope.version]: version,
    [envelope.data]: data,
  };
}

/** Data without what the envelopes in it list as changed. */
function bare({ envelope }: Model, data: unknown): unknown {
  return JSON.parse(
    JSON.stringify(data, (key, value: unknown) => (key === envelope.changes ? undefined : value)),
  );
}

/** A schema without an order of what has none: the values of an enum, the fields that are required. */
function unordered(schema: Data): unknown {
  return JSON.parse(
    JSON.stringify(schema, (key, value: unknown) =>
      (key === 'enum' || key === 'required') && Array.isArray(value) ? (value as string[]).toSorted() : value,
    ),
  );
}

const strict = { unknown: 'refuse' } as const;
const worlds: readonly Registry[] = [heat, nova];
for (const registry of worlds) {
  const { history } = await takeSnapshot(registry, emptyHistory('history'));
  for (const model of registry.models) {
    const object = objectHistory(history, `${model.namespace}.${model.name}`);
    for (const { text: version } of versionsOf(model)) {
      const recorded = object.record.versions[version];
      const target = { ...recorded?.children, [model.name]: version };
      const title = `modelFrom(): ${model.namespace}.${model.name} ${version}`;

      test(`${title} reads and writes what is recorded of it, unchanged`, (t) => {
        const Old = modelFrom(object, version);
        t.deepEqual(versionsOf(modelOf(Old)).map(String), [version]);
        for (const sample of recorded?.samples ?? []) {
          const old = fromPrimitive(Old, payloadOf(model, version, sample), strict);
          t.deepEqual(bare(model, toPrimitive(old)[model.envelope.data]), sample);
        }
      });

      test(`${title} and today's class read each other`, (t) => {
        const Old = modelFrom(object, version);
        for (const sample of recorded?.samples ?? []) {
          const today = fromPrimitive(model.Class, payloadOf(model, version, sample), strict);
          const old = decode(Old, encode(today, { target }), strict);
          t.deepEqual(bare(model, toPrimitive(old)[model.envelope.data]), sample);
          t.deepEqual(decode(model.Class, encode(old), strict), today);
        }
      });

      test(`${title} has the JSON Schema of its version`, (t) => {
        const told = jsonSchema(modelFrom(object, version));
        t.deepEqual(unordered(told), unordered(jsonSchema(model.Class, { at: target })));
      });
    }
  }
}
