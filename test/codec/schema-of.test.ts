import test from 'ava';
import { defineObject, field, Registry, schemaOf, type SchemaIssue } from '../../lib/index.js';
import { envelope } from './payload.js';
import { refused, refusedLater } from './refusal.js';

const registry = new Registry();
const Part = defineObject('Part', '1.0', { id: field.integer() }, { registry });
const Box = defineObject(
  'Box',
  '1.1',
  {
    parts: field.list(field.object(Part)),
    by: field.dict(field.list(field.object(Part)), { optional: true }),
    size: field.string({ retyped: [{ in: '1.1', from: field.integer(), up: String, down: Number }] }),
    key: field.json({ sensitive: true, optional: true }),
  },
  { registry, check: ({ size }) => (size === '13' ? 'size must not be 13' : undefined) },
);
const Broken = defineObject(
  'Broken',
  '1.1',
  { id: field.integer(), late: field.integer({ since: '1.1', optional: true }) },
  {
    registry,
    obj_make_compatible: {
      '1.1': {
        up: () => {
          throw new Error('no idea');
        },
        down: () => {},
      },
    },
  },
);
const part = (id: unknown) => envelope('Part', '1.0', { id });

const issues: Record<string, { payload: unknown; found: Partial<SchemaIssue>[] }> = {
  'the index of an item is a number, the key of an entry a text': {
    payload: envelope('Box', '1.1', {
      parts: [part(1), part('x')],
      by: { '0': [part(1)], 'a/~b': [5] },
      size: '',
    }),
    found: [
      {
        path: ['versioned_object.data', 'parts', 1, 'versioned_object.data', 'id'],
        object: 'Part',
        field: 'id',
      },
      { path: ['versioned_object.data', 'by', 'a/~b', 0], object: 'Box', field: 'by' },
    ],
  },
  'a missing field ends the path to it': {
    payload: envelope('Box', '1.1', { parts: [envelope('Part', '1.0', {})] }),
    found: [
      { path: ['versioned_object.data', 'parts', 0, 'versioned_object.data', 'id'], kind: 'required' },
      { path: ['versioned_object.data', 'size'], kind: 'required' },
    ],
  },
  'what is missing of the envelope is missing at its place': {
    payload: { 'versioned_object.name': 'Box' },
    found: [
      { path: [], kind: 'envelope', object: 'Box' },
      { path: [], kind: 'envelope', object: 'Box' },
    ],
  },
  'a rule of the class is broken by the object': {
    payload: envelope('Box', '1.1', { parts: [], size: '13' }),
    found: [{ path: [], kind: 'rule', message: 'Box: size must not be 13' }],
  },
  'a limit that ends the work comes after what was found until then': {
    payload: envelope('Box', '1.1', {
      parts: [part('x'), ...Array(9).fill(part(1))],
      by: { a: [] },
      size: 'x'.repeat(99),
    }),
    found: [
      { path: ['versioned_object.data', 'parts', 0, 'versioned_object.data', 'id'], kind: 'type' },
      { path: ['versioned_object.data', 'size'], kind: 'limit', object: 'Box' },
    ],
  },
};
for (const [title, { payload, found }] of Object.entries(issues)) {
  test(`schemaOf(): ${title}`, (t) => {
    const schema = schemaOf(Box, { limits: { stringLength: 50 } });
    const result = schema['~standard'].validate(payload);
    t.is(result.issues?.length, found.length);
    for (const [index, issue] of found.entries()) t.like(result.issues?.[index], issue);
  });
}

test('schemaOf(): issues are plain data that JSON can carry', (t) => {
  const { issues: found } = schemaOf(Box)['~standard'].validate(
    envelope('Box', '1.1', { parts: 5, size: '' }),
  );
  t.deepEqual(JSON.parse(JSON.stringify(found)), found);
});

test('schemaOf(): an issue shows neither a sensitive value nor a key inside it', (t) => {
  const payload = envelope('Box', '1.1', { parts: [], size: '', key: { secret: { deep: 2 ** 60 } } });
  const { issues: found } = schemaOf(Box)['~standard'].validate(payload);
  t.is(found?.length, 1);
  t.like(found?.[0], { path: ['versioned_object.data', 'key'] });
  t.notRegex(JSON.stringify(found), /secret|deep|1152921504606846976/);
});

test('schemaOf(): what is wrong with the class is thrown, not blamed on the payload', async (t) => {
  const payload = envelope('Broken', '1.0', { id: 1 });
  refused(t, () => schemaOf(Broken)['~standard'].validate(payload), {
    code: 'HOOK',
    says: ['Broken', 'no idea'],
  });
  await refusedLater(t, schemaOf(Broken, { async: true })['~standard'].validate(payload), {
    code: 'HOOK',
    says: ['Broken', 'no idea'],
  });
});

test('schemaOf(): takes the options of a read', (t) => {
  const payload = envelope('Part', '1.0', { id: '5', extra: 1 });
  t.deepEqual(schemaOf(Part, { coerce: true })['~standard'].validate(payload), {
    value: Object.assign(new Part(), { id: 5 }),
  });
  const strict = schemaOf(Part, { coerce: true, unknown: 'refuse' })['~standard'].validate(payload);
  t.like(strict.issues?.[0], { path: ['versioned_object.data', 'extra'], kind: 'unknown' });
});
