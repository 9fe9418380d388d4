import test from 'ava';
import {
  create,
  DeclarationError,
  field,
  fromPrimitive,
  modelOf,
  type ObjectClass,
  Registry,
  toPrimitive,
  versioned,
} from '../../lib/index.js';

test('@field(): takes the type that the compiler wrote down', (t) => {
  const registry = new Registry();
  @versioned('Child', '1.0', { registry })
  class Child {
    @field() ok!: boolean;
  }
  @versioned('Sample', '1.1', { registry })
  class Sample {
    @field() name!: string;
    @field() share!: number;
    @field() ok!: boolean;
    @field() size!: bigint;
    @field() at!: Date;
    @field() child!: Child;
    @field({ since: '1.1', wire: 'Later', default: 'x', sensitive: true }) later!: string;
    @field({ optional: true }) maybe?: string;
  }
  t.deepEqual(
    modelOf(Sample).fields.map(({ property, wire, definition }) => [property, wire, definition.kind]),
    [
      ['name', 'name', 'string'],
      ['share', 'share', 'number'],
      ['ok', 'ok', 'boolean'],
      ['size', 'size', 'bigint'],
      ['at', 'at', 'dateTime'],
      ['child', 'child', 'object'],
      ['later', 'Later', 'string'],
      ['maybe', 'maybe', 'string'],
    ],
  );
  const given = {
    name: 'n',
    share: 0.5,
    ok: true,
    size: 7n,
    at: new Date(0),
    child: create(Child, { ok: false }),
  };
  const sample = create(Sample, given);
  const primitive = toPrimitive(sample);
  t.like(primitive['versioned_object.data'], { size: 7, at: '1970-01-01T00:00:00Z', Later: 'x' });
  t.deepEqual(fromPrimitive(Sample, primitive), sample);
  t.false('Later' in (toPrimitive(sample, { target: '1.0' })['versioned_object.data'] as object));
});

class Plain {
  readonly a = 1;
}

/** What compilers write as `design:type`, and the cure that the message must name. */
const vague: [name: string, type: unknown, reason: RegExp, cure: RegExp][] = [
  [
    'Object',
    Object,
    /finds the type Object/,
    /name the type itself, as in @field\.string\(\{ nullable: true \}\) for string \| null/,
  ],
  ['Function', Function, /finds the type Function/, /with `import type` the compiler cannot see the class/],
  ['Array', Array, /finds the type Array/, /@field\.list\(field\.string\(\)\)/],
  ['Set', Set, /finds the type Set/, /@field\.set\(field\.string\(\)\)/],
  ['Map', Map, /finds the type Map/, /@field\.dict\(field\.string\(\)\), which holds a plain object/],
  ['a class that is not versioned', Plain, /finds the type Plain/, /put @versioned\(\) above Plain/],
  [
    'nothing, as esbuild and tsx do',
    undefined,
    /knows no type: the compiler wrote no design:type/,
    /set emitDecoratorMetadata and experimentalDecorators \(tsc, swc and oxc can; esbuild, tsx and TC39 decorators cannot\), or name the type: @field\.string\(\)/,
  ],
];

/** Calls the decorators as a compiler would, with the metadata it wrote. */
function declare(type: unknown, decorate: ReturnType<typeof field>): ObjectClass {
  class Sample {
    declare value: unknown;
  }
  (decorate as unknown as (target: object, name: string) => void)(Sample.prototype, 'value');
  if (type !== undefined) Reflect.metadata('design:type', type)(Sample.prototype, 'value');
  versioned('Sample', '1.0', { registry: new Registry() })(Sample);
  return Sample;
}

for (const [name, type, reason, cure] of vague) {
  test(`@field(): says which type to name where the compiler wrote ${name}`, (t) => {
    const error = t.throws(() => declare(type, field()), { instanceOf: DeclarationError });
    t.is(error.where, 'Sample.value');
    t.regex(error.reason, reason);
    t.regex(error.cure, cure);
    t.true(error.message.startsWith('Sample.value: @field() '));
  });
  test(`@field.json(): needs no type where the compiler wrote ${name}`, (t) => {
    t.is(modelOf(declare(type, field.json() as never)).fields[0]?.definition.kind, 'json');
  });
}

for (const [type, kind] of [
  [String, 'string'],
  [Number, 'number'],
  [Boolean, 'boolean'],
  [BigInt, 'bigint'],
  [Date, 'dateTime'],
] as const) {
  test(`@field(): ${type.name} in the metadata is field.${kind}()`, (t) => {
    t.is(modelOf(declare(type, field({ nullable: true }))).fields[0]?.definition.kind, kind);
  });
}

test('@field(): takes no limits, which belong to a named type', (t) => {
  t.throws(() => field({ maxLength: 5 } as never), {
    instanceOf: DeclarationError,
    message: /takes no option called "maxLength"/,
  });
});
