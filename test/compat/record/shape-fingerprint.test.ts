import test from 'ava';
import { field } from '../../../lib/index.js';
import { differ, fieldsDiffer } from './differ.js';

const text = field.string();
const limited = { min: 1, max: 9 } as const;
test('strings and integers in a list', fieldsDiffer, field.list(text), field.list(field.integer()), 'shape');
test(
  'in a list of lists',
  fieldsDiffer,
  field.list(field.list(text)),
  field.list(field.list(field.integer())),
  'shape',
);
test('the values of a dict', fieldsDiffer, field.dict(text), field.dict(field.integer()), 'shape');
test(
  'in a dict of lists',
  fieldsDiffer,
  field.dict(field.list(text)),
  field.dict(field.list(field.uuid())),
  'shape',
);
test('a list and a set', fieldsDiffer, field.list(text), field.set(text), 'shape');
test('null in a list', fieldsDiffer, field.list(text), field.list(field.string({ nullable: true })), 'shape');
test('one object and another', fieldsDiffer, field.object('Disk'), field.object('Tape'), 'shape');
test(
  'objects in a list',
  fieldsDiffer,
  field.list(field.object('Disk')),
  field.list(field.object('Tape')),
  'shape',
);
test(
  'objects in a dict',
  fieldsDiffer,
  field.dict(field.object('Disk')),
  field.dict(field.object('Tape')),
  'shape',
);
test(
  'with its subclasses',
  fieldsDiffer,
  field.object('Disk'),
  field.object('Disk', { subclasses: true }),
  'shape',
);
test(
  'with some subclasses and with others',
  fieldsDiffer,
  field.object('Disk', { subclasses: { Sparse: {} } }),
  field.object('Disk', { subclasses: { Sparse: {}, Raw: {} } }),
  'shape',
);
test('an integer and a number', fieldsDiffer, field.integer(), field.number(), 'shape');
test('an integer and a bigint', fieldsDiffer, field.integer(), field.bigint(), 'shape');
test('a text and a UUID', fieldsDiffer, text, field.uuid(), 'shape');
test(
  'a date-time with its zone and without',
  fieldsDiffer,
  field.dateTime(),
  field.dateTime({ as: 'text' }),
  'shape',
);
test(
  'one IP and the other',
  fieldsDiffer,
  field.ipAddress({ version: 4 }),
  field.ipAddress({ version: 6 }),
  'shape',
);
test('any IP network and IPv6', fieldsDiffer, field.ipNetwork(), field.ipNetwork({ version: 6 }), 'shape');
test('nullable', fieldsDiffer, text, field.string({ nullable: true }), 'shape');
test('optional', fieldsDiffer, text, field.string({ optional: true }), 'shape');
test('read-only', fieldsDiffer, text, field.string({ readOnly: true }), 'shape');
test('sensitive', fieldsDiffer, text, field.string({ sensitive: true }), 'shape');
test('an enum with a value more', fieldsDiffer, field.enum(['a', 'b']), field.enum(['a', 'b', 'c']), 'shape');
test('enum values 1 and "1"', fieldsDiffer, field.enum([1, 2]), field.enum(['1', '2']), 'shape');
test(
  'an enum in a list',
  fieldsDiffer,
  field.list(field.enum(['a'])),
  field.list(field.enum(['b'])),
  'shape',
);
test(
  'an enum and a state',
  fieldsDiffer,
  field.enum(['a', 'b']),
  field.stateMachine(['a', 'b'], {}),
  'shape',
);
test(
  'what may follow a state',
  fieldsDiffer,
  field.stateMachine(['a', 'b'], { a: ['b'] }),
  field.stateMachine(['a', 'b'], { a: ['b'], b: ['a'] }),
  'shape',
);
test('min', fieldsDiffer, field.integer(limited), field.integer({ ...limited, min: 2 }), 'shape');
test('max', fieldsDiffer, field.number(limited), field.number({ ...limited, max: 8 }), 'shape');
test('a limit that is taken away', fieldsDiffer, field.integer(limited), field.integer({ min: 1 }), 'shape');
test('minLength', fieldsDiffer, text, field.string({ minLength: 1 }), 'shape');
test('maxLength', fieldsDiffer, field.string({ maxLength: 7 }), field.string({ maxLength: 8 }), 'shape');
test(
  'a limit of what is in a list',
  fieldsDiffer,
  field.list(text),
  field.list(field.string({ maxLength: 8 })),
  'shape',
);
test('maxItems', fieldsDiffer, field.list(text), field.list(text, { maxItems: 3 }), 'shape');
test('a pattern', fieldsDiffer, field.string({ pattern: /a+/ }), field.string({ pattern: /a*/ }), 'shape');
test(
  'the flags of a pattern',
  fieldsDiffer,
  field.string({ pattern: /a+/ }),
  field.string({ pattern: /a+/i }),
  'shape',
);

test('the wire name', differ, [{ it: text }], [{ it: field.string({ wire: 'that' }) }], 'shape');
test('the namespace', differ, [{ it: text }], [{ it: text }, { namespace: 'other' }], 'shape');
test(
  'the prefix of the envelope',
  differ,
  [{ it: text }],
  [{ it: text }, { envelope: 'nova_object' }],
  'shape',
);
