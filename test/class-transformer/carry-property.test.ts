import test from 'ava';
import { Exclude, Expose, Transform, Type } from 'class-transformer';
import { fromClassTransformer } from '../../lib/class-transformer/index.js';
import { DeclarationError, field, type FieldLike, type ObjectClass, Registry } from '../../lib/index.js';

class Plain {
  @Expose() name!: string;
}
class Other {
  @Expose() name!: string;
}

/** Each row: the class, whose refused property is `value`, and what the message says. */
interface Row {
  readonly Class: ObjectClass;
  readonly reason: RegExp;
  readonly cure: RegExp;
  readonly options?: Record<string, unknown>;
}

const refuses = test.macro({
  exec(t, { Class, reason, cure, options }: Row, where?: string) {
    const error = t.throws(
      () =>
        fromClassTransformer(Class, {
          name: 'Sample',
          versions: { 1: '1.0', 1.1: '1.1', 1.2: '1.2' },
          registry: new Registry(),
          ...options,
        }),
      { instanceOf: DeclarationError, code: 'BACKLEVEL_DECLARATION' },
    );
    t.is(error.where, where ?? 'Sample.value');
    t.regex(error.reason, reason);
    t.regex(error.cure, cure);
  },
  title: (given = '') => `fromClassTransformer(): refuses ${given}`,
});

/** A class with one property `value`, of the design:type `type`, under these decorators. */
const classWith = (type: unknown, ...decorators: PropertyDecorator[]): ObjectClass => {
  class Sample {}
  if (type !== undefined) Reflect.defineMetadata('design:type', type, Sample.prototype, 'value');
  for (const decorate of decorators.toReversed()) decorate(Sample.prototype, 'value');
  return Sample;
};

test('a number beyond versions, with the entry to add', refuses, {
  Class: classWith(String, Expose({ since: 1.3 })),
  reason: /since: 1\.3, and versions has no 1\.3/,
  cure: /versions: \{ \.\.\., 1\.3: '1\.3' \}/,
});
test('a number between those of versions', refuses, {
  Class: classWith(String, Expose({ until: 1.15 })),
  reason: /until: 1\.15, and versions has no 1\.15/,
  cure: /1\.15: '1\.Y' \}, with the Y that it has among the others/,
});
test('ranges that overlap', refuses, {
  Class: classWith(String, Expose({ since: 1.1 }), Expose({ name: 'old', until: 1.2 })),
  reason: /two of its @Expose hold at 1\.1/,
  cure: /end one where the next begins/,
});
test('a second range without an end for the first', refuses, {
  Class: classWith(String, Expose({ name: 'new' }), Expose({ name: 'old', until: 1.2 })),
  reason: /two of its @Expose hold at 1\.0/,
  cure: /end one where the next begins/,
});
test('ranges with a gap', refuses, {
  Class: classWith(String, Expose({ since: 1.2 }), Expose({ name: 'old', until: 1.1 })),
  reason: /none of its @Expose holds between 1\.1 and 1\.2/,
  cure: /two properties/,
});
test('a range that ends before it begins', refuses, {
  Class: classWith(String, Expose({ since: 1.2, until: 1.1 })),
  reason: /goes in 1\.1 before it comes in 1\.2/,
  cure: /set until above since/,
});
test('a change beyond the version of the class', refuses, {
  Class: classWith(String, Expose({ since: 1.2 })),
  options: { version: '1.1' },
  reason: /it changes in 1\.2, but the class is at 1\.1/,
  cure: /set the version of Sample to '1\.2'/,
});

for (const [decorator, what] of [
  [Expose({ toPlainOnly: true }), '@Expose to plain only'],
  [Expose({ toClassOnly: true }), '@Expose to class only'],
  [Exclude({ toPlainOnly: true }), '@Exclude to plain only'],
  [Exclude({ toClassOnly: true }), '@Exclude to class only'],
] as const) {
  test(`one direction: ${what}`, refuses, {
    Class: classWith(String, decorator),
    reason: /in one direction only/,
    cure: /fields: \{ value: field\(\) \}, or leave it out with omit: \['value'\]/,
  });
}
test('groups', refuses, {
  Class: classWith(String, Expose({ groups: ['admin'] })),
  reason: /groups of readers/,
  cure: /omit: \['value'\]/,
});
for (const [fields, what] of [
  [{}, 'alone'],
  [{ value: field({ optional: true }) }, 'with a field that names no type'],
] as const satisfies readonly (readonly [Record<string, FieldLike>, string])[]) {
  test(`@Transform ${what}`, refuses, {
    Class: classWith(
      String,
      Expose(),
      Transform(({ value }) => value as unknown),
    ),
    options: { fields },
    reason: /it has a @Transform/,
    cure: /fields: \{ value: field\.string\(\) \}.*omit: \['value'\]/,
  });
}
test('@Exclude with a field', refuses, {
  Class: classWith(String, Exclude()),
  options: { fields: { value: field.string() } },
  reason: /it has @Exclude\(\), and fields gives it a field/,
  cure: /take one of them away/,
});
test(
  '@Exclude of what the versioned base class has',
  refuses,
  (() => {
    class Base {
      @Expose() value!: string;
    }
    fromClassTransformer(Base, { name: 'Base', versions: { 1: '1.0' }, registry: new Registry() });
    class Derived extends Base {}
    Exclude()(Derived.prototype, 'value');
    return { Class: Derived, reason: /is a field of Base/, cure: /let Sample extend another class/ };
  })(),
);

class Computed {
  @Expose() get value(): string {
    return 'x';
  }
}
test('a getter', refuses, { Class: Computed, reason: /a getter, which decode/, cure: /omit: \['value'\]/ });
class Method {
  @Expose() value(): string {
    return 'x';
  }
}
test('a method', refuses, {
  Class: Method,
  options: { fields: { value: field.string() } },
  reason: /a method, which decode/,
  cure: /omit: \['value'\]/,
});
class Went {
  @Expose({ until: 1.1 }) get value(): string {
    return 'x';
  }
}
test('a getter that went, unless something fills it', refuses, {
  Class: Went,
  reason: /a getter/,
  cure: /say what older readers get: fields: \{ value: field\.string\(\{ fill/,
});
class Undecorated {
  @Expose() named!: string;
  value = 1;
  other = 2;
}
test('what travels and has no decorator', refuses, {
  Class: Undecorated,
  reason: /lets it travel \(and other\), and no decorator tells its type/,
  cure: /fields: \{ value: field\.string\(\), \.\.\. \}/,
});

for (const [type, what] of [
  [undefined, 'no design:type'],
  [Array, 'an array'],
  [Set, 'a Set'],
  [Map, 'a Map'],
  [Object, 'a union'],
  [Plain, 'a class without a model'],
] as const) {
  test(`without @Type, ${what}`, refuses, {
    Class: classWith(type, Expose()),
    reason: /it has no @Type, and its declaration does not say what travels/,
    cure: /fields: \{ value: field\.string\(\) \}/,
  });
}
for (const [type, content, reason] of [
  [undefined, Date, /no design:type, so its @Type may be that of one value or of a list/],
  [Object, Date, /says Date and its declaration Object/],
  [Map, String, /says String and its declaration Map/],
  [String, Number, /says Number and its declaration String/],
] as const) {
  test(`@Type(() => ${content.name}) on ${type?.name ?? 'an unknown type'}`, refuses, {
    Class: classWith(
      type,
      Type(() => content),
    ),
    reason,
    cure: /fields: \{ value: field\.list\(/,
  });
}
test('@Type that asks the payload', refuses, {
  Class: classWith(
    Object,
    Type((help) => (help?.object['kind'] === 1 ? Plain : Other)),
  ),
  reason: /decides by the payload/,
  cure: /field\.object\(\(\) => Child\)/,
});
test('fromClassTransformer(): refuses @Type of a class that is declared further down', (t) => {
  const declare = (): ObjectClass => {
    const Early = classWith(
      Array,
      Type(() => Late),
    );
    fromClassTransformer(Early, { name: 'Early', versions: { 1: '1.0' }, registry: new Registry() });
    class Late {}
    return Late;
  };
  const error = t.throws(declare, { instanceOf: DeclarationError });
  t.regex(
    error.message,
    /Early\.value: its @Type names a class that does not exist yet; call .* below both classes/,
  );
  t.true(error.cause instanceof ReferenceError);
});
test('@Type that answers nothing', refuses, {
  Class: classWith(
    Object,
    Type(() => undefined as unknown as typeof Date),
  ),
  reason: /answers no class/,
  cure: /fields: \{ value/,
});
test('a nested class that is not versioned', refuses, {
  Class: classWith(
    Array,
    Type(() => Plain),
  ),
  reason: /it holds Plain, which is not versioned yet/,
  cure: /call fromClassTransformer\(Plain, \{\.\.\.\}\) before/,
});
test(
  'a discriminator whose classes share no base class',
  refuses,
  (() => {
    const registry = new Registry();
    for (const [name, Class] of Object.entries({ Plain2: class extends Plain {}, Other }))
      fromClassTransformer(Class, { name, versions: { 1: '1.0' }, registry });
    const First = registry.find('Plain2')?.Class as new () => object;
    const discriminator = { property: 'kind', subTypes: [{ value: Other, name: 'other' }] };
    return {
      Class: classWith(
        Array,
        Type(() => First, { discriminator }),
      ),
      reason: /its discriminator names Other, which does not extend Plain2/,
      cure: /common base class/,
    };
  })(),
);

for (const [versions, where, reason, cure] of [
  [{}, 'Sample: versions', /it is empty/, /versions: \{ 1: '1\.0', 1\.1: '1\.1' \}/],
  [
    { '1.10': '1.10' },
    'Sample: versions',
    /"1\.10" is not how JavaScript writes a number/,
    /write 1\.1: '1\.10'/,
  ],
  [{ one: '1.0' }, 'Sample: versions', /"one" is not how/, /numbers that stand in since and until/],
  [{ 1: '1.0', 2: '2.0' }, 'Sample: versions', /leads from 1\.0 to 2\.0/, /\{ 1: '1\.0', 2: '1\.1' \}/],
  [{ 1: 1.5 }, 'Sample: versions: 1', /1\.5 is no version/, /as a string/],
] as const) {
  test(
    `versions: ${JSON.stringify(versions)}`,
    refuses,
    { Class: classWith(String, Expose()), options: { versions }, reason, cure },
    where,
  );
}
test(
  'a class that has no name on the wire',
  refuses,
  { Class: Plain, options: { name: undefined }, reason: /no name on the wire/, cure: /name: 'Plain'/ },
  'Plain',
);
test(
  'a class that class-transformer does not know',
  refuses,
  { Class: class Bare {}, reason: /knows nothing of Bare/, cure: /put its decorators on the properties/ },
  'Sample',
);
test(
  'a class twice',
  refuses,
  (() => {
    class Twice {
      @Expose() name!: string;
    }
    fromClassTransformer(Twice, { name: 'Twice', versions: { 1: '1.0' }, registry: new Registry() });
    return { Class: Twice, reason: /versioned already, as Twice 1\.0/, cure: /no @versioned above/ };
  })(),
  'Sample',
);
