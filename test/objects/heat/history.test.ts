import test from 'ava';
import {
  at,
  backport,
  decode,
  encode,
  equals,
  modelOf,
  type ObjectClass,
  partial,
  toPrimitive,
  versionsOf,
} from '../../../lib/index.js';
import { heat, samplesOf } from '../../../objects/heat/index.js';
import { dataOf } from './data-of.js';

const seeds = Array.from({ length: 25 }, (_, index) => index + 1);
const instances = seeds.flatMap((seed) => Object.values<object>({ ...samplesOf(seed) }));

for (const { Class, name } of heat.models) {
  const samples = instances.filter((instance) => instance instanceof Class);

  for (const { text: version } of versionsOf(modelOf(Class))) {
    test(`${name} ${version}: its readers take what is written for them, and the newest class takes it back`, (t) => {
      t.is(samples.length, seeds.length);
      for (const sample of samples) {
        const past = decode(at(Class, version), encode(sample, { target: version }), { unknown: 'refuse' });
        const relayed = encode(past);
        t.deepEqual(JSON.parse(relayed), toPrimitive(sample, { target: version }));
        const upgraded = decode(Class, relayed, { unknown: 'refuse' });
        t.true(equals(decode(Class, encode(upgraded)), upgraded));
        t.deepEqual(
          dataOf(backport(upgraded, version).primitive),
          JSON.parse(relayed)['versioned_object.data'],
        );
      }
    });

    test(`${name} ${version}: any field may be unset, or null where it takes it`, (t) => {
      for (const sample of samples.slice(0, 3)) {
        for (const holed of withHoles(Class, sample)) {
          const text = encode(holed, { target: version });
          const upgraded = decode(Class, encode(decode(at(Class, version), text, { partial: true })), {
            partial: true,
          });
          t.deepEqual(
            dataOf(backport(upgraded, version).primitive),
            JSON.parse(text)['versioned_object.data'],
          );
        }
      }
    });
  }
}

test('backport(): leaves the instance as it was', (t) => {
  for (const sample of instances) {
    const before = encode(sample);
    for (const version of versionsOf(modelOf(sample.constructor as ObjectClass)))
      backport(sample, version.text);
    t.is(encode(sample), before);
  }
});

/** The instance without one of its fields, and with null where a field takes it, for each field. */
function withHoles(Class: ObjectClass, instance: object): object[] {
  return modelOf(Class).fields.flatMap(({ property, definition }) => [
    partial<object>(Class, { ...instance, [property]: undefined }),
    ...(definition.options.nullable === undefined
      ? []
      : [partial<object>(Class, { ...instance, [property]: null })]),
  ]);
}
