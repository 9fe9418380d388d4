import test from 'ava';
import { modelOf, toPrimitive, versionsOf } from '../../../lib/index.js';
import { heat, releases, samplesOf } from '../../../objects/heat/index.js';
import { compile } from './compile.js';
import { admitsUnsaid, countBy, fullestOf, refusesMutations } from './judge.js';

const seeds = Array.from({ length: 25 }, (_, index) => index + 1);
const instances = seeds.flatMap((seed) => Object.values<object>({ ...samplesOf(seed) }));

const shapes = heat.models.flatMap(({ Class, name }) =>
  versionsOf(modelOf(Class)).map(({ text: at }) => ({
    Class,
    name,
    at,
    payloads: instances
      .filter((instance) => instance instanceof Class)
      .map((sample) => toPrimitive(sample, { target: at })),
  })),
);

for (const { Class, name, at, payloads } of shapes) {
  test(`jsonSchema(): ${name} ${at} admits what is written at that version, and at no other`, (t) => {
    const valid = compile(Class, at);
    t.is(payloads.length, seeds.length);
    for (const payload of payloads) t.true(valid(payload), JSON.stringify(valid.errors));
    for (const other of shapes.filter((shape) => shape.Class === Class && shape.at !== at))
      for (const payload of other.payloads) t.false(valid(payload));
  });

  test(`jsonSchema(): ${name} ${at} refuses what its readers refuse`, (t) => {
    t.true(refusesMutations(t, Class, at, fullestOf(payloads)) > 10);
  });
}

for (const release of releases.names) {
  test(`jsonSchema(): ${release} admits every object that is written for that release`, (t) => {
    for (const { Class, name } of heat.models) {
      if (!Object.hasOwn(releases.manifest(release), name)) continue;
      const valid = compile(Class, release);
      for (const sample of instances.filter((instance) => instance instanceof Class))
        t.true(valid(toPrimitive(sample, { target: release })), JSON.stringify(valid.errors));
    }
  });
}

test('jsonSchema(): what it cannot say of Heat is what is counted here', (t) => {
  const found = shapes.map(({ Class, at, payloads }) => admitsUnsaid(t, Class, at, fullestOf(payloads)));
  t.deepEqual(countBy(found.flat()), {
    'a lone surrogate': 178,
    'length in UTF-16 units': 88,
    'digits that a number cannot hold': 45,
  });
});
