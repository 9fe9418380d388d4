import test from 'ava';
import {
  create,
  decode,
  defineObject,
  encode,
  field,
  IncompatibleCopyError,
  modelOf,
  type ObjectClass,
  Registry,
  UnregisteredObjectError,
  validate,
} from '../../lib/index.js';
import { findModel, findModelOfInstance, MODEL_FORMAT, modelOfInstance } from '../../lib/model/model-of.js';

const MODEL = Symbol.for('backlevel.model');
const Stack = defineObject('Stack', '1.0', { id: field.integer() }, { registry: new Registry() });

/** A class as another copy of the package would have marked it. */
function marked(model: unknown): ObjectClass<{ id: number }> {
  const Class = class {
    id!: number;
  };
  Object.defineProperty(Class, MODEL, { value: model });
  return Class;
}

test('modelOf(): the model is complete and frozen, and hangs invisibly on the class', (t) => {
  const model = modelOf(Stack);
  t.is(model.format, MODEL_FORMAT);
  t.is(model.Class, Stack);
  for (const part of [model, model.fields, model.fields[0], model.retired, model.hooks, model.envelope])
    t.true(Object.isFrozen(part));
  t.deepEqual(Object.keys(Stack), []);
  t.deepEqual(Object.keys(new Stack()), []);
  t.false(Object.getOwnPropertyDescriptor(Stack, MODEL)?.enumerable);
});

test('modelOf(): a subclass without a version of its own has the model of its base', (t) => {
  class Local extends Stack {
    note = 'mine';
  }
  t.is(modelOf(Local), modelOf(Stack));
  t.deepEqual(validate(Stack, Object.assign(new Local(), { id: 1 })), []);
});

for (const [name, given, message] of [
  [
    'a class that is not versioned',
    class Plain {},
    /^class Plain is not versioned: put @versioned\('Name', '1\.0'\) above the class, or make it with defineObject\(\)$/,
  ],
  ['an anonymous class', class {}, /^class given is not versioned|^class \(anonymous\) is not versioned/],
  ['null', null, /^null is not versioned/],
  ['undefined', undefined, /^nothing is not versioned/],
  ['a string', 'Stack', /^"Stack" is not versioned/],
  ['an instance', new Stack(), /^a Stack is not versioned/],
] as const) {
  test(`modelOf(): refuses ${name}`, (t) => {
    const error = t.throws(() => modelOf(given as unknown as ObjectClass), {
      instanceOf: UnregisteredObjectError,
    });
    t.regex(error.message, message);
    t.is(findModel(given as unknown as ObjectClass), undefined);
  });
}

const strangers: [name: string, given: unknown, message: RegExp][] = [
  [
    'a spread',
    { ...create(Stack, { id: 1 }) },
    /^a plain object is not versioned: a spread or a structuredClone is no instance; make one with create\(Class, it\)/,
  ],
  ['a structuredClone', structuredClone(create(Stack, { id: 1 })), /create\(Class, it\)/],
  ['an object without prototype', Object.create(null), /create\(Class, it\)/],
  ['a class', Stack, /^a class is not versioned: an instance of it is needed here/],
  ['null', null, /^null is not versioned: an instance of a versioned class is needed here/],
  ['a Date', new Date(0), /^the Date 1970-01-01T00:00:00\.000Z is not versioned/],
  ['a list', [], /^a list of 0 is not versioned/],
  ['an instance of a plain class', new (class Plain {})(), /^a Plain is not versioned/],
  ['an object that fakes a constructor', { constructor: Stack }, /create\(Class, it\)/],
];
for (const [name, given, message] of strangers) {
  test(`modelOfInstance(): refuses ${name}`, (t) => {
    const error = t.throws(() => modelOfInstance(given), { instanceOf: UnregisteredObjectError });
    t.regex(error.message, message);
    t.is(findModelOfInstance(given), undefined);
    t.throws(() => encode(given as object), { instanceOf: UnregisteredObjectError });
  });
}

test('modelOf(): a model of another copy with the same format works', (t) => {
  const Foreign = marked({
    ...modelOf(Stack),
    Class: undefined,
    construct: () => new (Foreign as unknown as new () => object)(),
  });
  t.is(modelOf(Foreign).name, 'Stack');
  const instance = create(Foreign, { id: 1 });
  t.true(instance instanceof (Foreign as unknown as new () => object));
  t.is(decode(Foreign, encode(instance)).id, 1);
  t.deepEqual(
    validate(Foreign, Object.assign(instance, { id: 'x' })).map((fault) => fault.pointer),
    ['/id'],
  );
});

for (const format of [0, 2, '1', undefined, null]) {
  test(`modelOf(): a model of another copy with the format ${JSON.stringify(format)} fails with one typed error`, (t) => {
    const Foreign = marked({ ...modelOf(Stack), format });
    const attempts = [
      () => modelOf(Foreign),
      () => create(Foreign, { id: 1 }),
      () => encode(new (Foreign as unknown as new () => object)()),
      () => decode(Foreign, '{}'),
      () => validate(Foreign, {}),
      () =>
        defineObject('Parent', '1.0', { child: field.object(() => Foreign) }, { registry: new Registry() }) &&
        create(
          defineObject('P', '1.0', { child: field.object(() => Foreign) }, { registry: new Registry() }),
          { child: { id: 1 } },
        ),
    ];
    for (const attempt of attempts) {
      const error = t.throws(attempt, {
        instanceOf: IncompatibleCopyError,
        code: 'BACKLEVEL_INCOMPATIBLE_COPY',
      });
      t.is(error.known, MODEL_FORMAT);
      t.is(error.found, String(format));
      t.regex(error.message, /two copies of backlevel are installed; make it a peer dependency/);
    }
  });
}
