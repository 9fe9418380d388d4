import test from 'ava';
import fc from 'fast-check';
import {
  backport,
  create,
  defineObject,
  encode,
  field,
  fromPrimitive,
  type Hooks,
  modelOf,
  type ObjectClass,
  Registry,
  shapeAt,
  Version,
} from '../../lib/index.js';
import type { EnumOptions } from '../../lib/field/enum-type.js';
import { deepFreeze, envelope } from './payload.js';

// Histories of four versions, made of every kind of change that a declaration can say, hooks included.

const NEWEST = 4;
const minor = fc.integer({ min: 1, max: NEWEST });
const version = (number: number): string => `1.${number}`;

/** One field of a generated class: how it is declared, and a value for it in the newest version. */
interface Sample {
  readonly make: (name: string) => object;
  readonly value: unknown;
  readonly retired?: true;
}

const since = fc.option(minor.map(version), { nil: undefined });
const born = (at: string | undefined) => (at === undefined ? {} : { since: at });

const plain: fc.Arbitrary<Sample> = fc
  .record({ at: since, value: fc.option(fc.integer(), { nil: undefined }) })
  .map(({ at, value }) => ({ make: () => field.integer({ optional: true, ...born(at) }), value }));

const renamed: fc.Arbitrary<Sample> = fc
  .record({
    ins: fc.uniqueArray(minor, { minLength: 1, maxLength: 3 }),
    value: fc.string(),
  })
  .map(({ ins, value }) => ({
    make: (name) =>
      field.string({
        optional: true,
        renamed: ins.map((at) => ({ in: version(at), from: `${name}_before_${at}` })),
      }),
    value: value.toWellFormed(),
  }));

const values: fc.Arbitrary<Sample> = fc
  .record({
    b: minor,
    c: minor,
    drop: fc.boolean(),
    nullable: fc.option(minor, { nil: undefined }),
    container: fc.constantFrom('none', 'list', 'set', 'dict'),
    members: fc.array(fc.constantFrom('a', 'b', 'c', null), { maxLength: 4 }),
  })
  .map(({ b, c, drop, nullable, container, members }) => {
    const options: EnumOptions<'a' | 'b' | 'c'> = {
      values: {
        b: { since: version(b), fallback: 'a' },
        c: c > b && !drop ? { since: version(c), fallback: 'b' } : { since: version(c), drop: true },
      },
      nullable: nullable === undefined ? true : { since: version(nullable), fallback: 'a' },
    };
    const element = () => field.enum(['a', 'b', 'c'], options);
    const containers: Record<typeof container, Sample> = {
      none: { make: () => field.enum(['a', 'b', 'c'], { ...options, optional: true }), value: members[0] },
      list: { make: () => field.list(element(), { optional: true }), value: members },
      set: { make: () => field.set(element(), { optional: true }), value: [...new Set(members)] },
      dict: {
        make: () => field.dict(element(), { optional: true }),
        value: Object.fromEntries(members.map((member, index) => [`k${index}`, member])),
      },
    };
    return containers[container];
  });

const retyped: fc.Arbitrary<Sample> = fc
  .record({ at: minor, value: fc.option(fc.integer(), { nil: null }) })
  .map(({ at, value }) => ({
    make: () =>
      field.integer({
        optional: true,
        nullable: true,
        retyped: [{ in: version(at), from: field.string({ nullable: true }), up: Number, down: String }],
      }),
    value,
  }));

const retired: fc.Arbitrary<Sample> = fc
  .record({ until: minor, fill: fc.option(fc.nat(), { nil: undefined }) })
  .map(({ until, fill }) => ({
    make: () =>
      field.integer({ optional: true, until: version(until), ...(fill === undefined ? {} : { fill }) }),
    value: undefined,
    retired: true,
  }));

const hooks: fc.Arbitrary<Hooks> = fc.uniqueArray(minor, { maxLength: NEWEST }).map((ats) =>
  Object.fromEntries(
    ats.map((at) => [
      version(at),
      {
        // Not one of them commutes with another: an order that is wrong shows.
        down: (data: Record<string, unknown>) => void (data['trail'] = `${String(data['trail'])}-${at}`),
        up: (data: Record<string, unknown>) => void (data['trail'] = `${String(data['trail'])}+${at}`),
      },
    ]),
  ),
);

const world = fc
  .record({
    samples: fc.array(fc.oneof(plain, renamed, values, retyped, retired), { minLength: 1, maxLength: 5 }),
    hooks,
  })
  .map((spec) => {
    const entries = spec.samples.map((sample, index) => [`f${index}`, sample] as const);
    const make = (registry: Registry): ObjectClass =>
      defineObject(
        'A',
        version(NEWEST),
        {
          trail: field.string(),
          ...Object.fromEntries(
            entries.filter(([, s]) => !s.retired).map(([name, s]) => [name, s.make(name)]),
          ),
        } as never,
        {
          registry,
          retired: Object.fromEntries(
            entries.filter(([, s]) => s.retired).map(([name, s]) => [name, s.make(name)]),
          ) as never,
          obj_make_compatible: spec.hooks,
        },
      );
    const data = Object.fromEntries(
      [['trail', ''], ...entries.map(([name, s]) => [name, s.value])].filter(
        ([, value]) => value !== undefined,
      ),
    ) as Record<string, unknown>;
    return { make, data };
  });

test('backport(): direct equals stepwise, for every history and every pair of versions', (t) => {
  fc.assert(
    fc.property(world, ({ make, data }) => {
      const registry = new Registry();
      const Class = make(registry);
      const newest = deepFreeze(envelope('A', version(NEWEST), data));
      let stepwise = newest;
      for (let at = NEWEST - 1; at >= 0; at--) {
        stepwise = deepFreeze(backport(stepwise, version(at), { registry }).primitive);
        t.deepEqual(backport(newest, version(at), { registry }).primitive, stepwise);
        t.deepEqual(JSON.parse(encode(fromPrimitive(Class, newest), { target: version(at) })), stepwise);
      }
    }),
    { numRuns: 150 },
  );
});

test('decode(): what was written at any version is read, and up after down after up changes nothing more', (t) => {
  fc.assert(
    fc.property(world, fc.integer({ min: 0, max: NEWEST - 1 }), ({ make, data }, at) => {
      const registry = new Registry();
      const Class = make(registry);
      const older = backport(envelope('A', version(NEWEST), data), version(at), { registry }).primitive;
      const shape = shapeAt(modelOf(Class), Version.parse(version(at)));
      for (const key of Object.keys(older['versioned_object.data'] as object)) t.true(shape.byWire.has(key));
      const instance = fromPrimitive(Class, deepFreeze(older), { unknown: 'refuse' }) as { trail: string };
      const again = JSON.parse(encode(instance, { target: version(at) })) as typeof older;
      const rests = [older, again].map((primitive) => {
        const { trail: _trail, ...rest } = primitive['versioned_object.data'] as Record<string, unknown>;
        return rest;
      });
      t.deepEqual(rests[1], rests[0]);
    }),
    { numRuns: 150 },
  );
});

test('create(): the same class and values give the same text, at every version', (t) => {
  fc.assert(
    fc.property(world, fc.integer({ min: 0, max: NEWEST }), ({ make }, at) => {
      const write = () =>
        encode(create(make(new Registry()), { trail: '' } as object), { target: version(at) });
      t.is(write(), write());
    }),
    { numRuns: 50 },
  );
});
