import test from 'ava';
import {
  type Fault,
  fromPrimitive,
  type Manifest,
  modelOf,
  type ObjectClass,
  type Primitive,
  toPrimitiveAsync,
  validate,
  versionManifest,
  versionsOf,
} from '../../../lib/index.js';
import { envelopesIn, nameOf, versionOf } from '../nova/envelopes.js';
import { classes } from '../nova/models.js';
import { rowsOf, vectorsOf } from '../nova/vectors.js';
import { compile } from './compile.js';
import { admitsUnsaid, countBy, fullestOf, refusesMutations } from './judge.js';

const shapes = classes.flatMap((Class) => {
  const { name } = modelOf(Class);
  const vectors = vectorsOf(name);
  return versionsOf(modelOf(Class)).map(({ text: at }) => ({
    Class,
    name,
    at,
    instances: vectors.instances,
    recorded: distinct(
      vectors.instances
        .flatMap((instance) => rowsOf(vectors, instance))
        .flatMap(({ target, expected }) =>
          target === at && expected.primitive !== undefined ? [expected.primitive] : [],
        ),
    ),
  }));
});

for (const { Class, name, at, recorded, instances } of shapes) {
  test(`jsonSchema(): ${name} ${at} judges what Python wrote as its readers do`, (t) => {
    t.not(complete(Class, recorded).length, 0);
    for (const payload of recorded) {
      const target = manifestOf(Class, payload);
      const faults = validate(Class, payload, { at: target });
      const valid = compile(Class, target);
      t.is(valid(payload), faults.length === 0, JSON.stringify(valid.errors));
      t.deepEqual(
        faults.filter((fault) => fault.kind !== 'required' && !isTooNew(fault)),
        [],
      );
    }
  });

  test(`jsonSchema(): ${name} ${at} admits what is written here for that version`, async (t) => {
    const valid = compile(Class, at);
    let admitted = 0;
    for (const { current } of instances) {
      const payload = await written(Class, current.primitive, at);
      if (payload === undefined) continue;
      t.is(valid(payload), validate(Class, payload, { at }).length === 0, JSON.stringify(valid.errors));
      if (valid(payload)) admitted += 1;
    }
    t.not(admitted, 0);
  });

  test(`jsonSchema(): ${name} ${at} refuses what its readers refuse`, (t) => {
    const payload = fullestOf(complete(Class, recorded));
    t.true(refusesMutations(t, Class, manifestOf(Class, payload), payload) > 10);
  });
}

test('jsonSchema(): what it cannot say of nova is what is counted here', (t) => {
  const found = shapes.map(({ Class, recorded }) => {
    const payload = fullestOf(complete(Class, recorded));
    return admitsUnsaid(t, Class, manifestOf(Class, payload), payload);
  });
  t.deepEqual(countBy(found.flat()), { 'a lone surrogate': 1034 });
});

/** Nova's method leaves in older payloads what `status` learnt later; see the deviation `ladder-order`. */
function isTooNew({ object, field, kind }: Fault): boolean {
  return object === 'PciDevice' && field === 'status' && kind === 'value';
}

function distinct(payloads: readonly Primitive[]): Primitive[] {
  return [...new Map(payloads.map((payload) => [JSON.stringify(payload), payload])).values()];
}

/** What of the payloads lacks nothing; Python writes objects half full, too. */
function complete(Class: ObjectClass, payloads: readonly Primitive[]): Primitive[] {
  return payloads.filter((payload) => validate(Class, payload).length === 0);
}

/** The versions at which the objects in a payload are, whatever its writer was told. */
function manifestOf(Class: ObjectClass, payload: Primitive): Manifest {
  const found = envelopesIn(payload).map((envelope) => [nameOf(envelope), versionOf(envelope)] as const);
  return { ...versionManifest(Class), ...Object.fromEntries(found) };
}

/** The payload of a recorded object at a version; nothing where it has a value that the version does not know. */
async function written(
  Class: ObjectClass,
  primitive: Primitive,
  target: string,
): Promise<Primitive | undefined> {
  const context = { serviceOn: () => 42 };
  try {
    return await toPrimitiveAsync(fromPrimitive(Class, primitive, { partial: true }), { target, context });
  } catch (error) {
    if ((error as { readonly code?: string }).code === 'BACKLEVEL_VALUE_TOO_NEW') return undefined;
    throw error;
  }
}
