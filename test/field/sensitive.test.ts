import test from 'ava';
import { inspect } from 'node:util';
import {
  create,
  defineObject,
  encode,
  field,
  type FieldLike,
  fromPrimitive,
  Registry,
  validate,
} from '../../lib/index.js';
import { type Box, boxed, boxOf } from './rows.js';

const SECRET = 'hunter2';
const sensitive = true;

const rows: [name: string, given: FieldLike, wrong: unknown][] = [
  ['string({ maxLength })', field.string({ sensitive, maxLength: 3 }), SECRET],
  ['string({ pattern })', field.string({ sensitive, pattern: /\d+/ }), SECRET],
  ['integer()', field.integer({ sensitive }), SECRET],
  ['bigint()', field.bigint({ sensitive }), SECRET],
  ['number()', field.number({ sensitive }), SECRET],
  ['boolean()', field.boolean({ sensitive }), SECRET],
  ['enum()', field.enum(['a'], { sensitive }), SECRET],
  ['stateMachine()', field.stateMachine(['a'], {}, { sensitive }), SECRET],
  ['uuid()', field.uuid({ sensitive }), SECRET],
  ['dateTime()', field.dateTime({ sensitive }), SECRET],
  ["dateTime({ as: 'text' })", field.dateTime({ sensitive, as: 'text' }), SECRET],
  ['ipAddress()', field.ipAddress({ sensitive }), SECRET],
  ['ipNetwork()', field.ipNetwork({ sensitive }), SECRET],
  ['mac()', field.mac({ sensitive }), SECRET],
  ['pciAddress()', field.pciAddress({ sensitive }), SECRET],
  ['versionPredicate()', field.versionPredicate({ sensitive }), SECRET],
  ['json()', field.json({ sensitive }), [SECRET, Number.NaN]],
  ['list()', field.list(field.integer(), { sensitive }), [1, SECRET]],
  ['set()', field.set(field.string({ maxLength: 3 }), { sensitive }), [SECRET]],
  ['dict()', field.dict(field.integer(), { sensitive }), { a: SECRET }],
  ['list() of dict()', field.list(field.dict(field.boolean()), { sensitive }), [{ a: SECRET }]],
  ['list() instead of', field.list(field.integer(), { sensitive }), SECRET],
];

for (const [name, given, wrong] of rows) {
  test(`sensitive: a wrong value of ${name} is in no fault and no error`, (t) => {
    const Class = boxOf(given);
    const instance = Object.assign(new (Class as unknown as new () => Box)(), { value: wrong });
    const faults = [...validate(Class, boxed(wrong)), ...validate(Class, instance)];
    t.true(faults.length >= 2);
    const attempts = [
      () => fromPrimitive(Class, boxed(wrong)),
      () => encode(instance),
      () => create(Class, { value: wrong }),
    ];
    const errors = attempts.map((attempt) => t.throws(attempt));
    for (const shown of [...faults, ...errors])
      t.false(inspect(shown, { depth: 9 }).includes(SECRET), inspect(shown));
    for (const error of errors)
      t.false(`${error.message}${error.stack}${JSON.stringify(error)}`.includes(SECRET));
    for (const { message } of faults) t.regex(message, /^Box\.value: /);
  });
}

test('sensitive: limits of the verb show no value', (t) => {
  const Class = boxOf(field.string({ sensitive }));
  const error = t.throws(() => fromPrimitive(Class, boxed(SECRET), { limits: { stringLength: 3 } }));
  t.false(inspect(error).includes(SECRET));
});

test('sensitive: what is under a sensitive object field is sensitive too', (t) => {
  const registry = new Registry();
  const Login = defineObject('Login', '1.0', { password: field.string({ maxLength: 3 }) }, { registry });
  const Holder = defineObject(
    'Holder',
    '1.0',
    { login: field.object(() => Login, { sensitive }), after: field.integer() },
    { registry },
  );
  const login = Object.assign(new Login(), { password: SECRET });
  const holder = Object.assign(new Holder(), { login, after: 'shown' as unknown as number });
  const faults = validate(Holder, holder);
  t.deepEqual(
    faults.map((fault) => fault.pointer),
    ['/login', '/after'],
  );
  t.false(inspect(faults).includes(SECRET));
  t.true(inspect(faults).includes('shown'));
});

const tagged = (name: string, version: string, data: unknown): object => ({
  'versioned_object.name': name,
  'versioned_object.namespace': 'backlevel',
  'versioned_object.version': version,
  'versioned_object.data': data,
});
for (const [title, wire] of [
  ['text', SECRET],
  ['a list', [SECRET]],
  ['another object', { [SECRET]: SECRET }],
  ['an envelope with a wrong version', tagged('Login', SECRET, {})],
  ['an envelope with wrong data', tagged('Login', '1.0', SECRET)],
] as const)
  test(`sensitive: ${title} in place of an object is in no fault and no error`, (t) => {
    const registry = new Registry();
    const Login = defineObject('Login', '1.0', { password: field.string() }, { registry });
    const Holder = defineObject('Holder', '1.0', { login: field.object(Login, { sensitive }) }, { registry });
    const payload = tagged('Holder', '1.0', { login: wire });
    const faults = validate(Holder, payload);
    t.is(faults.length, 1);
    const error = t.throws(() => fromPrimitive(Holder, payload));
    for (const shown of [inspect(faults), inspect(error, { depth: 9 }), JSON.stringify(error), error.message])
      t.false(shown.includes(SECRET), shown);
  });

test('sensitive: a refused transition shows neither state', (t) => {
  const Class = boxOf(field.stateMachine(['hidden-a', 'hidden-b'], {}, { sensitive }));
  const instance = fromPrimitive(Class, boxed('hidden-a'));
  instance.value = 'hidden-b';
  const error = t.throws(() => encode(instance), {
    message: /a state that may follow the one it was read with/,
  });
  t.false(error.message.includes('hidden-'));
});
