import test, { type ExecutionContext } from 'ava';
import {
  decode,
  defineObject,
  encode,
  field,
  type FieldLike,
  fromPrimitive,
  type Json,
  type Model,
  modelOf,
  type ObjectClass,
  Registry,
  validate,
  versionsOf,
} from '../../../lib/index.js';
import { recordVersion } from '../../../lib/compat/index.js';
import { heat } from '../../../objects/heat/index.js';
import { nova } from '../../../objects/nova/index.js';
import { envelope } from '../../codec/payload.js';
import { refusedLater } from '../../codec/refusal.js';
import { everyField, everyOption } from './every-field.js';

type Data = Readonly<Record<string, Json>>;

/** The samples of each version, each of which must be what a reader of that version takes. */
async function samplesOf(t: ExecutionContext, { Class }: Model): Promise<Record<string, readonly Data[]>> {
  const model = modelOf(Class);
  const all: Record<string, readonly Data[]> = {};
  for (const version of versionsOf(model)) {
    const { samples, children } = await recordVersion(model, version);
    for (const sample of samples)
      t.deepEqual(validate(Class, sample, { at: { ...children, [model.name]: version.text } }), []);
    all[version.text] = samples as readonly Data[];
  }
  return all;
}

function define(fields: Readonly<Record<string, FieldLike>>, registry = new Registry()): ObjectClass {
  const Disk = defineObject('Disk', '1.0', { size: field.integer() }, { registry });
  defineObject('Sparse', '1.0', { used: field.integer() }, { registry, extends: Disk });
  return defineObject('Thing', '1.0', fields, { registry });
}

async function samplesWith(t: ExecutionContext, fields: Readonly<Record<string, FieldLike>>) {
  return (await samplesOf(t, modelOf(define(fields))))['1.0'] as readonly Data[];
}

for (const [name, one] of Object.entries({ ...everyField, ...everyOption })) {
  test(`samples: a reader takes those of a field: ${name}`, async (t) => {
    const samples = await samplesWith(t, { it: one });
    t.true(samples.length >= 3);
    t.not(samples[0]?.['it'], undefined);
  });
}

for (const { models } of [heat, nova]) {
  for (const model of models) {
    test(`samples: a reader takes those of ${model.namespace}.${model.name}, at each version`, async (t) => {
      const all = await samplesOf(t, model);
      for (const samples of Object.values(all)) t.true(samples.length >= 3);
    });
  }
}

test('samples: the first has every field set, the second as little as may be', async (t) => {
  const [first, second] = await samplesWith(t, { ...everyField, ...everyOption });
  t.deepEqual(Object.keys(first as Data), [...Object.keys(everyField), ...Object.keys(everyOption)]);
  const { nullable, ...rest } = second as Data;
  t.is(nullable, null);
  t.deepEqual([rest['list'], rest['dict'], rest['set']], [[], {}, []]);
  for (const optional of ['optional', 'both', 'child']) t.false(optional in rest);
});

const numbers = test.macro({
  exec: async (t, one: FieldLike, ...expected: number[]) => {
    const samples = await samplesWith(t, { it: one });
    t.deepEqual(
      samples.map(({ it }) => it),
      expected,
    );
  },
  title: (what) => `samples: numbers keep within limits: ${what}`,
});
test('none', numbers, field.integer(), 1, -1, 3);
test('min', numbers, field.integer({ min: 2 }), 2, 2, 3);
test('a negative max', numbers, field.integer({ max: -5 }), -5, -5, -5);
test('fractions for integers', numbers, field.integer({ min: 0.5, max: 2.5 }), 1, 1, 2);
test('fractions around zero', numbers, field.integer({ min: -0.5 }), 1, 0, 3);
test('one number alone', numbers, field.number({ min: 0.5, max: 0.5 }), 0.5, 0.5, 0.5);
test('no limits in the words of limits', numbers, field.number({ min: -Infinity, max: Infinity }), 1, -1, 3);

const texts = test.macro({
  exec: async (t, one: FieldLike, expected: RegExp) => {
    for (const { it } of await samplesWith(t, { it: one })) t.regex(it as string, expected);
  },
  title: (what) => `samples: texts keep within limits: ${what}`,
});
test('minLength', texts, field.string({ minLength: 5 }), /^(?:it( \d)?)?x*$/);
test(
  'a pattern that simple texts match',
  texts,
  field.string({ pattern: /[a-z]+@[a-z]+\.[a-z]+/ }),
  /^a@b\.c$/,
);
test('a pattern of its own', texts, field.string({ pattern: /[p-s]{3}-\d{2}/ }), /^[p-s]{3}-\d\d$/);
test('the flag i', texts, field.string({ pattern: /[p-s]{3}/i }), /^[p-s]{3}$/i);
test('the flag u', texts, field.string({ pattern: /\p{Lu}{2}\d/u }), /^\p{Lu}{2}\d$/u);
test('a pattern with anchors', texts, field.string({ pattern: /^[p-s]+$/ }), /^[p-s]+$/);
test(
  'a pattern and a length',
  texts,
  field.string({ pattern: /[a-z]*/, minLength: 200, maxLength: 201 }),
  /^[a-z]{200,201}$/,
);
test('a short name', texts, field.string({ maxLength: 1 }), /^i?$/);

test('samples: a name is not cut in the middle of a character', async (t) => {
  const [first] = await samplesWith(t, { 'x😀': field.string({ maxLength: 2 }) });
  t.deepEqual(first, { 'x😀': 'x\uFFFD' });
});

test('samples: a pattern that nothing is found for takes the default of the field, or does without', async (t) => {
  const quoted = /(["'])x\1/;
  const [first] = await samplesWith(t, {
    said: field.string({ pattern: quoted, default: '"x"' }),
    none: field.string({ pattern: quoted, nullable: true }),
    left: field.string({ pattern: quoted, optional: true }),
  });
  t.deepEqual(first, { said: '"x"', none: null });
  const Thing = define({ it: field.string({ pattern: quoted }) });
  await refusedLater(t, recordVersion(modelOf(Thing), modelOf(Thing).version), {
    code: 'SAMPLE',
    says: ['Thing.it', '1.0', 'default'],
  });
});

test('samples: there is one for every value of an enum, up to twelve', async (t) => {
  const values = Array.from({ length: 20 }, (_none, index) => `v${index}`);
  const some = await samplesWith(t, { it: field.enum(values.slice(0, 5)), other: field.boolean() });
  t.deepEqual(
    some.map(({ it }) => it),
    values.slice(0, 5),
  );
  const most = await samplesWith(t, { it: field.list(field.enum(values)), other: field.enum(['a', 'b']) });
  t.is(most.length, 12);
});

test('samples: a class that contains itself comes to an end', async (t) => {
  const registry = new Registry();
  const Node = defineObject(
    'Node',
    '1.1',
    {
      value: field.integer(),
      next: field.object('Node', { nullable: true }),
      maybe: field.object('Node', { optional: true, since: '1.1' }),
      more: field.list(field.object('Pair')),
    },
    { registry },
  );
  defineObject(
    'Pair',
    '1.0',
    { left: field.object('Node'), right: field.dict(field.object('Node')) },
    { registry },
  );
  const all = await samplesOf(t, modelOf(Node));
  const [full] = all['1.1'] as readonly [Data];
  t.deepEqual(Object.keys(full), ['value', 'next', 'maybe', 'more']);
  const old = fromPrimitive(Node, envelope('Node', '1.1', full), { unknown: 'refuse' });
  t.deepEqual(decode(Node, encode(old)), old);
});

test('samples: a subclass that contains its base comes to an end', async (t) => {
  const registry = new Registry();
  const Shape = defineObject('Shape', '1.0', { id: field.integer() }, { registry });
  defineObject('Not', '1.0', { it: field.object(Shape, { subclasses: true }) }, { registry, extends: Shape });
  const Canvas = defineObject(
    'Canvas',
    '1.0',
    { it: field.object(Shape, { subclasses: true }) },
    { registry },
  );
  const names = (await samplesOf(t, modelOf(Canvas)))['1.0']?.map(
    ({ it }) => (it as Data)['versioned_object.name'],
  );
  t.deepEqual(names, ['Shape', 'Not', 'Shape']);
});

test('samples: a class of which no payload can end is refused', async (t) => {
  const registry = new Registry();
  const Egg = defineObject('Egg', '1.0', { hen: field.object('Hen') }, { registry });
  defineObject('Hen', '1.0', { egg: field.object('Egg') }, { registry });
  await refusedLater(t, recordVersion(modelOf(Egg), modelOf(Egg).version), {
    code: 'SAMPLE',
    says: ['contains itself', 'nullable or optional'],
  });
});

test('samples: children stand at the versions that went with their parent', async (t) => {
  const registry = new Registry();
  const Disk = defineObject(
    'Disk',
    '1.1',
    { size: field.integer(), kind: field.string({ since: '1.1' }) },
    { registry },
  );
  const Box = defineObject(
    'Box',
    '1.2',
    { disk: field.object(Disk, { versions: { '1.0': '1.0', '1.2': '1.1' } }) },
    { registry },
  );
  const all = await samplesOf(t, modelOf(Box));
  const versions = ['1.0', '1.1', '1.2'].map(
    (version) => (all[version] as unknown as readonly [{ disk: Data }])[0].disk['versioned_object.version'],
  );
  t.deepEqual(versions, ['1.0', '1.0', '1.1']);
});
