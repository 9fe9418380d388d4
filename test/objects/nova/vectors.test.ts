import test from 'ava';
import {
  changes,
  fromPrimitive,
  modelOf,
  type ObjectClass,
  toPrimitive,
  toPrimitiveAsync,
} from '../../../lib/index.js';
import type { ServiceLookup } from '../../../objects/nova/index.js';
import { type Case, verdictOf } from './causes.js';
import { inOrder } from './envelopes.js';
import { classes } from './models.js';
import { type Instance, readFixture, type Row, rowsOf, type Variant, vectorsOf } from './vectors.js';

type Deviations = Record<string, Record<string, { readonly count: number; readonly why: string }>>;

const deviations = readFixture<Deviations>('deviations-nova.json');
const context: ServiceLookup = { serviceOn: (host) => (host === 'found-host' ? 42 : undefined) };

for (const Class of classes) {
  const { name, version, fields } = modelOf(Class);
  const vectors = vectorsOf(name);

  test(`@versioned(): ${name} is at the version that was recorded`, (t) => {
    t.is(version.text, vectors.version);
  });

  for (const instance of vectors.instances) {
    const { primitive } = instance.current;

    test(`fromPrimitive(): ${name} ${instance.label} is read, changes and all, and written as it came`, (t) => {
      const object = load(Class, instance);
      const wire = new Map(fields.map((field) => [field.property, field.wire]));
      const changed = changes(object).map((property) => wire.get(property) ?? property);
      t.deepEqual(changed.toSorted(), instance.what_changed.toSorted());
      t.deepEqual(inOrder(toPrimitive(object)), inOrder(primitive));
    });
  }

  const rows = vectors.instances.flatMap((instance) =>
    rowsOf(vectors, instance).map((row) => ({ instance, row })),
  );
  for (const variant of new Set(rows.map(({ row }) => row.variant))) {
    test(`toPrimitive(): ${name} goes to older readers as recorded (${variant})`, async (t) => {
      const judged = await judge(Class, rows, variant);
      const unexplained = judged.filter(({ verdict }) => verdict === 'unexplained');
      t.deepEqual(
        unexplained.map(({ row, instance }) => `${instance.label} at ${row.target}`),
        [],
      );
    });
  }

  test(`toPrimitive(): ${name} deviates from Python where, and as often as, the list says`, async (t) => {
    const counted: Record<string, number> = {};
    for (const { verdict } of await judge(Class, rows)) {
      if (verdict !== 'conforms') counted[verdict] = (counted[verdict] ?? 0) + 1;
    }
    const listed = Object.entries(deviations[name] ?? {}).map(([cause, { count }]) => [cause, count]);
    t.deepEqual(counted, Object.fromEntries(listed));
  });

  test(`fromPrimitive(): what ${name} writes for an older reader fits the version that it claims`, async (t) => {
    for (const { ours, row, instance } of await judge(Class, rows)) {
      if ('error' in ours) continue;
      t.notThrows(
        () => fromPrimitive(Class, ours.primitive, { partial: true, unknown: 'refuse' }),
        `${instance.label} at ${row.target}`,
      );
    }
  });
}

interface Asked {
  readonly instance: Instance;
  readonly row: Row;
}

async function judge(
  Class: ObjectClass,
  rows: readonly Asked[],
  variant?: Variant,
): Promise<(Asked & Case & { readonly verdict: ReturnType<typeof verdictOf> })[]> {
  return Promise.all(
    rows
      .filter(({ row }) => variant === undefined || row.variant === variant)
      .map(async ({ instance, row }) => {
        const given: Case = {
          row,
          source: instance.current.primitive,
          ours: await answer(load(Class, instance), row),
        };
        return { ...given, instance, verdict: verdictOf(given) };
      }),
  );
}

async function answer(object: object, { target, manifest }: Row): Promise<Case['ours']> {
  try {
    return { primitive: await toPrimitiveAsync(object, { target: manifest ?? target, context }) };
  } catch (error) {
    return { error };
  }
}

function load(Class: ObjectClass, { current }: Instance): object {
  return fromPrimitive(Class, current.primitive, { partial: true });
}
