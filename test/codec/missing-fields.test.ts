import test from 'ava';
import {
  at,
  backport,
  create,
  decode,
  defineObject,
  encode,
  field,
  fromPrimitive,
  isBacklevelError,
  LossError,
  partial,
  Registry,
  toPrimitive,
  validate,
} from '../../lib/index.js';

const registry = new Registry();
const Note = defineObject(
  'Note',
  '1.1',
  { text: field.string(), tags: field.list(field.string(), { since: '1.1' }) },
  { registry, retired: { author: field.string({ until: '1.1' }) } },
);

test('backport(): a field that its reader must have and nobody made is a loss that nobody declared', (t) => {
  const note = create(Note, { text: 'a', tags: [] });
  const { losses } = backport(note, '1.0');
  t.deepEqual(
    losses.filter((loss) => loss.kind === 'one-way').map(({ path, declared }) => [path, declared]),
    [['/author', false]],
  );
  t.throws(() => encode(note, { target: '1.0', strict: true }), { instanceOf: LossError });
  t.throws(() => decode(Note, encode(note, { target: '1.0' })), { code: 'BACKLEVEL_INVALID_PAYLOAD' });
});

test('backport(): a partial instance loses nothing that it never had', (t) => {
  t.deepEqual(backport(partial(Note, { text: 'a' }), '1.0').losses, []);
});

test('validate(): an instance lacks what decode demands, unless it may be partial', (t) => {
  const old = fromPrimitive(Note, toPrimitiveOf('1.0', { text: 'a', author: 'b' }));
  t.like(validate(Note, old), [{ kind: 'required', pointer: '/tags', field: 'tags' }]);
  t.deepEqual(validate(Note, old, { partial: true }), []);
  t.deepEqual(
    validate(Note, new Note()).map((fault) => fault.pointer),
    ['/text', '/tags'],
  );
});

function toPrimitiveOf(version: string, data: Record<string, unknown>): Record<string, unknown> {
  const primitive = toPrimitive(create(Note, { text: '', tags: [] }));
  return { ...primitive, 'versioned_object.version': version, 'versioned_object.data': data };
}

test('at(): a manifest without the child has no such child', (t) => {
  const own = new Registry();
  const Child = defineObject('Child', '1.1', { n: field.integer() }, { registry: own });
  const Parent = defineObject('Parent', '1.0', { child: field.object(Child) }, { registry: own });
  const text = encode(create(Parent, { child: create(Child, { n: 1 }) }));
  const error = t.throws(() => decode(at(Parent, { Parent: '1.0' }), text));
  t.true(isBacklevelError(error, 'BACKLEVEL_CHILD_VERSION_UNKNOWN'));
  t.regex(error?.message ?? '', /no Child, which stands in child; add Child to the manifest/);
  t.is(decode(at(Parent, { Parent: '1.0', Child: '1.1' }), text)['child'] instanceof Object, true);
});

for (const [title, call, code, message] of [
  ['create(): null is no values', () => create(Note, null as never), 'INVALID_OBJECT', /expected an object/],
  [
    'encode(): a number is no target',
    () => encode(create(Note, { text: '', tags: [] }), { target: 1.1 as never }),
    'INVALID_VERSION',
    /1\.1 is no version: a target is/,
  ],
  ['decode(): a tree is no text', () => decode(Note, {} as never), 'PAYLOAD_SYNTAX', /fromPrimitive\(\)/],
  [
    'defineObject(): a field type that was not called',
    () => defineObject('A', '1.0', { a: field.string as never }, { registry: new Registry() }),
    'DECLARATION',
    /A\.a: it is no field; call/,
  ],
  [
    'defineObject(): a constant that fill cannot write',
    () =>
      defineObject(
        'A',
        '1.1',
        {},
        { registry: new Registry(), retired: { n: field.integer({ until: '1.1', fill: 'x' }) } },
      ),
    'DECLARATION',
    /A\.n: fill: expected an integer/,
  ],
] as const) {
  test(title, (t) => {
    const error = t.throws(call);
    t.true(isBacklevelError(error, `BACKLEVEL_${code}`), String(error));
    t.regex(error?.message ?? '', message);
  });
}
