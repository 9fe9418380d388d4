import test from 'ava';
import { Expose, Type } from 'class-transformer';
import { fromClassTransformer } from '../../lib/class-transformer/index.js';
import { field, modelOf, Registry, shapeAt, Version } from '../../lib/index.js';

class Every {
  @Expose() text!: string;
  @Expose() count!: number;
  @Expose() on!: boolean;
  @Expose() at!: Date;
  @Expose() big!: bigint;
  @Type(() => Date) typedAt!: Date;
  @Type(() => Number) counts!: number[];
  @Type(() => Date) moments!: Set<Date>;
  @Type(() => BigInt) bigs!: bigint[];
  @Expose() labels!: string[];
  @Expose() note!: string | null;
}
fromClassTransformer(Every, {
  name: 'Every',
  versions: { 1: '1.0', 1.1: '1.1', 1.2: '1.2' },
  registry: new Registry(),
  fields: {
    count: field.integer({ min: 1 }),
    labels: field.list(field.string()),
    note: field.string({ nullable: true, since: '1.1' }),
    on: field({ optional: true }),
  },
});

for (const [property, kind] of Object.entries({
  text: 'string',
  count: 'integer',
  on: 'boolean',
  at: 'dateTime',
  big: 'bigint',
  typedAt: 'dateTime',
  counts: 'list of number',
  moments: 'set of dateTime',
  bigs: 'list of bigint',
  labels: 'list of string',
  note: 'string',
})) {
  test(`fromClassTransformer(): ${property} becomes a ${kind}`, (t) => {
    const type = shapeAt(modelOf(Every), Version.parse('1.2')).byWire.get(property)?.type;
    t.is([type?.kind, type?.element?.kind].filter(Boolean).join(' of '), kind);
  });
}

test('fromClassTransformer(): what a field says counts, beside what its decorators say', (t) => {
  const [on, note] = ['on', 'note'].map((name) =>
    shapeAt(modelOf(Every), Version.parse('1.2')).byWire.get(name),
  );
  t.true(on?.optional);
  t.true(note?.type.nullable);
  t.false(shapeAt(modelOf(Every), Version.parse('1.0')).byWire.has('note'));
});
